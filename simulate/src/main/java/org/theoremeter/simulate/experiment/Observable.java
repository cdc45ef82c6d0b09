package org.theoremeter.simulate.experiment;

/**
 * Describes one thing that an experiment measures.
 *
 * @param name name in claims, such as {@code outlier}
 * @param description what it is, in one line
 * @param shape a single number or a series
 * @param axis name of the series' axis, such as {@code tau} or {@code step}; empty for a scalar
 * @param unit unit of the values
 */
public record Observable(String name, String description, Shape shape, String axis, Unit unit) {

    /** Tells a single number from a series. */
    public enum Shape {
        /** One number. */
        SCALAR,
        /** Values along an axis. */
        SERIES
    }

    /**
     * Checks that exactly the series have an axis.
     *
     * @throws IllegalArgumentException if a scalar names an axis or a series does not
     */
    public Observable {
        if ((shape == Shape.SCALAR) != axis.isEmpty()) {
            throw new IllegalArgumentException(name + ": a series names its axis, a scalar has none");
        }
    }

    /** Describes a single number. */
    public static Observable scalar(String name, String description, Unit unit) {
        return new Observable(name, description, Shape.SCALAR, "", unit);
    }

    /** Describes a series of dimensionless values over an axis. */
    public static Observable series(String name, String description, String axis) {
        return new Observable(name, description, Shape.SERIES, axis, Unit.ONE);
    }
}
