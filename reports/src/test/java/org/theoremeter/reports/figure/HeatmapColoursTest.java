package org.theoremeter.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeatmapColoursTest {

    @Test
    void hasNoMoreThanSixtyFourColoursAllDifferent() {
        for (HeatmapColours palette : HeatmapColours.values()) {
            assertThat(palette.colours()).hasSizeLessThanOrEqualTo(64).doesNotHaveDuplicates();
            assertThat(palette.colours()).allMatch(colour -> colour.matches("#[0-9a-f]{6}"));
        }
    }

    /** The ends as published: of viridis, and of the cool-to-warm map, (59, 76, 192) and (180, 4, 38) with grey between. */
    @Test
    void beginsAndEndsAsPublished() {
        assertThat(HeatmapColours.SEQUENTIAL.colours()).startsWith("#440154").endsWith("#fde725");
        assertThat(HeatmapColours.DIVERGING.colours()).startsWith("#3b4cc0").endsWith("#b40426");
        assertThat(HeatmapColours.DIVERGING.colours().get(31)).isEqualTo("#dddddd");
    }

    @Test
    void valuesOfBothSignsDiverge() {
        assertThat(HeatmapColours.of(-1, 2)).isEqualTo(HeatmapColours.DIVERGING);
        assertThat(HeatmapColours.of(0, 2)).isEqualTo(HeatmapColours.SEQUENTIAL);
        assertThat(HeatmapColours.of(-2, 0)).isEqualTo(HeatmapColours.SEQUENTIAL);
        assertThat(HeatmapColours.of(0, 0)).isEqualTo(HeatmapColours.SEQUENTIAL);
    }

    @Test
    void everyColourStandsForAnEqualPartOfTheRange() {
        for (HeatmapColours palette : HeatmapColours.values()) {
            int count = palette.colours().size();
            for (int i = 0; i < count; i++) {
                assertThat(palette.index((i + 0.001) / count)).isEqualTo(i);
                assertThat(palette.index((i + 0.999) / count)).isEqualTo(i);
            }
            assertThat(palette.index(0)).isZero();
            assertThat(palette.index(1)).isEqualTo(count - 1);
            // rounding may put an end of the range just outside it
            assertThat(palette.index(Math.nextDown(0.0))).isZero();
            assertThat(palette.index(Math.nextUp(1.0))).isEqualTo(count - 1);
        }
    }

    /**
     * Lightness carries the order for every eye and in print. Viridis was made with equal steps of it in CAM02-UCS, of which CIE L*
     * differs by some tens of per cent; interpolation and rounding to 8 bits add about as much.
     */
    @Test
    void lightnessRisesEvenlyFromTheLowestToTheHighest() {
        double[] lightness = lightness(HeatmapColours.SEQUENTIAL.colours());
        double mean = (lightness[63] - lightness[0]) / 63;

        for (int i = 1; i < lightness.length; i++) {
            assertThat(lightness[i] - lightness[i - 1]).as("step " + i).isBetween(0.5 * mean, 1.6 * mean);
        }
    }

    @Test
    void lightnessFallsAlikeOnBothSidesOfZero() {
        double[] lightness = lightness(HeatmapColours.DIVERGING.colours());

        for (int i = 1; i <= 31; i++) {
            assertThat(lightness[31 - i]).isLessThan(lightness[32 - i]);
            assertThat(lightness[31 + i]).isLessThan(lightness[30 + i]);
            // both ends were chosen with nearly the same lightness; the arms differ in hue, along which L* is bent
            assertThat(Math.abs(lightness[31 - i] - lightness[31 + i])).isLessThan(4);
        }
    }

    /** CIE 1976 L* of sRGB colours (IEC 61966-2-1), white at 100. */
    private static double[] lightness(List<String> colours) {
        return colours.stream()
                .mapToDouble(colour -> {
                    double luminance =
                            0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
                    return luminance > 0.008856 ? 116 * Math.cbrt(luminance) - 16 : 903.3 * luminance;
                })
                .toArray();
    }

    private static double linear(String colour, int at) {
        double value = Integer.parseInt(colour, at, at + 2, 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
