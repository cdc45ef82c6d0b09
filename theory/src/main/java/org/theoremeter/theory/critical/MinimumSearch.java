package org.theoremeter.theory.critical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.hipparchus.random.HaltonSequenceGenerator;
import org.theoremeter.theory.symbolic.Domain;
import org.theoremeter.theory.symbolic.Expression;

/** Looks for the minima of a formula in a box, from many starts, once for each point of the parameters. */
final class MinimumSearch {
    private static final int STARTS = 48;
    /** Two minima nearer than this, relative to their size, are one. */
    private static final double SAME = 1e-6;
    /** Nearer to an end than this, relative to the box, a descent that has not settled has run into it. */
    private static final double AT_EDGE = 1e-4;
    /** Beyond this an infinite end counts as reached. */
    private static final double FAR = 1e4;

    private final List<String> names;
    private final List<Domain> box;
    private final NewtonDescent descent;

    MinimumSearch(Expression loss, List<String> names, List<Domain> box, List<String> parameters) {
        this.names = names;
        this.box = box;
        this.descent = new NewtonDescent(loss, names, box, parameters);
    }

    /**
     * Searches.
     *
     * @param parameters a value for every parameter
     */
    Minima at(Map<String, Double> parameters) {
        List<NewtonDescent.End> ends = starts().stream()
                .flatMap(start -> descent.from(start, parameters).stream())
                .toList();
        List<Minima.Minimum> inside = new ArrayList<>();
        double lowestElsewhere = Double.POSITIVE_INFINITY;
        String elsewhere = "";
        for (NewtonDescent.End end : ends) {
            Optional<Minima.Minimum> minimum = end.minimum();
            if (minimum.isPresent()) {
                if (inside.stream().noneMatch(known -> same(known.state(), end.state()))) {
                    inside.add(minimum.get());
                }
            } else if (end.loss() < lowestElsewhere) {
                lowestElsewhere = end.loss();
                elsewhere = edge(end.state()).orElseGet(() -> unsettled(end.state()));
            }
        }
        inside.sort(
                Comparator.comparingDouble(Minima.Minimum::loss).thenComparing(Minima.Minimum::state, Arrays::compare));
        double[] losses =
                ends.stream().mapToDouble(NewtonDescent.End::startLoss).toArray();
        double lowest = ends.stream().mapToDouble(NewtonDescent.End::loss).min().orElse(0);
        double median = DoubleStream.of(losses)
                .sorted()
                .skip(losses.length / 2)
                .findFirst()
                .orElse(lowest);
        return new Minima(inside, median - lowest, lowestElsewhere, elsewhere);
    }

    private List<double[]> starts() {
        HaltonSequenceGenerator halton = new HaltonSequenceGenerator(box.size());
        halton.skipTo(1);
        List<double[]> starts = new ArrayList<>();
        for (int k = 0; k < STARTS; k++) {
            double[] state = halton.nextVector();
            for (int i = 0; i < state.length; i++) {
                state[i] = box.get(i).point(state[i]);
            }
            starts.add(state);
        }
        return starts;
    }

    private static boolean same(double[] a, double[] b) {
        double size = 0;
        for (int i = 0; i < a.length; i++) {
            size = Math.max(size, Math.max(Math.abs(a[i]), Math.abs(b[i])));
        }
        for (int i = 0; i < a.length; i++) {
            double own = Math.max(Math.abs(a[i]), Math.abs(b[i]));
            if (Math.abs(a[i] - b[i]) > SAME * own + SAME * SAME * Math.max(1, size)) {
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
                String text = Double.isInfinite(end) ? (end < 0 ? "−∞" : "∞") : String.format(Locale.ROOT, "%.4g", end);
                return Optional.of(
                        "towards the edge " + Expression.symbol(names.get(i)).toUnicode() + " → " + text);
            }
        }
        return Optional.empty();
    }

    private String unsettled(double[] state) {
        Map<String, Double> at = new LinkedHashMap<>();
        for (int i = 0; i < state.length; i++) {
            at.put(names.get(i), state[i]);
        }
        return "without settling, near " + NumericalOptimum.shown(at);
    }

    private static boolean reaches(double end, double value, double width) {
        return Double.isInfinite(end) ? value * Math.signum(end) > FAR : Math.abs(value - end) <= AT_EDGE * width;
    }
}
