package org.theoremeter.theory.critical;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.DoubleStream;
import org.hipparchus.random.HaltonSequenceGenerator;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.region.Domain;

/**
 * Looks for the minima of a formula in a box, once for each point of the parameters: from starts all over the box, from
 * where its parts are narrow, from far out, and along formulas whose kinks are rounded off. It goes on with more starts
 * until, after how often each minimum was found, no other is to be expected (Boender and Rinnooy Kan, Math. Prog. 37,
 * 1987: w (n − 1)/(n − w − 2) minima when n descents found w).
 */
final class MinimumSearch {
    private static final int STARTS = 48;
    private static final int MOST_STARTS = 1 << 14;
    /** Starts of the searches in parts of the formula and in its rounded form. */
    private static final int FEW_STARTS = 8;
    /** Two minima nearer than this, relative to their size, are one. */
    private static final double SAME = 1e-6;
    /** Nearer to an end than this, relative to the box, a descent that has not settled has run into it. */
    private static final double AT_EDGE = 1e-4;
    /** Beyond this an infinite end counts as reached. */
    private static final double FAR = 1e4;
    /** How far out, and how near to an end, the loss is looked at: no powers of ten, with which a formula may be in step. */
    private static final double[] FAR_OUT = {1.3e2, 2.7e4, 3.1e6, 1.9e9, 2.3e12};

    private static final double[] BESIDE = {1.7e-10, 2.3e-7, 1.3e-4, 1.9e-2};

    private final List<String> names;
    private final List<Domain> box;
    private final NewtonDescent descent;
    private final Seeds seeds;
    private final Examination examination;

    MinimumSearch(Expression loss, List<String> names, List<Domain> box, List<String> parameters) {
        this.names = names;
        this.box = box;
        this.descent = new NewtonDescent(loss, names, box, parameters);
        this.seeds = new Seeds(loss, names, box, parameters);
        this.examination = new Examination(loss, names, box, parameters, descent);
    }

    /**
     * Searches.
     *
     * @param parameters a value for every parameter
     */
    Minima at(Map<String, Double> parameters) {
        return new Run(parameters).minima();
    }

    /** One search. */
    private final class Run {
        private final Map<String, Double> parameters;
        private final List<NewtonDescent.End> ends = new ArrayList<>();
        private final List<Minima.Minimum> proposed = new ArrayList<>();
        private final HaltonSequenceGenerator halton = new HaltonSequenceGenerator(box.size());

        private Run(Map<String, Double> parameters) {
            this.parameters = parameters;
            halton.skipTo(1);
        }

        private Minima minima() {
            List<double[]> first = starts(STARTS);
            first.forEach(this::descend);
            int tried = STARTS;
            while (missed() > Minima.NONE && tried < MOST_STARTS && isWithinReach()) {
                starts(tried).forEach(this::descend);
                tried *= 2;
            }
            double missed = missed();
            List<double[]> few = first.subList(0, FEW_STARTS);
            fromParts(few);
            fromAfar();
            List<Minima.Minimum> inside = examination.of(proposed, ends, few, parameters);
            return result(inside, missed);
        }

        private List<double[]> starts(int count) {
            List<double[]> starts = new ArrayList<>();
            for (int k = 0; k < count; k++) {
                double[] state = halton.nextVector();
                for (int i = 0; i < state.length; i++) {
                    state[i] = box.get(i).point(state[i]);
                }
                starts.add(state);
            }
            return starts;
        }

