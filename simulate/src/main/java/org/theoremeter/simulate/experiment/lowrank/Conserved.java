package org.theoremeter.simulate.experiment.lowrank;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.network.LowRankRnn;

/**
 * Measures how far what gradient flow conserves has drifted from the start, neuron by neuron (theory 5.3), beside S = ‖m‖_F²
 * + ‖n‖_F² + |u|² + |v|², the scale of the terms.
 */
final class Conserved {

    private static final String BALANCE = "balance-drift";
    private static final String LENGTHS = "lengths-drift";
    private static final String NEURONS = "neurons-drift";
    private static final String SQUARE = "squared-norm";

    private final int size;
    private final double[][] balance;
    private final double lengths;
    private final double[][] neurons;

    Conserved(LowRankRnn start) {
        size = start.size();
        balance = balance(start);
        lengths = lengths(start);
        neurons = neurons(start);
    }

    static List<Observable> observables() {
        return List.of(
                Observable.series(SQUARE, "‖m‖_F² + ‖n‖_F² + |u|² + |v|²", OverlapCourse.AXIS),
                Observable.series(BALANCE, "Frobenius norm of the change of mᵀm − nᵀn", OverlapCourse.AXIS),
                Observable.series(LENGTHS, "modulus of the change of |u|² − |v|²", OverlapCourse.AXIS),
                Observable.series(
                        NEURONS, "Frobenius norm of the change of m mᵀ − n nᵀ + u uᵀ − v vᵀ", OverlapCourse.AXIS));
    }

    int size() {
        return size;
    }

    /** Returns √S. */
    double length(LowRankRnn network) {
        double square = 0;
        for (double[] column : network.columns()) {
            square += Rows.dot(column, column);
        }
        return Math.sqrt(square);
    }

    Map<String, Double> sample(LowRankRnn network) {
        Map<String, Double> found = new LinkedHashMap<>();
        found.put(SQUARE, Math.pow(length(network), 2));
        found.put(BALANCE, distance(balance(network), balance));
        found.put(LENGTHS, Math.abs(lengths(network) - lengths));
        found.put(NEURONS, distance(neurons(network), neurons));
        return found;
    }

    boolean isDrift(String name) {
        return List.of(BALANCE, LENGTHS, NEURONS).contains(name);
    }

    /**
     * Returns a bound of the error of a drift: m mᵀ moves by 2‖m‖ e + e² at most when m moves by e, and so on, and the sums
     * round.
     *
     * @param longest bound of √S
     * @param error bound of the error of all columns together
     */
    double error(double longest, double error) {
        return (4 * longest + 2 * error) * error + (size + 20) * Math.ulp(longest * longest);
    }

    private static double distance(double[][] now, double[][] then) {
        double square = 0;
        for (int i = 0; i < now.length; i++) {
            Rows.add(-1, then[i], now[i]);
            square += Rows.dot(now[i], now[i]);
        }
        return Math.sqrt(square);
    }

    private static double[][] balance(LowRankRnn network) {
        int rank = network.rank();
        double[][] balance = new double[rank][rank];
        for (int i = 0; i < rank; i++) {
            for (int j = 0; j < rank; j++) {
                balance[i][j] = Rows.dot(network.left()[i], network.left()[j])
                        - Rows.dot(network.right()[i], network.right()[j]);
            }
        }
        return balance;
    }

    private static double lengths(LowRankRnn network) {
        return Rows.dot(network.readIn(), network.readIn()) - Rows.dot(network.readOut(), network.readOut());
    }

    private static double[][] neurons(LowRankRnn network) {
        double[][] sum = new double[network.size()][network.size()];
        for (int i = 0; i < sum.length; i++) {
            for (int r = 0; r < network.rank(); r++) {
                Rows.add(network.left()[r][i], network.left()[r], sum[i]);
                Rows.add(-network.right()[r][i], network.right()[r], sum[i]);
            }
            Rows.add(network.readIn()[i], network.readIn(), sum[i]);
            Rows.add(-network.readOut()[i], network.readOut(), sum[i]);
        }
        return sum;
    }
}
