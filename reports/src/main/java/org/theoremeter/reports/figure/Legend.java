package org.theoremeter.reports.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.theoremeter.reports.document.Figure;
import org.theoremeter.reports.document.Figure.Curve;
import org.theoremeter.reports.document.Figure.Role;
import org.theoremeter.reports.text.Characters;

/**
 * Which entries the legend has and where they stand: rows above the plot, so that it never hides a curve.
 *
 * @param entries the entries in the order in which they are read
 * @param rows how many rows they take
 */
record Legend(List<Entry> entries, int rows) {

    /** Room for the sample of a line or a point, in pixels. */
    static final double SAMPLE = 30;

    private static final double GAP = 8;

    private static final double BETWEEN = 22;

    /** More names than this in one role are counted rather than listed, since they would look alike. */
    private static final int MOST_NAMES = 3;

    /**
     * One entry.
     *
     * @param role what it stands for
     * @param text what it is called
     * @param x its left edge, in pixels from the left edge of the legend
     * @param row its row, from 0
     */
    record Entry(Role role, String text, double x, int row) {

        /** Returns where its text begins. */
        double textAt() {
            return x + SAMPLE + GAP;
        }
    }

    /**
     * Lays out the legend of a figure.
     *
     * @param figure the figure
     * @param fontSize in pixels
     * @param room the width there is, in pixels
     */
    static Legend of(Figure figure, double fontSize, double room) {
        List<Entry> entries = new ArrayList<>();
        double x = 0;
        int row = 0;
        for (Map.Entry<Role, List<Curve>> role : roles(figure).entrySet()) {
            for (String name : names(role.getKey(), role.getValue())) {
                String text = TextWidth.fit(name, fontSize, room - SAMPLE - GAP);
                double width = SAMPLE + GAP + TextWidth.of(text, fontSize);
                if (x > 0 && x + width > room) {
                    x = 0;
                    row++;
                }
                entries.add(new Entry(role.getKey(), text, x, row));
                x += width + BETWEEN;
            }
        }
        return new Legend(List.copyOf(entries), row + 1);
    }

    /** Returns the curves by role, theory first. */
    static Map<Role, List<Curve>> roles(Figure figure) {
        return figure.curves().stream()
                .sorted(Comparator.comparing(Curve::role))
                .collect(Collectors.groupingBy(Curve::role, LinkedHashMap::new, Collectors.toList()));
    }

    private static List<String> names(Role role, List<Curve> curves) {
        List<String> names = curves.stream()
                .map(curve -> Characters.oneLine(curve.name()))
                .distinct()
                .toList();
        if (names.size() == 1) {
            boolean counted = role == Role.MEASURED && curves.size() > 1;
            return List.of(names.get(0) + (counted ? " (" + curves.size() + " curves)" : ""));
        }
        if (role != Role.MEASURED && names.size() <= MOST_NAMES) {
            return names;
        }
        return List.of(common(role, names) + " (" + curves.size() + " curves)");
    }

    /** Returns what the names begin with, such as "outlier" for "outlier, seed 1" and "outlier, seed 2"; else the role. */
    private static String common(Role role, List<String> names) {
        String first = names.get(0);
        int length = first.length();
        for (String name : names) {
            while (!name.startsWith(first.substring(0, length))) {
                length--;
            }
        }
        String common = first.substring(0, length).replaceFirst("(,\\s*\\p{L}*)?[\\d\\s\\p{Punct}]*$", "");
        return common.length() > 2 ? common : role.name().toLowerCase(Locale.ROOT);
    }
}
