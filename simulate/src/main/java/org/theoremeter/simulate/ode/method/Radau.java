package org.theoremeter.simulate.ode.method;

import java.util.function.Consumer;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.LUDecomposition;

/**
 * Radau IIA of order 5 for stiff fields: three implicit stages, solved by Newton's method with the field's Jacobian, an
 * embedded error of order 3, and the polynomial of collocation in between (E. Hairer, G. Wanner, Solving Ordinary
 * Differential Equations II, section IV.8).
 */
public final class Radau implements Method {

    /** Where between the nodes the polynomial is held against the field: about where it strays most. */
    private static final double[] BETWEEN = {0.4, 0.87};

    private static final double ROOT = Math.sqrt(6);

    /** The nodes, the last of which is the end of the step. */
    static final double[] NODES = {(4 - ROOT) / 10, (4 + ROOT) / 10, 1};

    private static final double[][] WEIGHTS = {
        {(88 - 7 * ROOT) / 360, (296 - 169 * ROOT) / 1800, (-2 + 3 * ROOT) / 225},
        {(296 + 169 * ROOT) / 1800, (88 + 7 * ROOT) / 360, (-2 - 3 * ROOT) / 225},
        {(16 - ROOT) / 36, (16 + ROOT) / 36, 1.0 / 9}
    };

    /** The real eigenvalue of the inverse of the weights. */
    private static final double GAMMA = 30 / (6 + Math.cbrt(81) - Math.cbrt(9));

    private static final double[] ERROR = {-(13 + 7 * ROOT) / 3, (-13 + 7 * ROOT) / 3, -1.0 / 3};

    private static final int MOST_ITERATIONS = 10;
    private static final double SAFETY = 0.9;
    private static final double SMALLEST_FACTOR = 0.2;
    private static final double LARGEST_FACTOR = 8;
    private static final double ORDER_OF_ERROR = 4;

    /** How far below the error of a step that of its equations is brought. */
    private static final double SOLVED = 1e-3;

    private static final double SMALLEST = 16;

    /** Rounding of the stages adds up. */
    private static final double NOISE = 10;

    private final double relaxed;

    /**
     * Prepares the method.
     *
     * @param relaxed by how much its tolerance is larger than that of the scales, since its order is lower
     */
    public Radau(double relaxed) {
        this.relaxed = relaxed;
    }

    @Override
    public void run(Task task, double time, double[] state, double end, Consumer<Stretch> steps) {
        double t = time;
        double[] x = state.clone();
        double length = Math.min(FirstStep.of(task, time, state, end), end - time);
        double[][] guess = new double[NODES.length][x.length];
        while (t < end) {
            double left = end - t;
            double h = Math.min(length, task.pace().most(t));
            boolean last = h >= left * (1 - 1e-12);
            h = last ? left : Explicit.Control.between(t, h);
            if (!last && h < SMALLEST * Math.ulp(t)) {
                throw new Collapsed();
            }
            Trial trial = new Trial(task, t, x, h, guess);
            double error = trial.solved ? trial.error() : Double.POSITIVE_INFINITY;
            if (!(error < 1)) {
                length = h * (trial.solved && Double.isFinite(error) ? factor(error) : 0.5 * 0.5);
                guess = new double[NODES.length][x.length];
                continue;
            }
            RadauStep step = new RadauStep(t, last ? end : t + h, x, trial.increments);
            steps.accept(step);
            x = step.at(step.to());
            t = step.to();
            length = h * factor(error);
            guess = step.beyond(length);
        }
    }

    private static double factor(double error) {
        double factor = SAFETY * Math.pow(error, -1 / ORDER_OF_ERROR);
        return Math.max(SMALLEST_FACTOR, Math.min(LARGEST_FACTOR, factor));
    }

    /** One attempt at a step. */
    private final class Trial {

        private final Task task;
        private final double time;
        private final double[] state;
        private final double h;
        private final double[][] jacobian;
        private final double[][] increments;
        private final DecompositionSolver filter;
        private final boolean solved;

        Trial(Task task, double time, double[] state, double h, double[][] guess) {
            this.task = task;
            this.time = time;
            this.state = state;
            this.h = h;
            this.jacobian = task.flow().jacobian(time, state);
            task.evaluations().spend(state.length);
            this.increments = guess;
            this.filter = filter();
            this.solved = finite(jacobian) && filter.isNonSingular() && newton();
        }

