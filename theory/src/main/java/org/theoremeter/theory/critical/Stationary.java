package org.theoremeter.theory.critical;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.matrix.Hessian;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.numeric.FieldEvaluation;

/**
 * A stationary point looked at with 60 digits: Newton's method, then the signs of the pivots of the Hessian, of which
 * there are as many positive, negative and vanishing as of its eigenvalues (Sylvester). A saddle that falls by 10⁻¹¹ of
 * what it rises by is one, and so is a minimum that rises by as little.
 *
 * @param state where it lies, rounded
 * @param hessian the second derivatives there, rounded
 * @param error by how much the Hessian changed in the last of Newton's steps: a bound on what is left of its error
 * @param negative how many eigenvalues are negative
 * @param zero how many vanish, to 30 digits
 */
record Stationary(double[] state, double[][] hessian, double error, int negative, int zero) {
    private static final int MOST_STEPS = 12;
    /** How far Newton's method may go from where the search ended, relative to the state. */
    private static final double NEARBY = 1e-5;
    /** A step this small, relative to the state, is none. */
    private static final double CONVERGED = 1e-40;
    /** What Newton's method leaves of a coordinate that is 0, in units of the last step. */
    private static final double NOISE = 10;
    /** Pivots below this, relative, count as none where Newton's method did not converge. */
    private static final double ZERO_UNPOLISHED = 1e-8;

    boolean isMinimum() {
        return negative == 0 && zero == 0;
    }

    /** Returns the eigenvalues, the largest first. */
    double[] curvatures() {
        return new EigenDecompositionSymmetric(new Array2DRowRealMatrix(hessian)).getEigenvalues();
    }

    /** The derivatives of a loss, for as many points as are asked for. */
    static final class Derivatives {
        private final List<String> names;
        private final List<Expression> gradient;
        private final Matrix hessian;

        Derivatives(Expression loss, List<String> names) {
            this.names = names;
            this.gradient = names.stream().map(loss::derivative).toList();
            this.hessian = Hessian.of(loss, names);
        }

        /**
         * Looks at a point.
         *
         * @param near a state close to it
         * @param parameters a value for every parameter
         * @return what is there; nothing if a derivative is no number
         */
        Optional<Stationary> near(double[] near, Map<String, Double> parameters) {
            return new Look(this, near, parameters).result();
        }

        /** Tells whether the gradient vanishes at a state, and not only because doubles are too coarse for it. */
        boolean vanish(double[] state, Map<String, Double> parameters) {
            Look look = new Look(this, state, parameters);
            return gradient.stream().allMatch(slope -> look.value(slope).isZero());
        }
    }

    /** One look. */
    private static final class Look {
        private final Derivatives derivatives;
        private final double[] near;
        private final Dfp one = new DfpField(Inertia.DIGITS).getOne();
        private final Map<String, Dfp> at = new HashMap<>();
        private final int n;

        private Look(Derivatives derivatives, double[] near, Map<String, Double> parameters) {
            this.derivatives = derivatives;
            this.near = near;
            this.n = near.length;
            parameters.forEach((name, value) -> at.put(name, one.newInstance(value)));
            place(near);
        }

        private void place(double[] state) {
            for (int i = 0; i < n; i++) {
                at.put(derivatives.names.get(i), one.newInstance(state[i]));
            }
        }

        private Optional<Stationary> result() {
            double error = polish();
            boolean polished = error >= 0;
            if (!polished) {
                place(near);
            }
            Dfp[][] hessian = hessian();
            double[] state = new double[n];
            double[][] rounded = new double[n][n];
            for (int i = 0; i < n; i++) {
                double value = at.get(derivatives.names.get(i)).toDouble();
                state[i] = polished && Math.abs(value) <= CONVERGED * NOISE ? 0 : value;
                for (int j = 0; j < n; j++) {
                    rounded[i][j] = hessian[i][j].toDouble();
                    if (!Double.isFinite(rounded[i][j])) {
                        return Optional.empty();
                    }
                }
            }
            if (polished) {
                Inertia signs = Inertia.of(hessian);
                return Optional.of(new Stationary(state, rounded, error, signs.negative(), signs.zero()));
            }
            // Where Newton's method does not converge, the Hessian is singular, though it need not be just here.
            Inertia signs = Inertia.of(hessian, ZERO_UNPOLISHED);
            return Optional.of(new Stationary(
                    state, rounded, Double.POSITIVE_INFINITY, signs.negative(), Math.max(1, signs.zero())));
        }

        /** Returns by how much the Hessian changed last, or −1 if Newton's method does not settle nearby. */
        private double polish() {
            double[][] before = rounded(hessian());
            for (int k = 0; k < MOST_STEPS; k++) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("a stationary point was interrupted");
                }
                Optional<Dfp[]> step = step();
                if (step.isEmpty()) {
                    return -1;
                }
                double size = 0;
                for (int i = 0; i < n; i++) {
                    String name = derivatives.names.get(i);
                    at.put(name, at.get(name).subtract(step.get()[i]));
                    double value = at.get(name).toDouble();
                    double scale = Math.max(1, Math.abs(near[i]));
                    if (!(Math.abs(value - near[i]) <= NEARBY * scale)) {
                        return -1;
                    }
                    size = Math.max(size, Math.abs(step.get()[i].toDouble()) / scale);
                }
                double[][] now = rounded(hessian());
                if (size <= CONVERGED) {
                    return largestDifference(before, now);
                }
                before = now;
            }
            return -1;
        }

        private double[][] rounded(Dfp[][] values) {
            double[][] rounded = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    rounded[i][j] = values[i][j].toDouble();
                }
            }
            return rounded;
        }

        private double largestDifference(double[][] a, double[][] b) {
            double largest = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    largest = Math.max(largest, Math.abs(a[i][j] - b[i][j]));
                }
            }
            return largest;
        }

        private Dfp value(Expression expression) {
            return FieldEvaluation.of(expression, at, one);
        }

        private Dfp[][] hessian() {
            Dfp[][] values = new Dfp[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    values[i][j] = value(derivatives.hessian.entry(i, j));
                    values[j][i] = values[i][j];
                }
            }
            return values;
        }

        /** Solves H s = g by elimination with pivots from the column. */
        private Optional<Dfp[]> step() {
            Dfp[][] a = hessian();
            Dfp[] g = derivatives.gradient.stream().map(this::value).toArray(Dfp[]::new);
            for (int k = 0; k < n; k++) {
                int pivot = k;
                for (int i = k + 1; i < n; i++) {
                    pivot = size(a[i][k]) > size(a[pivot][k]) ? i : pivot;
                }
                if (!(size(a[pivot][k]) > 0)) {
                    return Optional.empty();
                }
                Dfp[] row = a[k];
                a[k] = a[pivot];
                a[pivot] = row;
                Dfp right = g[k];
                g[k] = g[pivot];
                g[pivot] = right;
                for (int i = k + 1; i < n; i++) {
                    Dfp factor = a[i][k].divide(a[k][k]);
                    for (int j = k; j < n; j++) {
                        a[i][j] = a[i][j].subtract(factor.multiply(a[k][j]));
                    }
                    g[i] = g[i].subtract(factor.multiply(g[k]));
                }
            }
            for (int k = n - 1; k >= 0; k--) {
                for (int j = k + 1; j < n; j++) {
                    g[k] = g[k].subtract(a[k][j].multiply(g[j]));
                }
                g[k] = g[k].divide(a[k][k]);
            }
            return Optional.of(g);
        }

        private static double size(Dfp value) {
            return Math.abs(value.toDouble());
        }
    }
}
