package org.theoremeter.simulate.experiment.modes;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.network.SequenceRnn;
import org.theoremeter.simulate.training.SequenceGradient;

/** Collects what is measured along the training of one network, at given times. */
final class ModesCourse {

    /** Relative rounding of what is measured: sums over a few thousand weights. */
    private static final double ROUNDING = 1e-13;

    private final Start start;
    private final int mode;
    private final int length;
    private final SequenceGradient gradient;
    private final double[] gamma;
    private final double[] times;
    private final Optional<double[]> alone;
    private final Map<Quantity, double[]> values = new EnumMap<>(Quantity.class);
    private int count;

    /**
     * Prepares to measure.
     *
     * @param mode the mode, counted from 0
     * @param gradient workspace that evaluates the loss
     * @param alone what the mode's response would be if there were nothing else, at these times, if that is known
     */
    ModesCourse(
            Start start, int mode, int length, SequenceGradient gradient, double[] times, Optional<double[]> alone) {
        this.start = start;
        this.mode = mode;
        this.length = length;
        this.gradient = gradient;
        this.times = times;
        this.alone = alone;
        gamma = gamma(start.network());
        for (Quantity quantity : Quantity.values()) {
            if (quantity != Quantity.DEVIATION || alone.isPresent()) {
                values.put(quantity, new double[times.length]);
            }
        }
    }

    void sample(SequenceRnn network) {
        values.forEach((quantity, series) -> series[count] = of(quantity, network));
        count++;
    }

    private double of(Quantity quantity, SequenceRnn network) {
        Frame frame = start.frame();
        return switch (quantity) {
            case A -> frame.a(network, mode);
            case B -> frame.b(network, mode);
            case C -> frame.c(network, mode);
            case RESPONSE -> frame.response(network, mode, 0);
            case FIRST_RESPONSE -> frame.response(network, mode, length - 1);
            case DEVIATION -> frame.response(network, mode, 0) - alone.orElseThrow()[count];
            case BALANCE -> frame.balance(network, mode);
            case LEAKAGE -> frame.leakage(network);
            case LOSS -> loss(network);
            case GAMMA_DRIFT -> drift(network);
            case SQUARED_NORM -> squaredNorm(network);
        };
    }

    private double loss(SequenceRnn network) {
        gradient.evaluate(network);
        return gradient.loss();
    }

    private double drift(SequenceRnn network) {
        double[] difference = gamma(network);
        Rows.add(-1, gamma, difference);
        return Rows.norm(difference);
    }

    private static double squaredNorm(SequenceRnn network) {
        double[] all = new double[network.dimension()];
        network.gather(all);
        return Rows.dot(all, all);
    }

    /** Returns W_x W_xᵀ + W_h W_hᵀ − W_hᵀ W_h − W_yᵀ W_y, row by row. */
    private static double[] gamma(SequenceRnn network) {
        int size = network.neurons();
        double[][] sum = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                sum[i][j] = Rows.dot(network.readIn()[i], network.readIn()[j])
                        + Rows.dot(network.recurrent()[i], network.recurrent()[j]);
            }
        }
        subtractSquare(network.recurrent(), sum);
        subtractSquare(network.readOut(), sum);
        return Arrays.stream(sum).flatMapToDouble(Arrays::stream).toArray();
    }

    /** Subtracts Mᵀ M. */
    private static void subtractSquare(double[][] rows, double[][] from) {
        for (double[] row : rows) {
            for (int i = 0; i < from.length; i++) {
                Rows.add(-row[i], row, from[i]);
            }
        }
    }

    /** Returns how far a quantity of this course is from that of another at most, at the samples both have. */
    double distance(Quantity quantity, ModesCourse other) {
        double most = 0;
        for (int i = 0; i < Math.min(count, other.count); i++) {
            most = Math.max(
                    most, Math.abs(values.get(quantity)[i] - other.values.get(quantity)[i]));
        }
        return most;
    }

    /**
     * Returns what was measured.
     *
     * @param error bound of the numerical error of a quantity, besides the rounding of its measurement
     */
    Map<String, Measurement> measurements(ToDoubleFunction<Quantity> error) {
        Map<String, Measurement> found = new HashMap<>();
        double scale = ROUNDING
                * (1
                        + Arrays.stream(values.get(Quantity.SQUARED_NORM), 0, count)
                                .max()
                                .orElse(0));
        for (Quantity quantity : values.keySet()) {
            if (quantity.hasStart()) {
                double before = of(quantity, start.network());
                found.put(quantity.atStart(), new Measurement.Scalar(before, 1e-15 + ROUNDING * Math.abs(before)));
            }
            if (count > 0) {
                double[] all = Arrays.copyOf(values.get(quantity), count);
                double bound = scale + error.applyAsDouble(quantity);
                found.put(quantity.series(), new Measurement.Series(Arrays.copyOf(times, count), all, bound));
                found.put(quantity.atEnd(), new Measurement.Scalar(all[count - 1], bound));
                if (quantity == Quantity.DEVIATION) {
                    found.put(Quantity.LARGEST_DEVIATION, new Measurement.Scalar(peak(all), 2 * bound));
                }
            }
        }
        return found;
    }

    /** Returns the largest modulus on an even axis: of the largest value, or of the parabola through it and its neighbours. */
    private static double peak(double[] values) {
        int at = 0;
        for (int i = 1; i < values.length; i++) {
            at = Math.abs(values[i]) > Math.abs(values[at]) ? i : at;
        }
        double most = Math.abs(values[at]);
        if (at == 0 || at == values.length - 1) {
            return most;
        }
        double slope = (values[at + 1] - values[at - 1]) / 2;
        double curvature = values[at + 1] - 2 * values[at] + values[at - 1];
        return curvature == 0 ? most : Math.abs(values[at] - slope * slope / (2 * curvature));
    }
}
