package org.theoremeter.verify.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.theoremeter.reports.document.Figure;
import org.theoremeter.reports.document.Graphic;
import org.theoremeter.reports.document.PhaseDiagram;
import org.theoremeter.verify.results.PhaseCounts;
import org.theoremeter.verify.results.Plot;

/** Draws the evidence of a comparison: its curves and, of thresholds, the counts that they were fitted to. */
public final class PlotFigure {

    private PlotFigure() {}

    /** Returns the curves as a figure. */
    public static Figure of(String id, String caption, Plot plot) {
        return new Figure(
                id,
                caption,
                new Figure.Axis(plot.x(), plot.logarithmic()),
                new Figure.Axis(plot.y(), plot.logarithmic()),
                plot.curves().stream().map(PlotFigure::curve).toList());
    }

    /** Returns all that is drawn of a plot, with what there is to say of it in the caption. */
    static List<Graphic> all(String id, String caption, Plot plot) {
        List<Graphic> all = new ArrayList<>();
        all.add(of(id, plot.note() == null ? caption : caption + "; " + plot.note(), plot));
        if (plot.counts() != null) {
            all.add(counts(id + "-counts", caption, plot));
            law(plot)
                    .flatMap(law -> ScalingCollapse.of(id + "-collapse", caption, plot.counts(), law))
                    .ifPresent(all::add);
        }
        return all;
    }

    /** Returns the power law that was fitted, over the range that its line has. */
    private static Optional<DoubleUnaryOperator> law(Plot plot) {
        return plot.curves().stream()
                .filter(curve -> curve.role() == Plot.Role.FIT && curve.x().length == 2 && plot.logarithmic())
                .findFirst()
                .map(line -> powerLaw(line.x(), line.y()));
    }

    private static DoubleUnaryOperator powerLaw(double[] x, double[] y) {
        double slope = Math.log(y[1] / y[0]) / Math.log(x[1] / x[0]);
        return at -> at >= x[0] && at <= x[1] ? y[0] * Math.pow(at / x[0], slope) : Double.NaN;
    }

    private static PhaseDiagram counts(String id, String caption, Plot plot) {
        PhaseCounts counts = plot.counts();
        List<Figure.Curve> thresholds = plot.curves().stream()
                .filter(curve -> curve.role() == Plot.Role.POINTS || curve.role() == Plot.Role.INTERVAL)
                .map(PlotFigure::curve)
                .toList();
        return new PhaseDiagram(
                id,
                caption + ": the counts that thresholds were fitted to, with the thresholds",
                new Figure.Axis(counts.x(), counts.logarithmicX()),
                new Figure.Axis(counts.y(), counts.logarithmicY()),
                counts.columns(),
                counts.rows(),
                List.of(new PhaseDiagram.Counts(counts.of(), counts.fulfilled(), counts.runs(), thresholds)));
    }

    private static Figure.Curve curve(Plot.Curve curve) {
        return new Figure.Curve(curve.name(), Figure.Role.valueOf(curve.role().name()), curve.x(), curve.y());
    }
}
