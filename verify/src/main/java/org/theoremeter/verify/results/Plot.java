package org.theoremeter.verify.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The evidence of a comparison as curves.
 *
 * @param x the horizontal axis' label
 * @param y the vertical axis' label
 * @param logarithmic whether both axes are
 * @param curves the curves
 * @param note what there is to say of it, such as what is left out; or null
 * @param counts the counts that its points were fitted to, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"x", "y", "logarithmic", "curves", "note", "counts"})
public record Plot(String x, String y, boolean logarithmic, List<Curve> curves, String note, PhaseCounts counts) {

    /** Holds curves of which there is nothing else to say. */
    public Plot(String x, String y, boolean logarithmic, List<Curve> curves) {
        this(x, y, logarithmic, curves, null, null);
    }

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if a logarithmic axis is given a number that is not positive
     */
    public Plot {
        curves = List.copyOf(curves);
        if (logarithmic) {
            for (Curve curve : curves) {
                requirePositive(curve.name(), curve.x());
                requirePositive(curve.name(), curve.y());
            }
        }
    }

    /** Returns the same with more to say, and the counts; null for nothing. */
    public Plot with(String more, PhaseCounts counted) {
        return new Plot(x, y, logarithmic, curves, more, counted);
    }

    private static void requirePositive(String curve, double[] numbers) {
        for (double number : numbers) {
            if (!(number > 0)) {
                throw new IllegalArgumentException(
                        "found " + number + " in the curve '" + curve + "' on logarithmic axes, accepted: above 0");
            }
        }
    }

    /** What a curve is. */
    public enum Role {
        /** The prediction. */
        THEORY,
        /** A simulation. */
        MEASURED,
        /** A fit. */
        FIT,
        /** An edge of what is still accepted. */
        MARGIN,
        /** Measured points that no line joins. */
        POINTS,
        /** How far a measured point may be off, from one end to the other. */
        INTERVAL
    }

    /**
     * One curve.
     *
     * @param name its name in the legend
     * @param role what it is
     * @param x positions, finite; copied
     * @param y values there, finite; copied
     */
    @JsonPropertyOrder({"name", "role", "x", "y"})
    public record Curve(String name, Role role, double[] x, double[] y) {

        /**
         * Copies the numbers.
         *
         * @throws IllegalArgumentException if there are not as many values as positions
         */
        public Curve {
            x = x.clone();
            y = y.clone();
            if (x.length != y.length) {
                throw new IllegalArgumentException("found the curve '" + name + "' with " + x.length + " positions and "
                        + y.length + " values, accepted: as many");
            }
        }

        /** Returns a copy of the positions. */
        @Override
        public double[] x() {
            return x.clone();
        }

        /** Returns a copy of the values. */
        @Override
        public double[] y() {
            return y.clone();
        }

        /** Compares names, roles and numbers by value. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Curve that
                    && Objects.equals(name, that.name)
                    && role == that.role
                    && Arrays.equals(x, that.x)
                    && Arrays.equals(y, that.y);
        }

        /** Agrees with {@link #equals(Object)}. */
        @Override
        public int hashCode() {
            return Objects.hash(name, role, Arrays.hashCode(x), Arrays.hashCode(y));
        }
    }
}
