package org.theoremeter.simulate.measure;

import java.util.List;
import org.theoremeter.simulate.network.RankKRnn;

/**
 * The reduced field of a rank-one network, dκ/dt = F(κ) = −κ + Σ n_i tanh(m_i κ + b_i), exact once x lies on its line (theory 3.8).
 *
 * <p>Its zeros are the network's fixed points. A <em>ghost</em> is a minimum of the speed |F| that is no zero: F′ = 0 and F F″ &gt; 0,
 * where κ is slow for a while. All of them lie in |κ| ≤ Σ |n_i|, beyond which F pulls back and F = 0 is impossible; ghosts are looked
 * for there too.
 */
public final class LatentField {

    /** Bounds of the derivatives of tanh: |tanh″| ≤ 4/(3√3), |tanh‴| ≤ 2. */
    private static final double SECOND = 4 / (3 * Math.sqrt(3));

    private static final double THIRD = 2;

    /** Relative rounding of a sum over units. */
    private static final double ROUNDING = 1e-13;

    private final double[] m;
    private final double[] n;
    private final double[] b;
    private final double range;
    private final double curvature;
    private final double change;
    private final double rounding;

    /**
     * Creates a field.
     *
     * @param m weights from the latent to the units; shared
     * @param n weights from the units to the latent; shared
     * @param b biases; shared
     */
    public LatentField(double[] m, double[] n, double[] b) {
        this.m = m;
        this.n = n;
        this.b = b;
        double reach = 0;
        double second = 0;
        double third = 0;
        double steepest = 1;
        for (int i = 0; i < n.length; i++) {
            double weight = Math.abs(n[i]);
            double slope = Math.abs(m[i]);
            reach += weight;
            steepest += weight * slope;
            second += weight * slope * slope;
            third += weight * slope * slope * slope;
        }
        range = reach;
        curvature = SECOND * second;
        change = THIRD * third;
        rounding = ROUNDING * (1 + reach + steepest);
    }

    /**
     * Returns the field of a network of rank one.
     *
     * @throws IllegalArgumentException if its rank is another
     */
    public static LatentField of(RankKRnn network, double[] parameters) {
        if (network.rank() != 1) {
            throw new IllegalArgumentException("found rank " + network.rank() + ", accepted: 1, a field on a line");
        }
        return new LatentField(
                network.leftVectors(parameters)[0], network.rightVectors(parameters)[0], network.biases(parameters));
    }

    /** Returns F(κ). */
    public double value(double latent) {
        double sum = 0;
        for (int i = 0; i < n.length; i++) {
            sum += n[i] * Math.tanh(m[i] * latent + b[i]);
        }
        return sum - latent;
    }

    /** Returns F′(κ). */
    public double slope(double latent) {
        double sum = 0;
        for (int i = 0; i < n.length; i++) {
            double active = Math.tanh(m[i] * latent + b[i]);
            sum += n[i] * m[i] * (1 - active * active);
        }
        return sum - 1;
    }

    /** Returns F″(κ). */
    public double curvature(double latent) {
        double sum = 0;
        for (int i = 0; i < n.length; i++) {
            double active = Math.tanh(m[i] * latent + b[i]);
            sum -= 2 * n[i] * m[i] * m[i] * active * (1 - active * active);
        }
        return sum;
    }

    /** Returns the fixed points. */
    public IsolatedZeros zeros() {
        return IsolatedZeros.of(this::value, this::slope, curvature, rounding, -end(), end());
    }

    /** Returns the ghosts; a turning point that cannot be told from a zero, or from an inflection, is undecided. */
    public IsolatedZeros ghosts() {
        IsolatedZeros turns = IsolatedZeros.of(this::slope, this::curvature, change, rounding, -end(), end());
        List<Double> ghosts = turns.zeros().stream()
                .filter(latent -> Math.abs(value(latent)) > rounding && value(latent) * curvature(latent) > 0)
                .toList();
        long touching = turns.zeros().stream()
                .filter(latent -> Math.abs(value(latent)) <= rounding)
                .count();
        return new IsolatedZeros(ghosts, turns.undecided() + (int) touching);
    }

    private double end() {
        return range + 1;
    }
}
