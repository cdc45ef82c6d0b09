package org.theoremeter.theory.symbolic.algebra.numeric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.random.HaltonSequenceGenerator;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.region.Region;

/**
 * Points of a region: a Halton sequence inside, and points at which a symbol is near an edge of its domain or an
 * assumption nearly fails.
 */
public final class SamplePoints {
    /** The library's Halton sequence has scrambling weights for so many dimensions. */
    private static final int MOST_SYMBOLS = 40;
    /** Points found last: they are the same at every call, and hard to find where assumptions leave little. */
    private static final Map<Wanted, List<Map<String, Double>>> FOUND =
            Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Wanted, List<Map<String, Double>>> eldest) {
                    return size() > MOST_FOUND;
                }
            });

    private static final int MOST_FOUND = 64;

    private record Wanted(Region region, int count) {}

    /** Points of the box that are tried for one that keeps the assumptions. */
    private static final int MOST_TRIED = 12_000;
    /** How near to the edge of an assumption, as a fraction of the way from a point inside. */
    private static final double[] NEAR = {1e-6, 1e-3};

    private static final int BISECTIONS = 60;
    private static final int EDGE_POINTS = 8;

    private final Region region;
    private final List<String> names;

    /**
     * Prepares the points of a region.
     *
     * @throws IllegalArgumentException if it has more than 40 symbols
     */
    public SamplePoints(Region region) {
        if (region.domains().size() > MOST_SYMBOLS) {
            throw new IllegalArgumentException(
                    "found " + region.domains().size() + " free symbols, accepted: at most " + MOST_SYMBOLS);
        }
        this.region = region;
        this.names = List.copyOf(region.domains().keySet());
    }

    /** Returns the region. */
    Region region() {
        return region;
    }

    /**
     * Returns points inside a region, the same at every call.
     *
     * @param region the region
     * @param count how many
     * @throws IllegalArgumentException if the assumptions leave next to nothing
     */
    public static List<Map<String, Double>> of(Region region, int count) {
        return new SamplePoints(region).inside(count);
    }

    /**
     * Returns points inside, the same at every call.
     *
     * @param count how many; one without symbols if the region has none
     * @return a value a symbol
     * @throws IllegalArgumentException if the assumptions leave next to nothing
     */
    public List<Map<String, Double>> inside(int count) {
        return points(count).stream().filter(region::contains).limit(count).toList();
    }

    /** Returns points of the box, as many as it takes for {@code count} of them to keep the assumptions. */
    private List<Map<String, Double>> points(int count) {
        if (names.isEmpty()) {
            return List.of(Map.of());
        }
        List<Map<String, Double>> known = FOUND.get(new Wanted(region, count));
        if (known == null) {
            known = List.copyOf(found(count));
            FOUND.put(new Wanted(region, count), known);
        }
        return known;
    }

    private List<Map<String, Double>> found(int count) {
        HaltonSequenceGenerator halton = new HaltonSequenceGenerator(names.size());
        // The first point of the sequence is the origin, which is no interior point.
        halton.skipTo(1);
        List<Map<String, Double>> points = new ArrayList<>();
        int kept = 0;
        for (int tried = 0; kept < count; tried++) {
            if (tried == MOST_TRIED * count) {
                throw new IllegalArgumentException("found " + kept + " points that keep the assumptions "
                        + region.assumptions() + " among " + tried + ", accepted: assumptions that leave more");
            }
            double[] unit = halton.nextVector();
            Map<String, Double> point = new LinkedHashMap<>();
            for (int i = 0; i < unit.length; i++) {
                point.put(names.get(i), region.domains().get(names.get(i)).point(unit[i]));
            }
            points.add(point);
            kept += region.contains(point) ? 1 : 0;
        }
        return points;
    }

    /** Returns points of the region that lie near an edge of it in one respect and are arbitrary in others. */
    List<Map<String, Double>> nearEdges() {
        List<Map<String, Double>> points = new ArrayList<>();
        for (String name : names) {
            List<Double> edges = region.domains().get(name).nearEdges();
            List<Map<String, Double>> others = inside(edges.size());
            for (int i = 0; i < edges.size(); i++) {
                Map<String, Double> point = new TreeMap<>(others.get(i));
                point.put(name, edges.get(i));
                points.add(point);
            }
        }
        points.removeIf(point -> !region.contains(point));
        region.assumptions().forEach(assumption -> points.addAll(nearFailing(assumption)));
        return points;
    }

    /** Goes from points inside towards points where an assumption fails, and stops shortly before it does. */
    private List<Map<String, Double>> nearFailing(Condition assumption) {
        List<Map<String, Double>> box = points(EDGE_POINTS);
        List<Map<String, Double>> inside = box.stream().filter(region::contains).toList();
        List<Map<String, Double>> outside =
                box.stream().filter(point -> !assumption.holds(point)).toList();
        List<Map<String, Double>> points = new ArrayList<>();
        for (int i = 0; i < Math.min(inside.size(), outside.size()); i++) {
            Map<String, Double> from = inside.get(i);
            Map<String, Double> to = outside.get(i);
            double edge = edge(from, to);
            for (double near : NEAR) {
                Map<String, Double> point = between(from, to, edge * (1 - near));
                if (region.contains(point)) {
                    points.add(point);
                }
            }
        }
        return points;
    }

    /** Returns how far along the way from a point inside to one outside the region ends. */
    private double edge(Map<String, Double> from, Map<String, Double> to) {
        double inside = 0;
        double outside = 1;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (inside + outside) / 2;
            if (region.contains(between(from, to, middle))) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return inside;
    }

    private Map<String, Double> between(Map<String, Double> from, Map<String, Double> to, double share) {
        Map<String, Double> point = new TreeMap<>();
        for (String name : names) {
            boolean stays = region.domains().get(name).integer();
            point.put(name, from.get(name) + (stays ? 0 : share * (to.get(name) - from.get(name))));
        }
        return point;
    }
}
