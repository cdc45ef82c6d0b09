package org.theoremeter.simulate.experiment;

import java.util.List;

/**
 * Describes one thing that an experiment measures.
 *
 * @param name name in claims, such as {@code outlier}
 * @param description what it is, in one line
 * @param shape a single number, a series or a matrix
 * @param axes names of the axes, such as {@code tau} or {@code step}: none for a scalar, one for a series, that of the rows
 *     and that of the columns for a matrix
 * @param unit unit of the values
 * @param ofDiverged whether its value is as good for a run that diverged, as for whether a network learned; a last loss is not
 */
public record Observable(
        String name, String description, Shape shape, List<String> axes, Unit unit, boolean ofDiverged) {

    /** Tells a single number from a series and from a matrix; each is the {@link Measurement} of that name. */
    public enum Shape {
        /** One number. */
        SCALAR(0),
        /** Values along an axis. */
        SERIES(1),
        /** Values over two axes. */
        MATRIX(2);

        private final int axes;

        Shape(int axes) {
            this.axes = axes;
        }
    }

    /**
     * Copies the list and checks that there are as many axes as the shape has.
     *
     * @throws IllegalArgumentException if there are not, one has no name, or both have the same
     */
    public Observable {
        axes = List.copyOf(axes);
        if (axes.size() != shape.axes) {
            throw new IllegalArgumentException(name + ": found the axes " + axes
                    + ", accepted: none for a scalar, one for a series, two for a matrix");
        }
        if (axes.contains("") || axes.stream().distinct().count() < axes.size()) {
            throw new IllegalArgumentException(
                    name + ": found the axes " + axes + ", accepted: a name of its own for each");
        }
    }

    /** Describes a single number. */
    public static Observable scalar(String name, String description, Unit unit) {
        return new Observable(name, description, Shape.SCALAR, List.of(), unit, false);
    }

    /** Describes a single number that is known, and means the same, of a run that diverged. */
    public static Observable outcome(String name, String description, Unit unit) {
        return new Observable(name, description, Shape.SCALAR, List.of(), unit, true);
    }

    /** Describes a series of dimensionless values over an axis. */
    public static Observable series(String name, String description, String axis) {
        return new Observable(name, description, Shape.SERIES, List.of(axis), Unit.ONE, false);
    }

    /**
     * Describes dimensionless values over two axes.
     *
     * @param rowAxis name of the axis along which rows follow each other, such as {@code unit}
     * @param columnAxis name of the axis along which each row runs, such as {@code step}
     */
    public static Observable matrix(String name, String description, String rowAxis, String columnAxis) {
        return new Observable(name, description, Shape.MATRIX, List.of(rowAxis, columnAxis), Unit.ONE, false);
    }

    /** Returns the symbol under which it occurs in formulas. */
    public String symbol() {
        return symbolOf(name);
    }

    /** Returns the symbol under which an observable or an event of that name occurs in formulas: hyphens become underscores. */
    public static String symbolOf(String name) {
        return name.replace('-', '_');
    }

    /**
     * Returns the axis of a series.
     *
     * @throws IllegalStateException if this is no series
     */
    public String axis() {
        if (shape != Shape.SERIES) {
            throw new IllegalStateException(name + " is no series, its axes are " + axes);
        }
        return axes.get(0);
    }
}
