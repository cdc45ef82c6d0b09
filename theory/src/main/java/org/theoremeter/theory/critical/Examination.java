package org.theoremeter.theory.critical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.region.Domain;

/**
 * Looks closely at what descents propose: whether it is a minimum, and of what kind. A descent may stop at a saddle or an
 * inflection, take a valley that rises slowly for a flat one, or get stuck on a kink.
 */
final class Examination {
    /** Proposals of a search that are looked at, the lowest first. */
    private static final int MOST = 12;
    /** How far from a degenerate minimum descents start that show whether they come back, relative to its size. */
    private static final double[] BESIDE = {1e-3, 1e-2};
    /** A loss lower by this share of what a start beside the minimum rises is lower. */
    private static final double LOWER = 1e-6;
    /** Widths to which kinks are rounded off, one after the other. */
    private static final double[] WIDTHS = {1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9};
    /** How exactly a minimum on a kink is known. */
    private static final double KINK = 1e-6;

    private final List<String> names;
    private final List<Domain> box;
    private final NewtonDescent descent;
    private final Optional<NewtonDescent> smoothed;
    private final String width;
    private final Neighbourhood neighbourhood;
    private final Map<Expression, Stationary.Derivatives> derivatives = new HashMap<>();

    Examination(Expression loss, List<String> names, List<Domain> box, List<String> parameters, NewtonDescent descent) {
        this.names = names;
        this.box = box;
        this.descent = descent;
        this.neighbourhood = new Neighbourhood(loss, names, box);
        this.width = unused(loss);
        Expression rounded = Smoothed.of(loss, width);
        List<String> withWidth = new ArrayList<>(parameters);
        withWidth.add(width);
        this.smoothed = rounded.equals(loss)
                ? Optional.empty()
                : Optional.of(new NewtonDescent(rounded, names, box, withWidth));
    }

    private static String unused(Expression loss) {
        String name = "epsilon";
        while (loss.symbols().contains(name)) {
            name += "_";
        }
        return name;
    }

    /**
     * Looks at the proposals of a search.
     *
     * @param proposed where descents settled
     * @param ends where descents ended
     * @param starts states to start from where kinks are rounded off
     * @param parameters a value for every parameter
     * @return the minima, the lowest first; of many, the lowest of them
     */
    List<Minima.Minimum> of(
            List<Minima.Minimum> proposed,
            List<NewtonDescent.End> ends,
            List<double[]> starts,
            Map<String, Double> parameters) {
        List<Minima.Minimum> inside = new ArrayList<>();
        proposed.stream()
                .sorted(lowestFirst())
                .limit(MOST)
                .flatMap(minimum -> examined(minimum, parameters).stream())
                .filter(minimum -> isNew(minimum, inside))
                .forEach(inside::add);
        List<double[]> stuck = new ArrayList<>();
        ends.stream()
                .filter(end -> end.minimum().isEmpty())
                .sorted(Comparator.comparingDouble(NewtonDescent.End::loss))
                .limit(MOST)
                .forEach(end -> stuck.add(end.state()));
        starts.forEach(start -> rounded(start, parameters).ifPresent(stuck::add));
        for (double[] state : stuck) {
            onKink(state, parameters).filter(minimum -> isNew(minimum, inside)).ifPresent(inside::add);
        }
        inside.sort(lowestFirst());
        return inside;
    }

    /** Tells whether a minimum far out is one: where the loss levels off towards infinity, slopes vanish by rounding. */
    boolean isMinimum(double[] state, Map<String, Double> parameters) {
        return stationary(state, parameters).filter(Stationary::isMinimum).isPresent();
    }

    /** Tells whether a loss without slope and curvature has none, or has them too small for doubles. */
    boolean isLevel(double[] state, Map<String, Double> parameters) {
        return derivatives(state, parameters).vanish(state, parameters);
    }

    private Optional<Stationary> stationary(double[] state, Map<String, Double> parameters) {
        return derivatives(state, parameters).near(state, parameters);
    }

    private Stationary.Derivatives derivatives(double[] state, Map<String, Double> parameters) {
        Expression piece = neighbourhood.pieces(state, parameters).get(0);
        return derivatives.computeIfAbsent(piece, formula -> new Stationary.Derivatives(formula, names));
    }

