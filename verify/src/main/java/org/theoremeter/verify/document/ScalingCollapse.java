package org.theoremeter.verify.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.theoremeter.reports.document.Figure;
import org.theoremeter.verify.results.PhaseCounts;

/**
 * How far a fitted power law accounts for the counts behind its thresholds: the fractions over y/y_c(x), with y_c(x) the fitted law, one
 * line for each x. Were the law all that there is, as of a survival that is a function of η/η_c(T_d) alone, the lines would lie on one
 * another. It judges nothing.
 */
public final class ScalingCollapse {

    private ScalingCollapse() {}

    /**
     * Returns the figure; empty if no two lines can be shown.
     *
     * @param id of the figure
     * @param caption what the counts are of
     * @param counts the counts, x and y as in the law
     * @param law y_c of x; not a finite number above 0 where it does not hold, and lines of such x are left out
     */
    public static Optional<Figure> of(String id, String caption, PhaseCounts counts, DoubleUnaryOperator law) {
        List<Figure.Curve> curves = new ArrayList<>();
        double[] columns = counts.columns();
        for (int column = 0; column < columns.length; column++) {
            double critical = law.applyAsDouble(columns[column]);
            if (critical > 0 && Double.isFinite(critical)) {
                line(counts, column, critical).ifPresent(curves::add);
            }
        }
        if (curves.size() < 2) {
            return Optional.empty();
        }
        curves.add(new Figure.Curve(
                "the fitted " + counts.y(), Figure.Role.MARGIN, new double[] {1, 1}, new double[] {0, 1}));
        return Optional.of(new Figure(
                id,
                caption + ": fractions over " + counts.y() + " in units of its fitted value, a line for each "
                        + counts.x() + " in the fitted range",
                new Figure.Axis(counts.y() + " / fitted " + counts.y(), true),
                new Figure.Axis("fraction of " + counts.of(), false),
                curves));
    }

    private static Optional<Figure.Curve> line(PhaseCounts counts, int column, double critical) {
        double[] rows = counts.rows();
        int[][] runs = counts.runs();
        int[][] fulfilled = counts.fulfilled();
        int[] shown = IntStream.range(0, rows.length)
                .filter(row -> rows[row] > 0 && runs[row][column] > 0)
                .toArray();
        if (shown.length < 2) {
            return Optional.empty();
        }
        return Optional.of(new Figure.Curve(
                "one " + counts.x() + " each",
                Figure.Role.MEASURED,
                IntStream.of(shown).mapToDouble(row -> rows[row] / critical).toArray(),
                IntStream.of(shown)
                        .mapToDouble(row -> (double) fulfilled[row][column] / runs[row][column])
                        .toArray()));
    }
}
