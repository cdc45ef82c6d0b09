package org.theoremeter.simulate.ode.method;

import org.hipparchus.complex.Complex;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;

/** Tells whether the stability of an explicit method, not its accuracy, holds a step down. */
public final class Stiffness {

    /** Explicit steps of order 8 that are held down by accuracy alone stay well below this many decay times. */
    private static final double STABLE = 2.5;

    /** A run that ends after so many more steps of the same length is not worth another method. */
    private static final double WORTH = 1000;

    /** What the library's decomposition treats as zero; its default costs accuracy. */
    private static final double EIGEN_EPSILON = 2.3e-16;

    private Stiffness() {}

    /** Returns whether stability, not accuracy, holds the steps from here to the horizon down. */
    public static boolean of(Flow flow, Stretch step, double horizon) {
        double length = step.to() - step.from();
        if (horizon - step.to() < WORTH * length) {
            return false;
        }
        double[][] jacobian = flow.jacobian(step.to(), step.at(step.to()));
        double bound = 0;
        for (double[] row : jacobian) {
            double sum = 0;
            for (double entry : row) {
                sum += Math.abs(entry);
            }
            bound = Math.max(bound, sum);
        }
        if (!(length * bound > STABLE) || !Double.isFinite(bound)) {
            return false;
        }
        return length * fastestDecay(jacobian) > STABLE;
    }

    private static double fastestDecay(double[][] jacobian) {
        try {
            double fastest = 0;
            for (Complex value : new EigenDecompositionNonSymmetric(
                            new Array2DRowRealMatrix(jacobian, false), EIGEN_EPSILON)
                    .getEigenvalues()) {
                fastest = Math.max(fastest, -value.getRealPart());
            }
            return fastest;
        } catch (MathRuntimeException undecomposed) {
            return 0;
        }
    }
}
