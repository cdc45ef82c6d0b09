package org.theoremeter.reports.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Breaks a formula into lines for amsmath's {@code align*}: before a relation where it can, else before a plus or minus, and inside
 * of brackets only where a term would still be too wide.
 *
 * <p>A fraction or matrix that is too wide stays so: nothing in it can be broken without changing what it looks like.
 */
final class TexLines {

    /** A left side wider than this would push everything else to the right; it takes a line of its own. */
    private static final double WIDEST_LEFT = 9;

    private static final String INDENT = "\\qquad ";
    private static final double INDENTED = 2;
    private static final double SLIVER = 0.01;

    private final double room;

    private TexLines(double room) {
        this.room = room;
    }

    /** Returns how much room the formula takes to the left of the place where it is aligned, in em. */
    static double left(String tex) {
        double width = TexAtom.width(segments(tex).get(0));
        return width > WIDEST_LEFT ? 0 : width;
    }

    /**
     * Returns the lines, each with an ampersand where they are aligned.
     *
     * @param tex the formula
     * @param room the width to the right of that place, in em
     */
    static List<String> of(String tex, double room) {
        List<List<TexAtom>> segments = segments(tex);
        List<TexAtom> left = segments.get(0);
        boolean beside = TexAtom.width(left) <= WIDEST_LEFT;
        List<List<TexAtom>> rows = filled(beside ? segments.subList(1, segments.size()) : segments, room, room);
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            List<String> broken = new TexLines(room).terms(rows.get(row));
            for (int i = 0; i < broken.size(); i++) {
                boolean indented = i > 0 || (row > 0 && !beside);
                String start = lines.isEmpty() && beside ? (TexAtom.tex(left) + " &").strip() : "&";
                lines.add(start + (indented ? INDENT : "") + broken.get(i));
            }
        }
        return lines;
    }

    /** Cuts a formula before its relations; the first part is what stands before them all, even if that is nothing. */
    private static List<List<TexAtom>> segments(String tex) {
        List<List<TexAtom>> segments = cut(TexScanner.atoms(tex), TexAtom.Kind.RELATION);
        if (segments.size() == 1) {
            segments.add(0, List.of());
        }
        return segments;
    }

    private static List<List<TexAtom>> cut(List<TexAtom> atoms, TexAtom.Kind before) {
        List<List<TexAtom>> parts = new ArrayList<>();
        parts.add(new ArrayList<>());
        for (TexAtom atom : atoms) {
            if (atom.kind() == before) {
                parts.add(new ArrayList<>());
            }
            parts.get(parts.size() - 1).add(atom);
        }
        return parts;
    }

    private List<String> terms(List<TexAtom> row) {
        List<String> lines = new ArrayList<>();
        for (List<TexAtom> line : filled(cut(row, TexAtom.Kind.SIGN), room, room - INDENTED)) {
            lines.addAll(opened(line, lines.isEmpty() ? room : room - INDENTED));
        }
        return lines;
    }

    /** Joins parts as long as they fit in one line. */
    private static List<List<TexAtom>> filled(List<List<TexAtom>> parts, double first, double others) {
        List<List<TexAtom>> lines = new ArrayList<>();
        for (List<TexAtom> part : parts) {
            List<TexAtom> last = lines.isEmpty() ? List.of() : lines.get(lines.size() - 1);
            double limit = lines.size() > 1 ? others : first;
            if (last.isEmpty() || TexAtom.width(last) + TexAtom.width(part) > limit) {
                lines.add(new ArrayList<>(part));
            } else {
                last.addAll(part);
            }
        }
        return lines;
    }

    /** Breaks a line that is still too wide inside of its brackets, each half of which then needs an invisible partner. */
    private List<String> opened(List<TexAtom> line, double limit) {
        Optional<TexAtom> widest = line.stream()
                .filter(atom -> atom.kind() == TexAtom.Kind.BRACKETS)
                .filter(atom -> parts(atom).size() > 1)
                .reduce((one, other) -> other.width() > one.width() ? other : one);
        if (TexAtom.width(line) <= limit || widest.isEmpty()) {
            return List.of(continued(line));
        }
        TexAtom brackets = widest.get();
        int place = line.indexOf(brackets);
        List<TexAtom> before = line.subList(0, place);
        List<TexAtom> after = line.subList(place + 1, line.size());
        double content = TexScanner.width(brackets.content());
        double own = brackets.width() - content;
        // what stands behind is too wide, if not the brackets themselves: at least their last term goes there
        double first = Math.min(limit - TexAtom.width(before) - own, content - SLIVER);
        List<List<TexAtom>> parts = filled(parts(brackets), first, room - INDENTED - own);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String opening = i == 0 ? (continued(before) + " " + brackets.open()).strip() + " " : "\\left. ";
            String closing = i == parts.size() - 1 ? brackets.close() + TexAtom.tex(after) : "\\right.";
            String whole = (opening + continued(parts.get(i)) + " " + closing).strip();
            lines.addAll(opened(TexScanner.atoms(whole), i == 0 ? limit : room - INDENTED));
        }
        return lines;
    }

    private static List<List<TexAtom>> parts(TexAtom brackets) {
        return cut(TexScanner.atoms(brackets.content()), TexAtom.Kind.SIGN);
    }

    /** An empty group before a sign gives it the room that it has between terms. */
    private static String continued(List<TexAtom> atoms) {
        boolean sign = !atoms.isEmpty() && atoms.get(0).kind() == TexAtom.Kind.SIGN;
        return (sign ? "{} " : "") + TexAtom.tex(atoms);
    }
}
