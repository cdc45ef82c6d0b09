package org.theoremeter.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.theoremeter.reports.figure.Ticks.Mark;

class TicksTest {

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private static final Pattern SCIENTIFIC = Pattern.compile("(?:([\\d.]+)·)?10(⁻?)([" + SUPERSCRIPTS + "]+)");

    @Test
    void linearAxesHaveRoundLabels() {
        assertThat(labels(linear(0, 1))).containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
        assertThat(labels(linear(-0.1, 0.25))).containsExactly("−0.1", "0.0", "0.1", "0.2");
        assertThat(labels(linear(0, 1000))).containsExactly("0", "200", "400", "600", "800", "1000");
        assertThat(labels(linear(0.9, 1.1))).containsExactly("0.90", "0.95", "1.00", "1.05", "1.10");
    }

    @Test
    void wholePositionsHaveNoLabelsBetween() {
        assertThat(labels(Ticks.whole(linear(0.5, 3.5)))).containsExactly("1", "2", "3");
        assertThat(labels(Ticks.whole(linear(4.5, 5.5)))).containsExactly("5");
        assertThat(labels(Ticks.whole(linear(-0.5, 95.5)))).containsExactly("0", "20", "40", "60", "80");
    }

    @Test
    void logarithmicAxesLabelPowersOfTen() {
        assertThat(labels(logarithmic(1e-5, 1e2)))
                .containsExactly("10⁻⁵", "10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "10⁰", "10¹", "10²");
        assertThat(labels(logarithmic(0.01, 10))).containsExactly("0.01", "0.1", "1", "10");
        assertThat(labels(logarithmic(1e-20, 1)))
                .containsExactly("10⁻¹⁸", "10⁻¹⁵", "10⁻¹²", "10⁻⁹", "10⁻⁶", "10⁻³", "10⁰");
        assertThat(labels(logarithmic(1e-300, 1)))
                .containsExactly("10⁻³⁰⁰", "10⁻²⁵⁰", "10⁻²⁰⁰", "10⁻¹⁵⁰", "10⁻¹⁰⁰", "10⁻⁵⁰", "10⁰");
    }

    @Test
    void fewDecadesHaveLabelsBetweenPowers() {
        assertThat(labels(logarithmic(0.02, 0.5))).containsExactly("0.02", "0.05", "0.1", "0.2", "0.5");
        assertThat(labels(logarithmic(0.015, 2.9))).containsExactly("0.02", "0.05", "0.1", "0.2", "0.5", "1", "2");
        assertThat(labels(logarithmic(2e-9, 2e-8))).containsExactly("2·10⁻⁹", "5·10⁻⁹", "10⁻⁸", "2·10⁻⁸");
    }

    @Test
    void lessThanADecadeHasLabelsToo() {
        assertThat(labels(logarithmic(2.5, 6.5))).containsExactly("3", "4", "5", "6");
        assertThat(labels(logarithmic(1.2, 9.5))).containsExactly("2", "4", "6", "8");
        assertThat(labels(logarithmic(4.1, 4.9))).containsExactly("4.2", "4.4", "4.6", "4.8");
        assertThat(labels(logarithmic(9.5, 10.5))).containsExactly("9.6", "9.8", "10.0", "10.2", "10.4");
    }

    @Test
    void minorMarksShowTheMultiplesBetweenPowers() {
        List<Mark> marks = Ticks.of(logarithmic(1, 1000)).marks();

        // 1 … 9, 10 … 90, 100 … 900, 1000
        assertThat(marks).hasSize(28);
        assertThat(marks.get(1).reduced()).isCloseTo(Math.log10(2), within(1e-15));
        assertThat(marks).filteredOn(Mark::isLabelled).hasSize(4);
    }

    /** Reading each label back as a number is the second route to the place at which its mark stands. */
    @Test
    void everyLabelSaysWhereItsMarkStands() {
        Random random = new Random(20260101);
        for (int run = 0; run < 3000; run++) {
            boolean log = random.nextBoolean();
            double low = (random.nextDouble() - 0.5) * (log ? 600 : 1e5);
            double spread = Math.pow(10, -4 + (log ? 6.3 : 8.5) * random.nextDouble());
            Scale scale = new Scale(log, 0, low, low + spread, 0, 300);
            List<Mark> marks = Ticks.of(scale).labelled();

            assertThat(marks).as("[%s, %s] %s", low, low + spread, log).hasSizeBetween(2, 10);
            assertThat(marks).extracting(Mark::label).doesNotHaveDuplicates();
            for (Mark mark : marks) {
                double shown = log
                        ? logarithm(mark.label())
                        : Double.parseDouble(mark.label().replace('−', '-'));
                // labels are exact; the mark is rounded once, on a logarithmic axis after adding numbers below 700
                assertThat(mark.reduced()).isCloseTo(shown, within(1e-12 * Math.max(1, Math.abs(shown))));
                assertThat(mark.reduced()).isBetween(low - 1e-8 * spread, low + spread * (1 + 1e-8));
            }
        }
    }

    /** Reads 0.05, 10⁻⁴ or 2.5·10⁻⁴ as its decimal logarithm. */
    private static double logarithm(String label) {
        Matcher scientific = SCIENTIFIC.matcher(label);
        if (!scientific.matches()) {
            return Math.log10(Double.parseDouble(label));
        }
        double lead = scientific.group(1) == null ? 1 : Double.parseDouble(scientific.group(1));
        int exponent = 0;
        for (char c : scientific.group(3).toCharArray()) {
            exponent = 10 * exponent + SUPERSCRIPTS.indexOf(c);
        }
        return Math.log10(lead) + (scientific.group(2).isEmpty() ? exponent : -exponent);
    }

    private static List<String> labels(Scale scale) {
        return labels(Ticks.of(scale));
    }

    private static List<String> labels(Ticks ticks) {
        return ticks.labelled().stream().map(Mark::label).toList();
    }

    private static Scale linear(double low, double high) {
        return new Scale(false, 0, low, high, 0, 300);
    }

    private static Scale logarithmic(double low, double high) {
        return new Scale(true, 0, Math.log10(low), Math.log10(high), 0, 300);
    }
}
