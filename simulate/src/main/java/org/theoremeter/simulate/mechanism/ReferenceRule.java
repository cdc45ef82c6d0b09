package org.theoremeter.simulate.mechanism;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * The STM paper's rule: limit cycle or slow point, by one recorded trial.
 *
 * <p>The states of a trial that runs on for nine times its length, n × N, are projected, <em>not</em> centred, on the two
 * leading right singular vectors v₁, v₂ of the <em>centred</em> ones; C is the matrix of Pearson's correlations of the projected
 * states, two numbers each, of all pairs of times. Of |Ĉ|², Ĉ the two-dimensional discrete Fourier transform of C, the fraction
 * within radius 3 of frequency 0 is below 0.5 for a limit cycle.
 *
 * <p>Two numbers correlate with two numbers by ±1, whatever they are: C_jk = s_j s_k, s_j = sign(a_j − b_j), (a_j, b_j) the
 * projected state. So Ĉ is an outer product of the transform of s with itself, and the fraction depends on the signs of v₁ and
 * v₂, which singular vectors do not have: with one of them turned round, s_j = sign(a_j + b_j) up to a factor. Both are
 * computed here; which of them a program of the published rule sees is up to its linear algebra.
 *
 * @param fraction the low-frequency fraction with v₁ and v₂ signed so that the entry largest in magnitude is positive
 * @param flipped the same with v₂ turned round
 */
public record ReferenceRule(double fraction, double flipped) {

    /** Below it a trial is called a limit cycle. */
    public static final double EDGE = 0.5;

    private static final int RADIUS = 3;

    /** Fewer times would count frequencies within the radius twice. */
    private static final int FEWEST = 2 * RADIUS + 1;

    /**
     * Applies the rule.
     *
     * @param states one array a time, all of the same length of at least 2; at least 7 times
     * @throws IllegalArgumentException if there are fewer
     */
    public static ReferenceRule of(double[][] states) {
        if (states.length < FEWEST || states[0].length < 2) {
            throw new IllegalArgumentException("found " + states.length + " states of " + states[0].length
                    + " numbers, accepted: at least " + FEWEST + " of at least 2");
        }
        double[][] axes = leadingAxes(states);
        double[][] projected = new double[states.length][2];
        for (int t = 0; t < states.length; t++) {
            for (int i = 0; i < states[t].length; i++) {
                projected[t][0] += states[t][i] * axes[0][i];
                projected[t][1] += states[t][i] * axes[1][i];
            }
        }
        return ofProjected(projected);
    }

    /**
     * Applies the rule to states that are projected already.
     *
     * @param projected n × 2
     */
    public static ReferenceRule ofProjected(double[][] projected) {
        return new ReferenceRule(lowFrequencies(projected, 1), lowFrequencies(projected, -1));
    }

    /** Tells whether the trial is called a limit cycle, and otherwise a slow point. */
    public boolean isLimitCycle() {
        return fraction < EDGE;
    }

    /** Tells whether the answer is another one with a principal component turned round. */
    public boolean dependsOnSign() {
        return fraction < EDGE != flipped < EDGE;
    }

    /**
     * Returns Σ |Ĉ_kl|² over k² + l² ≤ 9, divided by that over all k and l, which is n² Σ |C_jk|² by Parseval's theorem. As
     * Ĉ_kl = ŝ_k ŝ_l, seven coefficients of s make the 29 of C.
     */
    private static double lowFrequencies(double[][] projected, int sign) {
        int n = projected.length;
        double[] signs = new double[n];
        double squares = 0;
        for (int t = 0; t < n; t++) {
            signs[t] = Math.signum(projected[t][0] - sign * projected[t][1]);
            squares += signs[t] * signs[t];
        }
        double[] power = new double[RADIUS + 1];
        for (int k = 0; k <= RADIUS; k++) {
            double real = 0;
            double imaginary = 0;
            for (int t = 0; t < n; t++) {
                double angle = 2 * Math.PI * k * t / n;
                real += signs[t] * Math.cos(angle);
                imaginary -= signs[t] * Math.sin(angle);
            }
            power[k] = real * real + imaginary * imaginary;
        }
        double within = 0;
        for (int k = -RADIUS; k <= RADIUS; k++) {
            for (int l = -RADIUS; l <= RADIUS; l++) {
                if (k * k + l * l <= RADIUS * RADIUS) {
                    within += power[Math.abs(k)] * power[Math.abs(l)];
                }
            }
        }
        double all = (double) n * n * squares * squares;
        return all > 0 ? within / all : 1;
    }

    /** Returns the two leading right singular vectors of the centred states, each with its largest entry positive. */
    private static double[][] leadingAxes(double[][] states) {
        double[] mean = Orbit.mean(states);
        double[][] centred = new double[states.length][mean.length];
        for (int t = 0; t < states.length; t++) {
            for (int i = 0; i < mean.length; i++) {
                centred[t][i] = states[t][i] - mean[i];
            }
        }
        RealMatrix vectors = new SingularValueDecomposition(new Array2DRowRealMatrix(centred, false)).getV();
        return new double[][] {signed(vectors.getColumn(0)), signed(vectors.getColumn(1))};
    }

    private static double[] signed(double[] axis) {
        int largest = IntStream.range(0, axis.length)
                .boxed()
                .max(Comparator.comparingDouble(i -> Math.abs(axis[i])))
                .orElseThrow();
        return axis[largest] < 0 ? Arrays.stream(axis).map(x -> -x).toArray() : axis;
    }
}
