package org.theoremeter.simulate.measure;

import org.theoremeter.simulate.network.RankKRnn;

/**
 * The reduced field of a rank-two network, dκ/dt = F(κ) = −κ + n tanh(m κ + b) in the plane, exact as that of rank one is on a line (theory 3.9).
 *
 * <p>Its zeros are the network's fixed points. All of them lie in |κ_k| ≤ Σ_i |n_ki|. Over a box, 1 − tanh² of every unit lies between
 * its values at the ends of what m κ + b can be there, and 1 where that is 0; so DF is enclosed.
 */
public final class LatentPlane implements PlaneField {

    /** Relative rounding of a sum over units. */
    private static final double ROUNDING = 1e-13;

    private final double[][] m;
    private final double[][] n;
    private final double[] b;
    private final double width;
    private final double height;
    private final double rounding;

    /**
     * Creates a field.
     *
     * @param m weights from each of the two latents to the N units; shared
     * @param n weights from the units to each of the two latents; shared
     * @param b N biases; shared
     * @throws IllegalArgumentException if there are other numbers of weights
     */
    public LatentPlane(double[][] m, double[][] n, double[] b) {
        if (m.length != 2 || n.length != 2) {
            throw new IllegalArgumentException(
                    "found rank " + Math.max(m.length, n.length) + ", accepted: 2, a field of the plane");
        }
        for (int k = 0; k < 2; k++) {
            if (m[k].length != b.length || n[k].length != b.length) {
                throw new IllegalArgumentException("found " + m[k].length + " weights m and " + n[k].length
                        + " weights n of latent " + k + ", accepted: one of each a unit, " + b.length);
            }
        }
        this.m = m;
        this.n = n;
        this.b = b;
        width = reach(n[0]);
        height = reach(n[1]);
        double steepest = 1;
        for (int i = 0; i < b.length; i++) {
            steepest += (Math.abs(n[0][i]) + Math.abs(n[1][i])) * (Math.abs(m[0][i]) + Math.abs(m[1][i]));
        }
        rounding = ROUNDING * (1 + width + height + steepest);
    }

    /**
     * Returns the field of a network of rank two.
     *
     * @throws IllegalArgumentException if its rank is another
     */
    public static LatentPlane of(RankKRnn network, double[] parameters) {
        return new LatentPlane(
                network.leftVectors(parameters), network.rightVectors(parameters), network.biases(parameters));
    }

    private static double reach(double[] weights) {
        double reach = 0;
        for (double weight : weights) {
            reach += Math.abs(weight);
        }
        return reach;
    }

    @Override
    public void value(double x, double y, double[] value) {
        double first = 0;
        double second = 0;
        for (int i = 0; i < b.length; i++) {
            double active = Math.tanh(m[0][i] * x + m[1][i] * y + b[i]);
            first += n[0][i] * active;
            second += n[1][i] * active;
        }
        value[0] = first - x;
        value[1] = second - y;
    }

    @Override
    public void slopes(double x, double y, double halfWidth, double halfHeight, double[] middle, double[] radius) {
        for (int entry = 0; entry < 4; entry++) {
            middle[entry] = entry % 3 == 0 ? -1 : 0;
            radius[entry] = rounding;
        }
        for (int i = 0; i < b.length; i++) {
            double at = m[0][i] * x + m[1][i] * y + b[i];
            double reach = Math.abs(m[0][i]) * halfWidth + Math.abs(m[1][i]) * halfHeight;
            double low = Math.tanh(at - reach);
            double high = Math.tanh(at + reach);
            double one = 1 - low * low;
            double other = 1 - high * high;
            double least = Math.min(one, other);
            double most = low * high < 0 ? 1 : Math.max(one, other);
            double mean = (least + most) / 2;
            double spread = (most - least) / 2;
            for (int entry = 0; entry < 4; entry++) {
                double weight = n[entry / 2][i] * m[entry % 2][i];
                middle[entry] += weight * mean;
                radius[entry] += Math.abs(weight) * spread;
            }
        }
    }

    /** Returns the fixed points. */
    public PlaneZeros zeros() {
        // beyond the reach F pulls back
        return PlaneZeros.of(this, rounding, width + 1, height + 1);
    }
}
