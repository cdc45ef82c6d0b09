package org.theoremeter.simulate.fixedpoint;

import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.SingularValueDecomposition;
import org.theoremeter.simulate.arithmetic.Rows;

/**
 * The plane of the two leading principal components of some states, through their mean. Of each component the entry that is largest is
 * positive.
 */
public final class LeadingPlane {

    private final double[] mean;
    private final double[][] axes;
    private final double[] shares = new double[2];

    /**
     * Finds the plane.
     *
     * @param states one array each, at least one
     */
    public LeadingPlane(double[][] states) {
        int size = states[0].length;
        mean = new double[size];
        for (double[] state : states) {
            Rows.add(1.0 / states.length, state, mean);
        }
        double[][] covariance = new double[size][size];
        double[] away = new double[size];
        double total = 0;
        for (double[] state : states) {
            for (int i = 0; i < size; i++) {
                away[i] = state[i] - mean[i];
            }
            for (int i = 0; i < size; i++) {
                Rows.add(away[i] / states.length, away, covariance[i]);
            }
            total += Rows.dot(away, away) / states.length;
        }
        // the symmetric eigenproblem fails to converge on covariances of low rank; singular values do not
        SingularValueDecomposition decomposition =
                new SingularValueDecomposition(MatrixUtils.createRealMatrix(covariance));
        axes = new double[2][size];
        for (int k = 0; k < Math.min(2, size); k++) {
            axes[k] = decomposition.getU().getColumn(k);
            shares[k] = total > 0 ? decomposition.getSingularValues()[k] / total : 0;
            turn(axes[k]);
        }
    }

    private static void turn(double[] axis) {
        double largest = 0;
        for (double entry : axis) {
            largest = Math.abs(entry) > Math.abs(largest) ? entry : largest;
        }
        for (int i = 0; i < axis.length && largest < 0; i++) {
            axis[i] = -axis[i];
        }
    }

    /** Returns which part of the variance lies along one of the two, 0 or 1. */
    public double share(int axis) {
        return shares[axis];
    }

    /** Returns the coordinates of states along one of the two, 0 or 1. */
    public double[] along(int axis, double[][] states) {
        double[] at = new double[states.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = Rows.dot(axes[axis], states[i]) - Rows.dot(axes[axis], mean);
        }
        return at;
    }
}
