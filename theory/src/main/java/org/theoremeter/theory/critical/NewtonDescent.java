package org.theoremeter.theory.critical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.bytecode.CompiledFunction;
import org.theoremeter.theory.symbolic.matrix.Hessian;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.region.Domain;

/**
 * Newton's method made to descend: the step is −Σ (g·v)/max(|λ|, ε) v over the eigenvectors v of the Hessian, halved
 * until the loss falls, and cut short of the ends of the box. A set of minima, along which λ is 0, does not trouble it.
 */
final class NewtonDescent {
    private static final int MOST_STEPS = 300;
    private static final int MOST_HALVINGS = 50;
    /** How much of the fall that the slope promises a step must bring. */
    private static final double SUFFICIENT = 1e-4;
    /** How far towards an end of the box one step may go. */
    private static final double TOWARDS_END = 0.9;
    /** Curvatures below this, relative to the largest, count as none. */
    private static final double FLAT = 1e-8;
    /** A step this small, relative to the state, has converged. */
    private static final double CONVERGED = 1e-9;
    /** The same for a state at 0, which has no size. */
    private static final double CONVERGED_AT_ORIGIN = 1e-13;

    private static final double ROUNDING = 1e-14;
    /** How far one step may go along an eigenvector, relative to the state: where the loss is straight, its curvature
     * sets no length. */
    private static final double FARTHEST = 10;

    private final CompiledFunction loss;
    private final List<CompiledFunction> gradient = new ArrayList<>();
    private final List<List<CompiledFunction>> hessian = new ArrayList<>();
    private final List<Domain> box;
    private final List<String> parameters;

    NewtonDescent(Expression loss, List<String> names, List<Domain> box, List<String> parameters) {
        List<String> arguments = new ArrayList<>(names);
        arguments.addAll(parameters);
        Matrix second = Hessian.of(loss, names);
        this.loss = loss.compile(arguments);
        for (int i = 0; i < names.size(); i++) {
            gradient.add(loss.derivative(names.get(i)).compile(arguments));
            hessian.add(second.rows().get(i).stream()
                    .map(entry -> entry.compile(arguments))
                    .toList());
        }
        this.box = box;
        this.parameters = parameters;
    }

    /**
     * Where a descent ended.
     *
     * @param state where
     * @param loss the loss there
     * @param startLoss the loss where it began
     * @param minimum the minimum that it converged to, if it did
     */
    record End(double[] state, double loss, double startLoss, Optional<Minima.Minimum> minimum) {}

    /** Descends; there is no end where the loss is not finite at the start. */
    Optional<End> from(double[] start, Map<String, Double> at) {
        double[] x = arguments(start, at);
        double startLoss = loss.value(x);
        if (!Double.isFinite(startLoss)) {
            return Optional.empty();
        }
        for (int k = 0; k < MOST_STEPS; k++) {
            Optional<Step> step = step(x);
            if (step.isEmpty()) {
                break;
            }
            if (step.get().isTiny(x)) {
                double[] end = polished(x, step.get());
                Optional<Minima.Minimum> minimum = step.get().minimum(end, loss.value(end));
                return Optional.of(end(end, startLoss, minimum.filter(found -> !isAtOpenEnd(found.state()))));
            }
            Optional<double[]> next = lower(x, step.get(), Math.abs(startLoss));
            if (next.isEmpty()) {
                break;
            }
            x = next.get();
        }
        return Optional.of(end(x, startLoss, Optional.empty()));
    }

    /** Returns the loss at a state. */
    double loss(double[] state, Map<String, Double> at) {
        return loss.value(arguments(state, at));
    }

    private double[] arguments(double[] state, Map<String, Double> at) {
        double[] x = new double[state.length + parameters.size()];
        System.arraycopy(state, 0, x, 0, state.length);
        for (int i = 0; i < parameters.size(); i++) {
            x[state.length + i] = at.get(parameters.get(i));
        }
        return x;
    }

    /** Goes the last step too, which doubles the digits, unless it is but rounding. */
    private double[] polished(double[] x, Step step) {
        double[] next = moved(x, step, 1);
        for (int i = 0; i < box.size(); i++) {
            if (!box.get(i).contains(next[i])) {
                return x;
            }
        }
        return norm(slopes(next)) < norm(slopes(x)) ? next : x;
    }

    private static double[] moved(double[] x, Step step, double length) {
        double[] next = x.clone();
        for (int i = 0; i < step.move().length; i++) {
            next[i] += length * step.move()[i];
        }
        return next;
    }

    private End end(double[] x, double startLoss, Optional<Minima.Minimum> minimum) {
        return new End(Arrays.copyOf(x, box.size()), loss.value(x), startLoss, minimum);
    }

