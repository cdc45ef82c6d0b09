package org.theoremeter.theory.dynamics;

import java.util.List;
import org.hipparchus.complex.Complex;

/** What the linearised flow does near a fixed point. */
public enum Stability {
    /** Every eigenvalue of the Jacobian has negative real part. */
    STABLE,
    /** Every eigenvalue has positive real part. */
    UNSTABLE,
    /** Some real parts are negative, some positive, none vanishes. */
    SADDLE,
    /** A real part vanishes within rounding: the linearisation does not decide. */
    MARGINAL;

    /** The real part of an eigenvalue is known to about the root of the rounding of a Jacobian from differences. */
    private static final double VANISHING = 1e-8;

    static Stability of(List<Complex> eigenvalues) {
        double scale = eigenvalues.stream().mapToDouble(Complex::norm).max().orElse(0);
        double zero = VANISHING * Math.max(scale, Double.MIN_NORMAL);
        if (eigenvalues.stream().anyMatch(value -> Math.abs(value.getRealPart()) <= zero)) {
            return MARGINAL;
        }
        long growing =
                eigenvalues.stream().filter(value -> value.getRealPart() > 0).count();
        if (growing == 0) {
            return STABLE;
        }
        return growing == eigenvalues.size() ? UNSTABLE : SADDLE;
    }
}