        /** Returns the solver of (γ/h − J) e = r, which takes from a defect of the slope what a stiff field damps. */
        private DecompositionSolver filter() {
            int n = state.length;
            double[][] matrix = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < n; k++) {
                    matrix[i][k] = (i == k ? GAMMA / h : 0) - jacobian[i][k];
                }
            }
            return new LUDecomposition(new Array2DRowRealMatrix(matrix, false), 0).getSolver();
        }

        /** Returns what a step may err in each component: no less than what rounding of the slope leaves. */
        private double[] allowed() {
            double[] allowed = filtered(task.scales().rounding(), new double[state.length]);
            for (int k = 0; k < allowed.length; k++) {
                double end = Math.abs(state[k] + increments[NODES.length - 1][k]);
                double size = Math.max(Math.abs(state[k]), Double.isFinite(end) ? end : 0);
                allowed[k] =
                        NOISE * Math.abs(allowed[k]) + relaxed * task.scales().allowed(k, size, 0);
            }
            return allowed;
        }

        private boolean finite(double[][] matrix) {
            for (double[] row : matrix) {
                if (!Evaluations.finite(row)) {
                    return false;
                }
            }
            return true;
        }

        /** Solves Z = h (A ⊗ I) F(x + Z). */
        private boolean newton() {
            int n = state.length;
            double[][] matrix = new double[NODES.length * n][NODES.length * n];
            for (int i = 0; i < matrix.length; i++) {
                for (int j = 0; j < matrix.length; j++) {
                    matrix[i][j] = (i == j ? 1 : 0) - h * WEIGHTS[i / n][j / n] * jacobian[i % n][j % n];
                }
            }
            DecompositionSolver solver = new LUDecomposition(new Array2DRowRealMatrix(matrix, false), 0).getSolver();
            if (!solver.isNonSingular()) {
                return false;
            }
            double[] allowed = allowed();
            double before = Double.POSITIVE_INFINITY;
            for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
                double[] change =
                        solver.solve(new ArrayRealVector(residual(), false)).toArray();
                double size = 0;
                for (int i = 0; i < change.length; i++) {
                    increments[i / n][i % n] += change[i];
                    double ratio = change[i] / allowed[i % n];
                    size += ratio * ratio / change.length;
                }
                size = Math.sqrt(size);
                double rate = size / before;
                if (size == 0 || (iteration > 0 && rate < 1 && size * rate / (1 - rate) < SOLVED)) {
                    return true;
                }
                if (!Double.isFinite(size) || (iteration > 1 && rate >= 1)) {
                    // what rounding leaves does not shrink any more, and is good enough if it is below the tolerance
                    return size < SOLVED * 10;
                }
                before = size;
            }
            return false;
        }

        private double[] residual() {
            int n = state.length;
            double[] residual = new double[NODES.length * n];
            for (int i = 0; i < NODES.length; i++) {
                for (int k = 0; k < n; k++) {
                    residual[i * n + k] -= increments[i][k];
                }
            }
            for (int j = 0; j < NODES.length; j++) {
                double[] at = state.clone();
                for (int k = 0; k < n; k++) {
                    at[k] += increments[j][k];
                }
                double[] slope = task.slope(time + NODES[j] * h, at);
                for (int i = 0; i < NODES.length; i++) {
                    for (int k = 0; k < n; k++) {
                        residual[i * n + k] += h * WEIGHTS[i][j] * slope[k];
                    }
                }
            }
            return residual;
        }

        /** Returns the embedded error in units of what is allowed. */
        double error() {
            int n = state.length;
            double[] stages = new double[n];
            for (int i = 0; i < NODES.length; i++) {
                for (int k = 0; k < n; k++) {
                    stages[k] += ERROR[i] / h * increments[i][k];
                }
            }
            double[] error = filtered(stages, task.slope(time, state));
            double size = size(error);
            if (size >= 1) {
                // once more through the filter: at the start of a stiff phase the first estimate is far too large
                double[] moved = state.clone();
                for (int k = 0; k < n; k++) {
                    moved[k] += error[k];
                }
                size = size(filtered(stages, task.slope(time, moved)));
            }
            RadauStep step = new RadauStep(time, time + h, state, increments);
            for (double part : BETWEEN) {
                double[] slope = task.slope(time + part * h, step.atPart(part));
                size = Math.max(size, size(filtered(step.slope(part, -h), slope)));
            }
            return size;
        }

        private double[] filtered(double[] stages, double[] slope) {
            double[] sum = new double[stages.length];
            for (int k = 0; k < sum.length; k++) {
                sum[k] = stages[k] + slope[k];
            }
            return filter.solve(new ArrayRealVector(sum, false)).toArray();
        }

        private double size(double[] error) {
            double[] allowed = allowed();
            double squares = 0;
            for (int k = 0; k < error.length; k++) {
                double ratio = error[k] / allowed[k];
                squares += ratio * ratio / error.length;
            }
            return Math.sqrt(squares);
        }
    }
}