    /** Creeping up to an end that is left out is no convergence, however small the steps have become. */
    private boolean isAtOpenEnd(double[] state) {
        for (int i = 0; i < state.length; i++) {
            Domain domain = box.get(i);
            boolean low = domain.lowerOpen() && state[i] - domain.lower() <= CONVERGED;
            boolean high = domain.upperOpen() && domain.upper() - state[i] <= CONVERGED;
            if (low || high) {
                return true;
            }
        }
        return false;
    }

    /**
     * A step.
     *
     * @param move the change of the state
     * @param slope the derivative of the loss along it
     * @param curvatures the eigenvalues of the Hessian, the largest first
     * @param last the eigenvector of the smallest
     */
    private record Step(double[] move, double slope, double[] curvatures, double[] last) {
        private boolean isTiny(double[] x) {
            for (int i = 0; i < move.length; i++) {
                if (Math.abs(move[i]) > CONVERGED * Math.abs(x[i]) + CONVERGED_AT_ORIGIN) {
                    return false;
                }
            }
            return true;
        }

        private Optional<Minima.Minimum> minimum(double[] x, double value) {
            double smallest = curvatures[curvatures.length - 1];
            double zero = FLAT * Math.max(curvatures[0], Math.abs(smallest));
            double[] state = Arrays.copyOf(x, move.length);
            boolean level = curvatures[0] == 0 && slope == 0;
            return smallest < -zero || (curvatures[0] <= 0 && !level)
                    ? Optional.empty()
                    : Optional.of(
                            Minima.Minimum.proposed(state, value, smallest <= zero ? last : new double[0], curvatures));
        }
    }

    private double[] slopes(double[] x) {
        return gradient.stream().mapToDouble(component -> component.value(x)).toArray();
    }

    private Optional<Step> step(double[] x) {
        int n = box.size();
        double[] g = slopes(x);
        double[][] h = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                h[i][j] = hessian.get(i).get(j).value(x);
                if (!Double.isFinite(h[i][j]) || !Double.isFinite(g[i])) {
                    return Optional.empty();
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                h[i][j] = h[j][i];
            }
        }
        try {
            double size = 1;
            for (int i = 0; i < n; i++) {
                size = Math.max(size, Math.abs(x[i]));
            }
            return Optional.of(
                    step(g, new EigenDecompositionSymmetric(new Array2DRowRealMatrix(h, false)), FARTHEST * size));
        } catch (MathRuntimeException unresolved) {
            return Optional.empty();
        }
    }

    private static Step step(double[] g, EigenDecompositionSymmetric eigen, double farthest) {
        int n = g.length;
        double[] curvatures = eigen.getEigenvalues();
        double largest = Math.max(Math.abs(curvatures[0]), Math.abs(curvatures[n - 1]));
        double floor = Math.max(FLAT * largest, Double.MIN_NORMAL);
        double[] move = new double[n];
        double slope = 0;
        for (int k = 0; k < n; k++) {
            double[] v = eigen.getEigenvector(k).toArray();
            double along = 0;
            for (int i = 0; i < n; i++) {
                along += g[i] * v[i];
            }
            double newton = -along / Math.max(Math.abs(curvatures[k]), floor);
            double length = Math.max(-farthest, Math.min(farthest, newton));
            slope += along * length;
            for (int i = 0; i < n; i++) {
                move[i] += length * v[i];
            }
        }
        return new Step(move, slope, curvatures, eigen.getEigenvector(n - 1).toArray());
    }

    /** Goes along the step as far as the loss falls; near the minimum, where rounding hides that, as the slopes do. */
    private Optional<double[]> lower(double[] x, Step step, double scale) {
        double here = loss.value(x);
        double rounding = ROUNDING * Math.max(scale, Math.abs(here));
        double length = room(x, step.move());
        for (int k = 0; k < MOST_HALVINGS; k++) {
            double[] next = moved(x, step, length);
            double there = loss.value(next);
            boolean falls = there <= here + SUFFICIENT * length * step.slope();
            boolean level = Math.abs(there - here) <= rounding;
            if ((falls && there < here) || (level && norm(slopes(next)) < norm(slopes(x)))) {
                return Optional.of(next);
            }
            length /= 2;
        }
        return Optional.empty();
    }

    private static double norm(double[] g) {
        double sum = 0;
        for (double component : g) {
            sum += component * component;
        }
        return Math.sqrt(sum);
    }

    /** Returns how much of the step stays in the box, at most 1. */
    private double room(double[] x, double[] move) {
        double share = 1;
        for (int i = 0; i < move.length; i++) {
            Domain domain = box.get(i);
            double end = move[i] < 0 ? domain.lower() : domain.upper();
            if (!domain.contains(x[i] + move[i]) && Double.isFinite(end)) {
                share = Math.min(share, TOWARDS_END * (end - x[i]) / move[i]);
            }
        }
        return share;
    }
}
