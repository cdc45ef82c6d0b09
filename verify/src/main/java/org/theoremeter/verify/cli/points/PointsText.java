package org.theoremeter.verify.cli.points;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.theoremeter.reports.text.Numbers;
import org.theoremeter.simulate.fixedpoint.Certificate;
import org.theoremeter.simulate.fixedpoint.Kind;
import org.theoremeter.simulate.fixedpoint.Point;
import org.theoremeter.simulate.fixedpoint.Points;
import org.theoremeter.simulate.fixedpoint.region.Enumeration;
import org.theoremeter.verify.cli.terminal.Columns;

/** Says in lines what a search found, how hard it looked, and what is proved. */
final class PointsText {

    private static final int MOST_ROWS = 24;
    private static final int DIGITS = 3;
    private static final String ROW = "%-9s %10s %11s %9s %9s %8s %7s  %s";

    private PointsText() {}

    static List<String> of(Searched searched) {
        List<String> lines = new ArrayList<>();
        Points points = searched.points();
        lines.add(searched.network().name() + " of " + searched.network().units() + " units, " + searched.source()
                + ", input held at " + held(searched.input()));
        if (points.points().isEmpty()) {
            lines.add("none found");
        } else {
            lines.add(String.format(
                    Locale.ROOT, ROW, "kind", "q", "leading |λ|", "unstable", "marginal", "starts", "basin", "proved"));
            points.points().stream()
                    .limit(MOST_ROWS)
                    .map(point -> row(point, points))
                    .forEach(lines::add);
            if (points.points().size() > MOST_ROWS) {
                lines.add("… and " + (points.points().size() - MOST_ROWS) + " more, in points.csv");
            }
        }
        lines.addAll(Columns.words("", "  ", effort(searched)));
        lines.add("there may be more points than were found");
        if (points.of(Kind.MARGINAL).size() > 1) {
            lines.addAll(
                    Columns.words(
                            "",
                            "  ",
                            "marginal points may belong to a curve or surface of fixed points; their number then says nothing"));
        }
        searched.regions().ifPresent(all -> all.forEach(each -> lines.addAll(Columns.words("", "  ", region(each)))));
        return lines;
    }

    private static String held(double[] input) {
        boolean zero = true;
        List<String> values = new ArrayList<>();
        for (double value : input) {
            zero &= value == 0;
            values.add(Numbers.plain(value, DIGITS));
        }
        return zero ? "0" : String.join(", ", values);
    }

    private static String row(Point point, Points points) {
        return String.format(
                Locale.ROOT,
                ROW,
                point.kind().word(),
                Numbers.plain(point.q(), DIGITS),
                Numbers.plain(point.leading(), DIGITS + 2),
                point.unstable(),
                point.marginal(),
                percent(point.starts(), points.starts()),
                point.kind() == Kind.STABLE ? percent(point.basin(), points.starts()) : "",
                proved(point.certificate()));
    }

    private static String percent(int part, int whole) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }

    private static String proved(Certificate certificate) {
        return switch (certificate.claim()) {
            case EXISTS -> "exists within " + Numbers.plain(certificate.within(), 1);
            case NONE_NEAR ->
                Double.isFinite(certificate.alone())
                        ? "no zero within " + Numbers.plain(certificate.alone(), 1)
                        : "no zero";
            case NOTHING -> "nothing";
        };
    }

    private static String effort(Searched searched) {
        Points points = searched.points();
        String kinds = String.format(
                Locale.ROOT,
                "%d stable, %d saddles, %d marginal, %d ghosts",
                points.of(Kind.STABLE).size(),
                points.of(Kind.SADDLE).size(),
                points.of(Kind.MARGINAL).size(),
                points.of(Kind.GHOST).size());
        return kinds + "; looked from " + points.starts() + " starts near "
                + searched.trajectories().states().length + " states of "
                + searched.trajectories().trajectories().size() + " trajectories: " + points.ended()
                + " minimisations of q ended in a point, at most "
                + searched.settings().iterations() + " steps each, and " + points.settled()
                + " starts settle in a stable point within "
                + searched.settings().relaxation() + " steps of the network";
    }

    private static String region(Enumeration each) {
        String found = "period " + each.period() + ": " + each.cycles().size()
                + (each.period() == 1 ? " fixed points" : " cycles") + " from the linear regions, ";
        String where = each.isEverywhere()
                ? "all 2^" + each.bits() + " itineraries"
                : "2^" + each.bits() + " itineraries with all |z_i| below " + Numbers.plain(each.halfWidth(), DIGITS);
        if (each.isComplete()) {
            return found + "complete: " + where + ", " + each.solved() + " solved, the others excluded";
        }
        return found + "not complete: of " + where + " " + each.solved() + " were solved, " + each.undecided()
                + " of them left open"
                + (each.exhausted() ? ", and the rest not looked at within the work allowed" : "");
    }
}
