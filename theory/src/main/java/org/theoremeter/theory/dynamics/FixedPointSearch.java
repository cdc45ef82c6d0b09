package org.theoremeter.theory.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.complex.Complex;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.random.HaltonSequenceGenerator;
import org.theoremeter.theory.symbolic.region.Domain;

/** Looks for the zeros of an autonomous field in a box. */
final class FixedPointSearch {
    static final int GRID = 4096;
    static final int STARTS = 256;
    private static final int NEWTON_STEPS = 100;
    private static final int MOST_BRENT_CALLS = 500;
    /** A Newton step this small, relative to the state, has converged: the next would be rounding. */
    private static final double CONVERGED = 1e-12;
    /** Two zeros nearer than this, relative to their size, are one. */
    private static final double SAME = 1e-7;
    /** Two zeros nearer than this are one, so that the origin, which has no size, is found once. */
    private static final double ORIGIN = 1e-12;
    /** What the library's decomposition treats as zero; its default costs accuracy. */
    private static final double EIGEN_EPSILON = 2.3e-16;

    private final Field field;
    private final double[] parameters;
    private final List<Domain> box;

    FixedPointSearch(Field field, double[] parameters, List<Domain> box) {
        this.field = field;
        this.parameters = parameters.clone();
        this.box = box;
    }

    List<FixedPoint> find() {
        List<double[]> zeros = new ArrayList<>();
        Stream<double[]> candidates = box.size() == 1 ? crossings() : newtonEnds();
        candidates.filter(this::inside).forEach(zero -> {
            if (zeros.stream().noneMatch(known -> same(known, zero))) {
                zeros.add(zero);
            }
        });
        zeros.sort(Arrays::compare);
        return zeros.stream().map(this::fixedPoint).toList();
    }

    private boolean inside(double[] state) {
        for (int i = 0; i < state.length; i++) {
            if (!box.get(i).contains(state[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(double[] a, double[] b) {
        double distance = new ArrayRealVector(a, false).getDistance(new ArrayRealVector(b, false));
        return distance <= SAME * Math.max(norm(a), norm(b)) + ORIGIN;
    }

    private static double norm(double[] a) {
        return new ArrayRealVector(a, false).getNorm();
    }

    private double component(double x) {
        double[] out = new double[1];
        field.derivative(0, new double[] {x}, parameters, out);
        return out[0];
    }

    private Stream<double[]> crossings() {
        Domain domain = box.get(0);
        List<Double> grid = new ArrayList<>(domain.nearEdges());
        for (int i = 1; i < GRID; i++) {
            grid.add(domain.point(i / (double) GRID));
        }
        grid.sort(Comparator.naturalOrder());
        List<double[]> zeros = new ArrayList<>();
        for (int i = 0; i < grid.size(); i++) {
            double here = component(grid.get(i));
            if (here == 0) {
                zeros.add(new double[] {grid.get(i)});
            } else if (i > 0 && component(grid.get(i - 1)) * here < 0) {
                crossing(grid.get(i - 1), grid.get(i)).ifPresent(zeros::add);
            }
        }
        return zeros.stream();
    }

    /** Returns the zero between two points of opposite sign, or nothing where the sign changes at a pole. */
    private Optional<double[]> crossing(double low, double high) {
        UnivariateFunction function = this::component;
        try {
            double root = new BracketingNthOrderBrentSolver(1e-15, 1e-300, 1e-300, 5)
                    .solve(MOST_BRENT_CALLS, function, low, high);
            double bound = Math.min(Math.abs(component(low)), Math.abs(component(high)));
            return Math.abs(component(root)) <= bound ? Optional.of(new double[] {root}) : Optional.empty();
        } catch (MathRuntimeException unresolved) {
            return Optional.empty();
        }
    }

    private Stream<double[]> newtonEnds() {
        HaltonSequenceGenerator halton = new HaltonSequenceGenerator(box.size());
        halton.skipTo(1);
        return Stream.generate(halton::nextVector)
                .limit(STARTS)
                .map(this::start)
                .flatMap(x -> newton(x).stream());
    }

    private double[] start(double[] unit) {
        double[] state = new double[unit.length];
        for (int i = 0; i < unit.length; i++) {
            state[i] = box.get(i).point(unit[i]);
        }
        return state;
    }

    /** Runs Newton's method, halving a step as often as needed to bring the field down. */
    private Optional<double[]> newton(double[] start) {
        double[] x = start;
        double[] f = value(x);
        for (int k = 0; k < NEWTON_STEPS && Double.isFinite(norm(f)); k++) {
            Optional<double[]> step = newtonStep(x, f);
            if (step.isEmpty()) {
                return Optional.empty();
            }
            double length = 1;
            double[] next = moved(x, step.get(), length);
            while (!(norm(value(next)) < norm(f)) && length > 1e-6) {
                length /= 2;
                next = moved(x, step.get(), length);
            }
            boolean tiny = norm(step.get()) <= CONVERGED * Math.max(norm(x), CONVERGED);
            if (tiny || norm(f) == 0) {
                return Optional.of(x);
            }
            x = next;
            f = value(x);
        }
        return Optional.empty();
    }

    private double[] value(double[] x) {
        double[] out = new double[x.length];
        field.derivative(0, x, parameters, out);
        return out;
    }

    private static double[] moved(double[] x, double[] step, double length) {
        double[] moved = x.clone();
        for (int i = 0; i < x.length; i++) {
            moved[i] -= length * step[i];
        }
        return moved;
    }

    private Optional<double[]> newtonStep(double[] x, double[] f) {
        double[][] jacobian = field.jacobian(0, x, parameters);
        try {
            double[] step = new QRDecomposition(new Array2DRowRealMatrix(jacobian, false))
                    .getSolver()
                    .solve(new ArrayRealVector(f, false))
                    .toArray();
            return Double.isFinite(norm(step)) ? Optional.of(step) : Optional.empty();
        } catch (MathRuntimeException singular) {
            return Optional.empty();
        }
    }

    private FixedPoint fixedPoint(double[] state) {
        double[][] jacobian = field.jacobian(0, state, parameters);
        Comparator<Complex> order = Comparator.comparingDouble(Complex::getRealPart)
                .thenComparingDouble(Complex::getImaginaryPart)
                .reversed();
        List<Complex> eigenvalues = Arrays.stream(
                        new EigenDecompositionNonSymmetric(new Array2DRowRealMatrix(jacobian, false), EIGEN_EPSILON)
                                .getEigenvalues())
                .sorted(order)
                .toList();
        return new FixedPoint(state, eigenvalues, Stability.of(eigenvalues));
    }
}
