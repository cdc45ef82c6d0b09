package org.theoremeter.theory.symbolic.algebra;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.random.HaltonSequenceGenerator;
import org.theoremeter.theory.symbolic.Domain;

/** Points of a box of domains: a Halton sequence inside, and each symbol at and near its edges. */
final class SamplePoints {
    /** The library's Halton sequence has scrambling weights for so many dimensions. */
    private static final int MOST_SYMBOLS = 40;

    private final SortedMap<String, Domain> domains;

    SamplePoints(SortedMap<String, Domain> domains) {
        if (domains.size() > MOST_SYMBOLS) {
            throw new IllegalArgumentException(
                    "found " + domains.size() + " free symbols, accepted: at most " + MOST_SYMBOLS);
        }
        this.domains = domains;
    }

    /** Returns points inside, the same at every call. */
    List<Map<String, Double>> inside(int count) {
        if (domains.isEmpty()) {
            return List.of(Map.of());
        }
        HaltonSequenceGenerator halton = new HaltonSequenceGenerator(domains.size());
        // The first point of the sequence is the origin, which is no interior point.
        halton.skipTo(1);
        List<Map<String, Double>> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] unit = halton.nextVector();
            Map<String, Double> point = new LinkedHashMap<>();
            int index = 0;
            for (Map.Entry<String, Domain> entry : domains.entrySet()) {
                point.put(entry.getKey(), entry.getValue().point(unit[index]));
                index++;
            }
            points.add(point);
        }
        return points;
    }

    /** Returns points at which one symbol is at or near an edge of its domain and the others are inside. */
    List<Map<String, Double>> nearEdges() {
        List<Map<String, Double>> points = new ArrayList<>();
        for (Map.Entry<String, Domain> entry : domains.entrySet()) {
            List<Double> edges = entry.getValue().nearEdges();
            List<Map<String, Double>> others = inside(edges.size());
            for (int i = 0; i < edges.size(); i++) {
                Map<String, Double> point = new TreeMap<>(others.get(i));
                point.put(entry.getKey(), edges.get(i));
                points.add(point);
            }
        }
        return points;
    }
}