        private void descend(double[] start) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the search for minima was interrupted");
            }
            descent.from(start, parameters).map(this::withoutFarLevels).ifPresent(end -> {
                ends.add(end);
                end.minimum()
                        .filter(minimum ->
                                proposed.stream().noneMatch(known -> same(known.state(), minimum.state(), SAME * SAME)))
                        .ifPresent(proposed::add);
            });
        }

        /** Where a loss levels off, doubles see no slope any more: that is no minimum. */
        private NewtonDescent.End withoutFarLevels(NewtonDescent.End end) {
            boolean far = edge(end.state()).filter(at -> at.endsWith("∞")).isPresent();
            boolean minimum = end.minimum()
                    .filter(found -> !far || examination.isMinimum(found.state(), parameters))
                    .filter(found -> !found.isLevel() || examination.isLevel(found.state(), parameters))
                    .isPresent();
            return new NewtonDescent.End(
                    end.state(), end.loss(), end.startLoss(), minimum ? end.minimum() : Optional.empty());
        }

        /** A set of minima is found at as many places as there are starts, which says nothing of others. */
        private double missed() {
            int found = (int) proposed.stream()
                    .filter(minimum -> minimum.kind() == Minima.Kind.POINT)
                    .count();
            int all = (int) ends.stream()
                    .filter(end ->
                            end.minimum().isPresent() && end.minimum().get().kind() == Minima.Kind.POINT)
                    .count();
            if (found <= 1) {
                return 0;
            }
            return all <= found + 2 ? all : found * (all - 1.0) / (all - found - 2) - found;
        }

        /** So many minima take twice their square of descents to be sure of. */
        private boolean isWithinReach() {
            return 2.0 * proposed.size() * proposed.size() < MOST_STARTS;
        }

        private double[] lowestState() {
            return ends.stream()
                    .min(Comparator.comparingDouble(NewtonDescent.End::loss))
                    .map(NewtonDescent.End::state)
                    .orElseGet(() -> starts(1).get(0));
        }

        /** Starts where a part has a zero or an extreme, and from the lowest of the points closely around it. */
        private void fromParts(List<double[]> few) {
            double[] lowest = lowestState();
            List<Map<String, Double>> named = new ArrayList<>();
            few.forEach(start -> named.add(Neighbourhood.named(names, start)));
            named.add(Neighbourhood.named(names, lowest));
            for (Map<String, Double> place : seeds.places(named, parameters)) {
                double[] start = lowest.clone();
                for (int i = 0; i < start.length; i++) {
                    start[i] = place.getOrDefault(names.get(i), start[i]);
                }
                descend(start);
                List<double[]> beside = new ArrayList<>();
                for (double distance : BESIDE) {
                    for (int i = 0; i < start.length; i++) {
                        for (int sign = -1; sign <= 1; sign += 2) {
                            double[] point = start.clone();
                            point[i] += sign * distance * Math.max(1, Math.abs(start[i]));
                            beside.add(point);
                        }
                    }
                }
                lowestOf(beside).ifPresent(this::descend);
            }
        }

        private void fromAfar() {
            double[] lowest = lowestState();
            List<double[]> far = new ArrayList<>();
            for (int i = 0; i < lowest.length; i++) {
                for (double value : towardsEnds(box.get(i))) {
                    double[] point = lowest.clone();
                    point[i] = value;
                    far.add(point);
                }
            }
            for (double out : FAR_OUT) {
                for (int sign = -1; sign <= 1; sign += 2) {
                    double[] point = lowest.clone();
                    for (int i = 0; i < point.length; i++) {
                        Domain domain = box.get(i);
                        double moved = sign * out;
                        point[i] = domain.contains(moved) ? moved : point[i];
                    }
                    far.add(point);
                }
            }
            lowestOf(far).ifPresent(this::descend);
        }

        private Optional<double[]> lowestOf(List<double[]> points) {
            return points.stream()
                    .filter(MinimumSearch.this::isInside)
                    .filter(point -> Double.isFinite(descent.loss(point, parameters)))
                    .min(Comparator.<double[]>comparingDouble(point -> descent.loss(point, parameters))
                            .thenComparingDouble(point -> -size(point)));
        }

        private Minima result(List<Minima.Minimum> inside, double missed) {
            double lowestElsewhere = Double.POSITIVE_INFINITY;
            String elsewhere = "";
            for (NewtonDescent.End end : ends) {
                Optional<String> edge = end.minimum().isEmpty() ? edge(end.state()) : Optional.empty();
                // Of places that are as low, an end says more than a place short of it.
                boolean lower = end.loss() < lowestElsewhere || (end.loss() == lowestElsewhere && edge.isPresent());
                if (end.minimum().isEmpty() && lower) {
                    lowestElsewhere = end.loss();
                    elsewhere = edge.orElseGet(() -> unsettled(end.state()));
                }
            }
            double[] losses =
                    ends.stream().mapToDouble(NewtonDescent.End::startLoss).toArray();
            double lowest =
                    ends.stream().mapToDouble(NewtonDescent.End::loss).min().orElse(0);
            double median = DoubleStream.of(losses)
                    .sorted()
                    .skip(losses.length / 2)
                    .findFirst()
                    .orElse(lowest);
            return new Minima(inside, median - lowest, lowestElsewhere, elsewhere, missed, ends.size());
        }
    }

    private static double size(double[] point) {
        return DoubleStream.of(point).map(Math::abs).max().orElse(0);
    }

    private static List<Double> towardsEnds(Domain domain) {
        List<Double> values = new ArrayList<>(domain.nearEdges());
        for (double out : FAR_OUT) {
            values.add(out);
            values.add(-out);
        }
        values.removeIf(value -> !domain.contains(value));
        return values;
    }

    private boolean isInside(double[] state) {
        for (int i = 0; i < state.length; i++) {
            if (!box.get(i).contains(state[i])) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether two states are the same, each coordinate relative to itself and roughly to the largest. */
    static boolean same(double[] a, double[] b, double ofLargest) {
        double size = 0;
        for (int i = 0; i < a.length; i++) {
            size = Math.max(size, Math.max(Math.abs(a[i]), Math.abs(b[i])));
        }
        for (int i = 0; i < a.length; i++) {
            double own = Math.max(Math.abs(a[i]), Math.abs(b[i]));
            if (Math.abs(a[i] - b[i]) > SAME * own + ofLargest * Math.max(1, size)) {
                return false;
            }
        }
        return true;
    }

    private Optional<String> edge(double[] state) {
        for (int i = 0; i < state.length; i++) {
            Domain domain = box.get(i);
            double width = Math.min(FAR, domain.upper() - domain.lower());
            if (reaches(domain.lower(), state[i], width) || reaches(domain.upper(), state[i], width)) {
                double end = reaches(domain.lower(), state[i], width) ? domain.lower() : domain.upper();
                String text = Double.isInfinite(end) ? (end < 0 ? "−∞" : "∞") : NumericalOptimum.number(end);
                return Optional.of(
                        "towards the edge " + Expression.symbol(names.get(i)).toUnicode() + " → " + text);
            }
        }
        return Optional.empty();
    }

    private String unsettled(double[] state) {
        return "without settling, near " + NumericalOptimum.shown(Neighbourhood.named(names, state));
    }

    private static boolean reaches(double end, double value, double width) {
        return Double.isInfinite(end) ? value * Math.signum(end) > FAR : Math.abs(value - end) <= AT_EDGE * width;
    }
}
