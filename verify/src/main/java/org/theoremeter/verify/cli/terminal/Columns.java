package org.theoremeter.verify.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.text.WordUtils;

/** Breaks what is printed into lines of 100 columns at most. */
public final class Columns {

    private static final int WIDTH = 100;
    private static final List<String> SIGNS = List.of(" + ", " − ");

    private Columns() {}

    /**
     * Breaks words at spaces.
     *
     * @param margin what stands before the first line
     * @param below what stands before the others
     */
    public static List<String> words(String margin, String below, String text) {
        // one width for all lines, because the wrapper knows no other
        List<String> lines = WordUtils.wrap(text, WIDTH - Math.max(margin.length(), below.length()))
                .lines()
                .toList();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> (i == 0 ? margin : below) + lines.get(i))
                .toList();
    }

    /**
     * Breaks a formula before a plus or minus: outside of all brackets if there is one, else in as few as possible. A formula
     * without them is not broken.
     *
     * @param margin what stands before the first line
     * @param below what stands before the others
     */
    public static List<String> formula(String margin, String below, String text) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        String start = margin;
        while (start.length() + rest.length() > WIDTH) {
            int place = place(rest, WIDTH - start.length());
            if (place < 0) {
                break;
            }
            lines.add(start + rest.substring(0, place));
            rest = rest.substring(place + 1);
            start = below;
        }
        lines.add(start + rest);
        return lines;
    }

    /** Returns the last place outside of the fewest brackets that leaves a line of that width, the first at all if none does. */
    private static int place(String text, int width) {
        int best = -1;
        int least = Integer.MAX_VALUE;
        int depth = 0;
        for (int i = 1; i < text.length(); i++) {
            char before = text.charAt(i - 1);
            depth += "([{".indexOf(before) >= 0 ? 1 : ")]}".indexOf(before) >= 0 ? -1 : 0;
            String from = text.substring(i);
            boolean breakable = SIGNS.stream().anyMatch(from::startsWith);
            if (breakable && i > width) {
                return best < 0 ? i : best;
            }
            if (breakable && depth <= least) {
                best = i;
                least = depth;
            }
        }
        return best;
    }
}
