package org.theoremeter.reports.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Colours for values, evenly spaced from the lowest to the highest, in so few steps that neighbours often share one.
 *
 * <p>Both are perceptually uniform and read by colour-blind eyes: equal differences of values look alike wherever they are.
 */
enum HeatmapColours {

    /**
     * For values of one sign: viridis, by N. J. Smith, S. van der Walt and E. Firing (2015), placed in the public domain by CC0 1.0;
     * every seventeenth of its 256 entries, between which colours are interpolated.
     */
    SEQUENTIAL(
            64,
            "440154 481a6c 472f7d 414487 39568c 31688e 2a788e 23888e 1f988b 22a884 35b779 54c568 7ad151 a5db36 d2e21b fde725",
            "from dark violet for the lowest to yellow for the highest"),

    /**
     * For values of both signs: the cool-to-warm map, computed by the formulas of K. Moreland, Diverging Color Maps for Scientific
     * Visualization, ISVC 2009, at seventeen points from its ends (59, 76, 192) and (180, 4, 38). An odd number of colours gives zero
     * one of its own.
     */
    DIVERGING(
            63,
            "3b4cc0 4e68d7 6282ea 779af7 8db0fe a3c2ff b8d0f9 ccd9ee dddddd ecd3c6 f5c4ad f7b194 f49a7b ec7f63 de614c cb3e38 b40426",
            "blue below zero, grey at zero, red above");

    private final List<String> colours;
    private final String words;

    HeatmapColours(int count, String anchors, String words) {
        this.colours = interpolated(anchors.split(" "), count);
        this.words = words;
    }

    /** Returns the palette for values between these. */
    static HeatmapColours of(double least, double greatest) {
        return least < 0 && greatest > 0 ? DIVERGING : SEQUENTIAL;
    }

    /** Returns the colours, lowest first, such as {@code #440154}. */
    List<String> colours() {
        return colours;
    }

    /** Returns which of the colours stands for a value, given how far from the lowest (0) to the highest (1) it is. */
    int index(double fraction) {
        return Math.max(0, Math.min(colours.size() - 1, (int) Math.floor(fraction * colours.size())));
    }

    /** Returns how the colours run, for readers who do not see them. */
    String words() {
        return words;
    }

    private static List<String> interpolated(String[] anchors, int count) {
        List<String> colours = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double at = (double) i * (anchors.length - 1) / (count - 1);
            int low = Math.min((int) at, anchors.length - 2);
            StringBuilder colour = new StringBuilder("#");
            for (int channel = 0; channel < 6; channel += 2) {
                double from = Integer.parseInt(anchors[low], channel, channel + 2, 16);
                double to = Integer.parseInt(anchors[low + 1], channel, channel + 2, 16);
                colour.append(String.format(Locale.ROOT, "%02x", Math.round(from + (at - low) * (to - from))));
            }
            colours.add(colour.toString());
        }
        return List.copyOf(colours);
    }
}
