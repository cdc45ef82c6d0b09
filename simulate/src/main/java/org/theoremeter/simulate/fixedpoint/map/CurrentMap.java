package org.theoremeter.simulate.fixedpoint.map;

import java.util.Arrays;
import java.util.Optional;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.network.ParameterBlock;
import org.theoremeter.simulate.network.TanhRnn;

/** The map z ← (1 − α) z + α (W tanh(σz)/σ + c) of the tanh network. */
final class CurrentMap extends NetworkMap {

    /** max |tanh″|. */
    private static final double STEEPEST = 4 / (3 * Math.sqrt(3));

    private final double alpha;
    private final double sigma;
    private final double[][] rows;
    private final double[][] columns;
    private final double[] drive;
    private final double[] driveSize;
    private final double[] active;
    private final double[] products;
    private final double[] turned;

    private CurrentMap(CurrentMap other) {
        this(other, other.alpha, other.sigma, other.rows, other.columns, new Drive(other.drive, other.driveSize));
    }

    private CurrentMap(NetworkMap base, double alpha, double sigma, double[][] rows, double[][] columns, Drive drive) {
        super(base);
        this.alpha = alpha;
        this.sigma = sigma;
        this.rows = rows;
        this.columns = columns;
        this.drive = drive.sum();
        this.driveSize = drive.size();
        active = new double[rows.length];
        products = new double[rows.length];
        turned = new double[rows.length];
    }

    static CurrentMap of(TanhRnn network, double[] parameters, double[] input) {
        ParameterBlock w = network.layout().block("W");
        double[][] rows = new double[network.units()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(parameters, w.at(i, 0), w.at(i, 0) + rows.length);
        }
        double[][] columns = new double[rows.length][rows.length];
        Rows.transpose(rows, columns);
        return new CurrentMap(
                new NetworkMap(network, parameters, input),
                network.alpha(),
                network.sigma(),
                rows,
                columns,
                Drive.of(network, parameters, input, "U"));
    }

    @Override
    public SearchedMap another() {
        return new CurrentMap(this);
    }

    private void activate(double[] state) {
        for (int k = 0; k < active.length; k++) {
            active[k] = Math.tanh(sigma * state[k]);
        }
    }

    @Override
    public void step(double[] state, double[] next) {
        activate(state);
        Rows.transposedTimes(columns, active, products);
        for (int i = 0; i < next.length; i++) {
            next[i] = (1 - alpha) * state[i] + alpha * (products[i] / sigma + drive[i]);
        }
    }

    @Override
    public void step(double[] state, double[] direction, double[] next, double[] nextDirection) {
        step(state, next);
        for (int k = 0; k < turned.length; k++) {
            turned[k] = (1 - active[k] * active[k]) * direction[k];
        }
        Rows.transposedTimes(columns, turned, products);
        for (int i = 0; i < next.length; i++) {
            nextDirection[i] = (1 - alpha) * direction[i] + alpha * products[i];
        }
    }

    @Override
    public void jacobian(double[] state, double[][] to) {
        activate(state);
        for (int i = 0; i < to.length; i++) {
            for (int k = 0; k < to.length; k++) {
                to[i][k] = alpha * rows[i][k] * (1 - active[k] * active[k]);
            }
            to[i][i] += 1 - alpha;
        }
    }

    /** Diagonal: α σ tanh″(σ z_k) Σ_i y_i W_ik. */
    @Override
    public void addCurvature(double[] state, double[] weights, double[][] to) {
        activate(state);
        Rows.transposedTimes(rows, weights, products);
        for (int k = 0; k < to.length; k++) {
            to[k][k] -= 2 * alpha * sigma * active[k] * (1 - active[k] * active[k]) * products[k];
        }
    }

    @Override
    public Optional<Bounds> bounds(double[] state) {
        activate(state);
        int size = state.length;
        double[] value = new double[size];
        double[] slope = new double[size];
        double[] bend = new double[size];
        for (int i = 0; i < size; i++) {
            double sum = driveSize[i];
            double norm = 0;
            for (int k = 0; k < size; k++) {
                double weight = Math.abs(rows[i][k]);
                sum += weight * Math.abs(active[k]) / sigma;
                norm += weight;
            }
            double argument = Rounding.ofSum(size) * sum + Rounding.FEW * norm / sigma;
            value[i] = Rounding.ROOM * (alpha * (argument + Rounding.FEW * sum) + Rounding.FEW * Math.abs(state[i]));
            slope[i] = Rounding.ROOM * (4 * Rounding.FEW * alpha * norm + 2 * Rounding.FEW);
            bend[i] = Rounding.ROOM * alpha * sigma * STEEPEST * norm;
        }
        return Optional.of(new Bounds(value, slope, bend, Double.POSITIVE_INFINITY));
    }
}
