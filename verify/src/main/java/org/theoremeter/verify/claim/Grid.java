package org.theoremeter.verify.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code over} says: the points at which an experiment is run.
 *
 * <p>Each entry is a {@link Stretch}, and stretches multiply, the first slowest. {@code delay: [40, 60]} is a stretch of one
 * axis; {@code delay, window: [[60, 10], [100, 5]]} is one of two that step together, for points that are no product.
 *
 * @param stretches the entries, in the order of the file
 */
public record Grid(List<Stretch> stretches) {

    /** The grid of a claim without {@code over}: a single point. */
    public static final Grid NONE = new Grid(List.of());

    /**
     * Axes of the same length that step together.
     *
     * @param axes the axes; one, unless the entry names several
     */
    public record Stretch(List<Axis> axes) {

        int length() {
            return axes.get(0).values().size();
        }
    }

    /** Copies the list. */
    public Grid {
        stretches = List.copyOf(stretches);
    }

    /** Returns all axes, in the order of the file. */
    public List<Axis> axes() {
        return stretches.stream().flatMap(stretch -> stretch.axes().stream()).toList();
    }

    /** Returns the number of points, without making them. */
    public double size() {
        return stretches.stream().mapToDouble(Stretch::length).reduce(1, (a, b) -> a * b);
    }

    /** Returns the coordinates of every point, those of the first entry changing slowest. */
    public List<Map<String, Double>> points() {
        List<Map<String, Double>> points = List.of(Map.of());
        for (Stretch stretch : stretches) {
            List<Map<String, Double>> finer = new ArrayList<>();
            for (Map<String, Double> point : points) {
                for (int i = 0; i < stretch.length(); i++) {
                    Map<String, Double> next = new LinkedHashMap<>(point);
                    for (Axis axis : stretch.axes()) {
                        next.put(axis.symbol(), axis.values().get(i));
                    }
                    finer.add(next);
                }
            }
            points = finer;
        }
        return points;
    }
}
