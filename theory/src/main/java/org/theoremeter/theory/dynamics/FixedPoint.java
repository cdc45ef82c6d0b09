package org.theoremeter.theory.dynamics;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.complex.Complex;

/**
 * A state at which the field vanishes.
 *
 * @param state the state; copied in and out
 * @param eigenvalues the eigenvalues of the Jacobian there, by falling real part, then by falling imaginary part
 * @param stability what they say
 */
public record FixedPoint(double[] state, List<Complex> eigenvalues, Stability stability) {
    /** Makes a fixed point. */
    public FixedPoint {
        state = state.clone();
        eigenvalues = List.copyOf(eigenvalues);
    }

    /**
     * Returns from how many places in a box fixed points are looked for.
     *
     * @param dimension the number of state variables
     */
    public static int starts(int dimension) {
        return dimension == 1 ? FixedPointSearch.GRID : FixedPointSearch.STARTS;
    }

    @Override
    public double[] state() {
        return state.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FixedPoint point
                && Arrays.equals(state, point.state)
                && eigenvalues.equals(point.eigenvalues)
                && stability == point.stability;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(state) + eigenvalues.hashCode();
    }

    @Override
    public String toString() {
        return stability + " at " + Arrays.toString(state) + ", eigenvalues " + eigenvalues;
    }
}
