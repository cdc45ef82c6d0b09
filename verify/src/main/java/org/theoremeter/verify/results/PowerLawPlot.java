package org.theoremeter.verify.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Collects the curves of a figure of a power law: points with errors, and lines through them, on logarithmic axes. */
public final class PowerLawPlot {

    private final boolean swapped;
    private final List<Plot.Curve> curves = new ArrayList<>();

    /**
     * Begins a figure.
     *
     * @param swapped whether what is given as x is the ordinate, and what is given as y the abscissa
     */
    public PowerLawPlot(boolean swapped) {
        this.swapped = swapped;
    }

    /** Adds points; x and y are positive. */
    public void points(String name, double[] x, double[] y) {
        add(name, Plot.Role.POINTS, x, y);
    }

    /** Adds how far the y of a point may be off; a lower end that is not positive has no place and leaves it out. */
    public void errorOfY(String name, double x, double lower, double upper) {
        if (lower > 0 && Double.isFinite(upper)) {
            add(name, Plot.Role.INTERVAL, new double[] {x, x}, new double[] {lower, upper});
        }
    }

    /** Adds the same of the x of a point. */
    public void errorOfX(String name, double lower, double upper, double y) {
        if (lower > 0 && Double.isFinite(upper)) {
            add(name, Plot.Role.INTERVAL, new double[] {lower, upper}, new double[] {y, y});
        }
    }

    /** Adds y = e^(intercept + slope ln x) from the least x to the largest. */
    public void line(String name, Plot.Role role, double[] x, double intercept, double slope) {
        double[] ends = ends(x);
        curve(name, role, ends, along(ends, intercept, slope));
    }

    /** Adds x = e^(intercept + slope ln y) from the least y to the largest. */
    public void inverseLine(String name, Plot.Role role, double[] y, double intercept, double slope) {
        double[] ends = ends(y);
        curve(name, role, along(ends, intercept, slope), ends);
    }

    private static double[] ends(double[] values) {
        return new double[] {
            Arrays.stream(values).min().orElseThrow(),
            Arrays.stream(values).max().orElseThrow()
        };
    }

    private static double[] along(double[] ends, double intercept, double slope) {
        return Arrays.stream(ends)
                .map(at -> Math.exp(intercept + slope * Math.log(at)))
                .toArray();
    }

    /** Adds a curve, unless it has a number that logarithmic axes cannot show. */
    public void curve(String name, Plot.Role role, double[] x, double[] y) {
        if (DoubleStream.concat(Arrays.stream(x), Arrays.stream(y))
                .allMatch(value -> value > 0 && Double.isFinite(value))) {
            add(name, role, x, y);
        }
    }

    private void add(String name, Plot.Role role, double[] x, double[] y) {
        curves.add(swapped ? new Plot.Curve(name, role, y, x) : new Plot.Curve(name, role, x, y));
    }

    /**
     * Returns the figure.
     *
     * @param x the label of its horizontal axis
     * @param y that of its vertical axis
     */
    public Plot plot(String x, String y) {
        return new Plot(x, y, true, curves);
    }
}
