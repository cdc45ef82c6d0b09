package org.theoremeter.simulate.measure;

import java.util.OptionalDouble;
import org.theoremeter.simulate.arithmetic.Eigenvalues;

/**
 * Decides whether an eigenvalue has left the bulk: its modulus exceeds 1.2 g and g + 0.05, g the initial bulk radius.
 *
 * @param radius initial bulk radius g, which is the gain of the random weights; 0 if there are none
 */
public record Outliers(double radius) {

    private static final double FACTOR = 1.2;
    private static final double CLEARANCE = 0.05;

    /**
     * Checks the radius.
     *
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Outliers {
        if (!(radius >= 0) || !Double.isFinite(radius)) {
            throw new IllegalArgumentException("the bulk radius is " + radius + ", it must be at least 0");
        }
    }

    /** Returns the modulus beyond which an eigenvalue is an outlier. */
    public double threshold() {
        return Math.max(FACTOR * radius, radius + CLEARANCE);
    }

    /** Returns the real part of the largest outlier, or nothing when all eigenvalues lie within the bulk. */
    public OptionalDouble outlier(Spectrum spectrum) {
        return spectrum.leadingModulus() > threshold() ? OptionalDouble.of(spectrum.leading()) : OptionalDouble.empty();
    }

    /** Returns how many eigenvalues lie outside the bulk, of a pair both. */
    public int count(Eigenvalues eigenvalues) {
        int count = 0;
        for (int i = 0; i < eigenvalues.size(); i++) {
            if (eigenvalues.modulus(i) > threshold()) {
                count++;
            }
        }
        return count;
    }
}
