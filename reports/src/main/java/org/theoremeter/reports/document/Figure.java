package org.theoremeter.reports.document;

import java.util.Arrays;
import java.util.List;

/**
 * A plot of curves over two axes.
 *
 * @param id unique among the graphics of a document, also when case is ignored, as it names a file; letters, digits, dots, hyphens
 *     and underscores
 * @param caption what the figure shows, as plain text, never blank
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param curves the curves, at least one
 */
public record Figure(String id, String caption, Axis x, Axis y, List<Curve> curves) implements Graphic {

    /**
     * Checks and copies the parts.
     *
     * @throws NullPointerException if a part is null
     * @throws IllegalArgumentException if the identifier is malformed, the caption blank, there is no curve, or a logarithmic axis is
     *     given a value that is not positive
     */
    public Figure {
        Validate.identifier(id, "figure id");
        Validate.notBlank(caption, "caption of figure " + id);
        Validate.notNull(x, "x axis of figure " + id);
        Validate.notNull(y, "y axis of figure " + id);
        curves = Validate.filled(curves, "curves of figure " + id);
        for (Curve curve : curves) {
            x.accept(curve.x, curve.name, id);
            y.accept(curve.y, curve.name, id);
        }
    }

    /**
     * One axis of a figure.
     *
     * @param label the quantity and its unit, as plain text, never blank
     * @param logarithmic whether equal ratios take equal room
     */
    public record Axis(String label, boolean logarithmic) {

        /**
         * Checks the label.
         *
         * @throws NullPointerException if it is null
         * @throws IllegalArgumentException if it is blank
         */
        public Axis {
            Validate.notBlank(label, "axis label");
        }

        /** Refuses a value that the axis cannot show. */
        void accept(double[] values, String curve, String figure) {
            for (double value : values) {
                if (logarithmic && !(value > 0)) {
                    throw new IllegalArgumentException(
                            "figure " + figure + ", curve " + curve + ": the logarithmic axis '" + label
                                    + "' cannot show " + value + "; leave the point out or use a linear axis");
                }
            }
        }
    }

    /** What a curve is, which decides how it is drawn. */
    public enum Role {
        /** The prediction, drawn over everything else. */
        THEORY,
        /** A simulation or the user's own series; all of them look alike. */
        MEASURED,
        /** A measured quantity shown beside another one, from which its looks tell it. */
        COMPANION,
        /** An edge of what is still accepted. */
        MARGIN,
        /** A law fitted to the measured points. */
        FIT,
        /** Measured points that no line joins, however many. */
        POINTS,
        /** How far a measured point may be off, from one end to the other. */
        INTERVAL
    }

    /**
     * A named series of points.
     *
     * @param name shown in the legend, never blank; curves of one role and one name share one entry, and so do all measured ones
     * @param role what it is
     * @param x the abscissas, finite, at least one; copied
     * @param y the ordinates, finite, as many; copied
     */
    public record Curve(String name, Role role, double[] x, double[] y) {

        /**
         * Checks and copies the parts.
         *
         * @throws NullPointerException if a part is null
         * @throws IllegalArgumentException if the name is blank, there is no point, the lengths differ or a value is not finite
         */
        public Curve {
            Validate.notBlank(name, "curve name");
            Validate.notNull(role, "curve role");
            x = Validate.finite(x, "x of curve " + name);
            y = Validate.finite(y, "y of curve " + name);
            if (x.length != y.length) {
                throw new IllegalArgumentException(
                        "curve " + name + " has " + x.length + " abscissas, but " + y.length + " ordinates");
            }
        }

        /** Returns a copy of the abscissas. */
        @Override
        public double[] x() {
            return x.clone();
        }

        /** Returns a copy of the ordinates. */
        @Override
        public double[] y() {
            return y.clone();
        }

        /** Compares names, roles and points by value. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Curve that
                    && name.equals(that.name)
                    && role == that.role
                    && Arrays.equals(x, that.x)
                    && Arrays.equals(y, that.y);
        }

        /** Agrees with {@link #equals(Object)}. */
        @Override
        public int hashCode() {
            return Arrays.hashCode(
                    new int[] {name.hashCode(), role.hashCode(), Arrays.hashCode(x), Arrays.hashCode(y)});
        }
    }
}
