package org.theoremeter.simulate.ode.regime;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.theoremeter.simulate.ode.method.Flow;

/**
 * The flow along surfaces to which the field points from both sides: f₋ + Σ λ_k (f₊ᵏ − f₋), with the λ_k that keep every
 * g_k at 0 (A. F. Filippov, Differential Equations with Discontinuous Righthand Sides, 1988, section 4).
 *
 * @param below the field below all surfaces
 * @param above for each surface the field above it and below the others
 * @param surfaces the surfaces
 */
public record Sliding(Flow below, List<Flow> above, List<Surface> surfaces) implements Flow {

    /** The cube root of the spacing of doubles balances the truncation of a central difference against rounding. */
    private static final double STEP = Math.cbrt(Math.ulp(1.0));

    /** What the fields of both sides leave of each other is rounding. */
    private static final double CANCELLED = 64 * Math.ulp(1.0);

    private static final double SINGULAR = 1e-13;

    @Override
    public void derivative(double time, double[] state, double[] slope) {
        double[] lambda = new double[surfaces.size()];
        double[][] differences = shares(time, state, slope, lambda);
        for (int i = 0; i < slope.length; i++) {
            double size = Math.abs(slope[i]);
            for (int k = 0; k < lambda.length; k++) {
                slope[i] += lambda[k] * differences[k][i];
                size += Math.abs(lambda[k] * differences[k][i]);
            }
            if (Math.abs(slope[i]) <= CANCELLED * size) {
                slope[i] = 0;
            }
        }
    }

    /** Returns the λ_k; they lie in [0, 1] where the flow slides, and are not numbers where it is not determined. */
    public double[] shares(double time, double[] state) {
        double[] lambda = new double[surfaces.size()];
        shares(time, state, new double[state.length], lambda);
        return lambda;
    }

    /** Writes the field below and the λ_k, and returns what each surface adds to the field. */
    private double[][] shares(double time, double[] state, double[] base, double[] lambda) {
        int count = surfaces.size();
        below.derivative(time, state, base);
        double[][] differences = new double[count][base.length];
        for (int k = 0; k < count; k++) {
            above.get(k).derivative(time, state, differences[k]);
            for (int i = 0; i < base.length; i++) {
                differences[k][i] -= base[i];
            }
        }
        double[][] matrix = new double[count][count];
        double[] rates = new double[count];
        for (int j = 0; j < count; j++) {
            double[] gradient = surfaces.get(j).gradient(time, state);
            rates[j] = -Surface.rate(gradient, base);
            gradient[0] = 0;
            for (int k = 0; k < count; k++) {
                matrix[j][k] = Surface.rate(gradient, differences[k]);
            }
        }
        System.arraycopy(solved(matrix, rates), 0, lambda, 0, count);
        return differences;
    }

    private static double[] solved(double[][] matrix, double[] right) {
        try {
            return new LUDecomposition(new Array2DRowRealMatrix(matrix, false), SINGULAR * largest(matrix))
                    .getSolver()
                    .solve(new ArrayRealVector(right, false))
                    .toArray();
        } catch (MathRuntimeException singular) {
            double[] nothing = new double[right.length];
            Arrays.fill(nothing, Double.NaN);
            return nothing;
        }
    }

    private static double largest(double[][] matrix) {
        double largest = 0;
        for (double[] row : matrix) {
            for (double entry : row) {
                largest = Math.max(largest, Math.abs(entry));
            }
        }
        return largest;
    }

    @Override
    public double[][] jacobian(double time, double[] state) {
        int n = state.length;
        double[][] jacobian = new double[n][n];
        double[] right = new double[n];
        double[] left = new double[n];
        for (int j = 0; j < n; j++) {
            double step = STEP * Math.max(Math.abs(state[j]), STEP);
            double[] moved = state.clone();
            moved[j] = state[j] + step;
            derivative(time, moved, right);
            moved[j] = state[j] - step;
            derivative(time, moved, left);
            for (int i = 0; i < n; i++) {
                jacobian[i][j] = (right[i] - left[i]) / (2 * step);
            }
        }
        return jacobian;
    }
}
