package org.theoremeter.theory.symbolic.algebra.numeric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.enclosure.Extremes;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;

/**
 * Points of a region at which formulas would differ first, if they did: where their parts are extreme or vanish and on both
 * sides of that, in every cell of their case distinctions, at and near the edges, and in every order of the symbols.
 *
 * <p>Points that are spread evenly miss what is narrow. A narrow peak, a sliver or a late switch is narrow in the value, but
 * what it depends on, {@code (x − m)/w} or {@code x − m}, is broad: where that is extreme or zero is found however small w is.
 */
final class FeaturePoints {
    private static final int MOST_PARTS = 48;
    private static final int MOST_CELLS = 64;
    /** Distances from a place, relative to the side of the domain, go down by this factor … */
    private static final double FINER = 0.173;
    /** … so often: to 10⁻¹³. */
    private static final int DISTANCES = 17;

    private static final double FIRST = 0.0831;
    private static final int BISECTIONS = 120;
    private static final int MOST_ORDERED = 6;
    /** Samples that fill in what a part does not contain, and between which it is looked for zeros. */
    private static final int OTHERS = 6;

    private final Region region;
    private final List<Map<String, Double>> others;
    private final Set<Map<String, Double>> places = new LinkedHashSet<>();
    private final Set<Map<String, Double>> beside = new LinkedHashSet<>();

    private FeaturePoints(Region region) {
        this.region = region;
        this.others = SamplePoints.of(region, OTHERS);
    }

    /**
     * Finds the points, the same at every call; each lies in the region.
     *
     * @param formulas the formulas
     * @param region a domain for each of their symbols
     */
    static FeaturePoints of(List<Expression> formulas, Region region) {
        FeaturePoints search = new FeaturePoints(region);
        if (!region.domains().isEmpty()) {
            Features features = Features.of(formulas);
            features.cells().stream().limit(MOST_CELLS).forEach(search::cell);
            Set<Expression> parts = new LinkedHashSet<>();
            region.domains().keySet().forEach(name -> parts.add(Expression.symbol(name)));
            features.parts().stream().limit(MOST_PARTS).forEach(parts::add);
            parts.forEach(search::part);
            search.orders();
        }
        return search;
    }

    /** Returns the places themselves. */
    List<Map<String, Double>> places() {
        return List.copyOf(places);
    }

    /** Returns the points beside them, nearer and nearer. */
    List<Map<String, Double>> beside() {
        return List.copyOf(beside);
    }

    private void add(Map<String, Double> point) {
        if (region.contains(point)) {
            places.add(new TreeMap<>(point));
        }
    }

    /** Looks where a part is smallest and largest, and where it vanishes in between. */
    private void part(Expression part) {
        // What assumptions tie to other symbols is looked after when points are added.
        Region about = region.about(part.symbols());
        List<Map<String, Double>> found = new ArrayList<>();
        Extremes.smallest(part, about).forEach(place -> found.add(completed(place)));
        Extremes.largest(part, about).forEach(place -> found.add(completed(place)));
        List<Map<String, Double>> ends = new ArrayList<>(found);
        ends.addAll(others);
        found.addAll(zeros(part, ends));
        for (Map<String, Double> place : found) {
            add(place);
            part.symbols().forEach(symbol -> around(place, symbol));
        }
    }

    private Map<String, Double> completed(Map<String, Double> place) {
        Map<String, Double> point = new TreeMap<>(others.get(places.size() % others.size()));
        point.putAll(place);
        return point;
    }

    private List<Map<String, Double>> zeros(Expression part, List<Map<String, Double>> ends) {
        List<Map<String, Double>> zeros = new ArrayList<>();
        Map<String, Double> positive = null;
        Map<String, Double> negative = null;
        for (Map<String, Double> end : ends) {
            double value = part.evaluate(end);
            boolean news = value > 0 ? positive == null || negative == null : value < 0;
            positive = value > 0 ? end : positive;
            negative = value < 0 ? end : negative;
            if (news && positive != null && negative != null) {
                zeros.add(zero(part, positive, negative));
            }
        }
        return zeros;
    }

    private static Map<String, Double> zero(
            Expression part, Map<String, Double> positive, Map<String, Double> negative) {
        return bisected(part, positive, negative).get(0);
    }

    /** Returns two points next to each other on the line between two, at which a formula is positive and not so. */
    static List<Map<String, Double>> bisected(
            Expression part, Map<String, Double> positive, Map<String, Double> negative) {
        Map<String, Double> up = positive;
        Map<String, Double> down = negative;
        for (int i = 0; i < BISECTIONS; i++) {
            Map<String, Double> middle = new TreeMap<>(up);
            Map<String, Double> other = down;
            middle.replaceAll((name, value) -> value / 2 + other.get(name) / 2);
            if (part.evaluate(middle) > 0) {
                up = middle;
            } else {
                down = middle;
            }
        }
        return List.of(up, down);
    }

    /** Adds points beside a place, nearer and nearer. */
    private void around(Map<String, Double> place, String symbol) {
        Domain domain = region.domains().get(symbol);
        if (domain == null) {
            return;
        }
        double at = place.get(symbol);
        double width = domain.upper() - domain.lower();
        double distance = FIRST * (Double.isFinite(width) ? width : Math.max(1, Math.abs(at)));
        for (int i = 0; i < DISTANCES; i++) {
            for (int side = -1; side <= 1; side += 2) {
                double moved = domain.integer() ? Math.rint(at + side * distance) : at + side * distance;
                Map<String, Double> near = new TreeMap<>(place);
                near.put(symbol, moved);
                if (region.contains(near)) {
                    beside.add(near);
                }
            }
            distance *= FINER;
        }
    }

    /** Looks for a point in a cell of case distinctions, however small the cell is. */
    private void cell(List<Condition> conditions) {
        Region there = region;
        for (Condition condition : conditions) {
            if (!region.domains().keySet().containsAll(condition.symbols())) {
                return;
            }
            there = there.assuming(condition);
        }
        for (String name : region.domains().keySet()) {
            for (Map<String, Double> place : Extremes.smallest(Expression.symbol(name), there)) {
                add(place);
            }
            for (Map<String, Double> place : Extremes.largest(Expression.symbol(name), there)) {
                add(place);
            }
        }
    }

    /** Takes the values of a few points in every order: sorting networks of min and max have a cell an order. */
    private void orders() {
        List<String> names = List.copyOf(region.domains().keySet());
        if (names.size() < 2 || names.size() > MOST_ORDERED) {
            return;
        }
        List<Double> values = new ArrayList<>(others.get(0).values());
        permute(names, values, 0);
    }

    private void permute(List<String> names, List<Double> values, int from) {
        if (from == values.size()) {
            Map<String, Double> point = new TreeMap<>();
            for (int i = 0; i < names.size(); i++) {
                point.put(names.get(i), values.get(i));
            }
            add(point);
            return;
        }
        for (int i = from; i < values.size(); i++) {
            Collections.swap(values, from, i);
            permute(names, values, from + 1);
            Collections.swap(values, from, i);
        }
    }
}
