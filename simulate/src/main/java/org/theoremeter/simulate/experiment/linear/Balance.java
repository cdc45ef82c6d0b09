package org.theoremeter.simulate.experiment.linear;

import java.util.List;
import java.util.Map;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.training.Trained;

/**
 * Follows Γ = W Wᵀ − Wᵀ W + u uᵀ − v vᵀ, which gradient flow conserves when W, u and v are trained by one rate (theory
 * 0.5), beside S = ‖W‖_F² + |u|² + |v|², the scale of its terms.
 *
 * <p>An error e of the state (W, u, v) moves S by at most 2√S e + e², and Γ in the Frobenius norm by at most
 * 4‖W‖‖δW‖ + 2|u||δu| + 2|v||δv| + 2e² ≤ 4√S e + 2e².
 */
final class Balance {

    private final boolean conserved;
    private final int size;
    private final double[] start;
    private final Points square = new Points();
    private final Points drift = new Points();

    Balance(LinearRnn network, Trained trained) {
        conserved = trained == Trained.ALL;
        size = network.size();
        start = gamma(network);
    }

    static List<Observable> observables() {
        return List.of(
                Observable.series("squared-norm", "‖W‖_F² + |u|² + |v|², u the read-in, v the read-out", Course.AXIS),
                Observable.series(
                        "gamma-drift",
                        "Frobenius norm of Γ − Γ(0), Γ = W Wᵀ − Wᵀ W + u uᵀ − v vᵀ; only with 'train: all'",
                        Course.AXIS),
                Observable.scalar("final-gamma-drift", "gamma-drift at the end; only with 'train: all'", Unit.ONE),
                Observable.scalar(
                        "final-relative-gamma-drift",
                        "gamma-drift over squared-norm at the end; only with 'train: all'",
                        Unit.ONE));
    }

    void sample(double tau, LinearRnn network) {
        square.add(tau, Math.pow(Trained.ALL.norm(network), 2));
        if (conserved) {
            double[] difference = gamma(network);
            Rows.add(-1, start, difference);
            drift.add(tau, Rows.norm(difference));
        }
    }

    /**
     * Adds what was found, if anything was sampled.
     *
     * @param error bound of the error of the state over the whole course
     */
    void measure(double error, Map<String, Measurement> found) {
        if (square.isEmpty()) {
            return;
        }
        double most = square.largest();
        double root = Math.sqrt(most);
        // sums of N² + 2N squares
        double squareError = (2 * root + error) * error + size * (size + 2) * Math.ulp(most);
        found.put("squared-norm", square.series(squareError));
        if (!conserved) {
            return;
        }
        // twice sums of N products and three more terms, of norm 2S at most, and the norm of the N² differences
        double rounding = 2 * (size + 3) * Math.ulp(most) + size * size * Math.ulp(drift.largest());
        double driftError = (4 * root + 2 * error) * error + rounding;
        double relative = drift.last() / square.last();
        found.put("gamma-drift", drift.series(driftError));
        found.put("final-gamma-drift", new Measurement.Scalar(drift.last(), driftError));
        found.put(
                "final-relative-gamma-drift",
                new Measurement.Scalar(relative, (driftError + relative * squareError) / square.last()));
    }

    /** Returns Γ, row by row. */
    private static double[] gamma(LinearRnn network) {
        int size = network.size();
        double[] u = network.readIn();
        double[] v = network.readOut();
        double[][] rows = network.rows();
        double[][] columns = new double[size][size];
        Rows.transpose(rows, columns);
        double[] gamma = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                gamma[i * size + j] =
                        Rows.dot(rows[i], rows[j]) - Rows.dot(columns[i], columns[j]) + u[i] * u[j] - v[i] * v[j];
            }
        }
        return gamma;
    }
}