    /** Newton's method stops early where the Hessian vanishes, and where there is none. */
    private static boolean isNew(Minima.Minimum minimum, List<Minima.Minimum> inside) {
        double known = minimum.kind() == Minima.Kind.POINT
                ? KINK * KINK
                : minimum.kind() == Minima.Kind.DEGENERATE ? BESIDE[0] / 2 : KINK;
        return inside.stream().noneMatch(other -> MinimumSearch.same(other.state(), minimum.state(), known));
    }

    private static Comparator<Minima.Minimum> lowestFirst() {
        return Comparator.comparingDouble(Minima.Minimum::loss).thenComparing(Minima.Minimum::state, Arrays::compare);
    }

    /** Follows a minimum of the loss with rounded kinks as they become sharp. */
    private Optional<double[]> rounded(double[] start, Map<String, Double> parameters) {
        double[] state = start;
        Map<String, Double> at = new HashMap<>(parameters);
        for (double next : WIDTHS) {
            at.put(width, next);
            double[] from = state;
            Optional<double[]> end =
                    smoothed.flatMap(rounded -> rounded.from(from, at)).map(NewtonDescent.End::state);
            if (end.isEmpty()) {
                return Optional.empty();
            }
            state = end.get();
        }
        return Optional.of(state);
    }

    private Optional<Minima.Minimum> onKink(double[] state, Map<String, Double> parameters) {
        if (!neighbourhood.mayBreak(state, parameters)) {
            return Optional.empty();
        }
        return neighbourhood
                .kink(state, parameters)
                .filter(why -> !neighbourhood.isLowerNearby(state, parameters))
                .map(why -> new Minima.Minimum(
                        state, descent.loss(state, parameters), Minima.Kind.KINK, new double[0], why, new double[0]));
    }

    private Optional<Minima.Minimum> examined(Minima.Minimum proposal, Map<String, Double> parameters) {
        Optional<String> kink = neighbourhood.mayBreak(proposal.state(), parameters)
                ? neighbourhood.kink(proposal.state(), parameters)
                : Optional.empty();
        if (kink.isPresent()) {
            return onKink(proposal.state(), parameters);
        }
        Optional<Stationary> found = stationary(proposal.state(), parameters);
        if (found.isEmpty() || found.get().negative() > 0) {
            return Optional.empty();
        }
        if (found.get().isMinimum()) {
            double[] state = found.get().state();
            return Optional.of(new Minima.Minimum(
                    state,
                    descent.loss(state, parameters),
                    Minima.Kind.POINT,
                    new double[0],
                    "",
                    found.get().curvatures()));
        }
        double[] flat = flat(found.get().hessian());
        return beside(proposal, flat, parameters)
                .map(kind -> new Minima.Minimum(proposal.state(), proposal.loss(), kind, flat, "", new double[0]));
    }

    private static double[] flat(double[][] hessian) {
        return new EigenDecompositionSymmetric(new Array2DRowRealMatrix(hessian))
                .getEigenvector(hessian.length - 1)
                .toArray();
    }

    /** Starts on both sides: they come back, or settle as low elsewhere, or lower, and then this is no minimum. */
    private Optional<Minima.Kind> beside(Minima.Minimum proposal, double[] flat, Map<String, Double> parameters) {
        Minima.Kind kind = Minima.Kind.DEGENERATE;
        for (double distance : BESIDE) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double[] start = proposal.state().clone();
                double size = 1;
                for (double coordinate : start) {
                    size = Math.max(size, Math.abs(coordinate));
                }
                for (int i = 0; i < start.length; i++) {
                    start[i] += sign * distance * size * flat[i];
                }
                Optional<NewtonDescent.End> end = inside(start) ? descent.from(start, parameters) : Optional.empty();
                if (end.isPresent()) {
                    double rise = Math.abs(end.get().startLoss() - proposal.loss());
                    if (end.get().loss() < proposal.loss() - LOWER * rise - Math.ulp(proposal.loss())) {
                        return Optional.empty();
                    }
                    kind = distance(end.get().state(), proposal.state()) > distance * size / 2 ? Minima.Kind.SET : kind;
                }
            }
        }
        return Optional.of(kind);
    }

    private boolean inside(double[] state) {
        for (int i = 0; i < state.length; i++) {
            if (!box.get(i).contains(state[i])) {
                return false;
            }
        }
        return true;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }
}
