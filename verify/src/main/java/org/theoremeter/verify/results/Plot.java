package org.theoremeter.verify.results;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * The evidence of a comparison as curves.
 *
 * @param x the horizontal axis' label
 * @param y the vertical axis' label
 * @param logarithmic whether both axes are
 * @param curves the curves
 */
@JsonPropertyOrder({"x", "y", "logarithmic", "curves"})
public record Plot(String x, String y, boolean logarithmic, List<Curve> curves) {

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

    private static void requirePositive(String curve, List<Double> numbers) {
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
        FIT
    }

    /**
     * One curve.
     *
     * @param name its name in the legend
     * @param role what it is
     * @param x positions, finite
     * @param y values there, finite
     */
    @JsonPropertyOrder({"name", "role", "x", "y"})
    public record Curve(String name, Role role, List<Double> x, List<Double> y) {

        /**
         * Copies the lists.
         *
         * @throws IllegalArgumentException if there are not as many values as positions
         */
        public Curve {
            x = List.copyOf(x);
            y = List.copyOf(y);
            if (x.size() != y.size()) {
                throw new IllegalArgumentException("found the curve '" + name + "' with " + x.size() + " positions and "
                        + y.size() + " values, accepted: as many");
            }
        }
    }
}
