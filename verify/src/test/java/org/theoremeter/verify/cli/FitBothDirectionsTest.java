package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code fit} on counts that are drawn from a known law, both ways round: critical delays of rates, and critical rates of windows. The
 * counts are sums of coin tosses with probabilities from the formula, nothing of which comes from the code that fits.
 */
class FitBothDirectionsTest {

    /**
     * Of 40 tables, the 95 % intervals leave the truth out in 2 ± 1.4; in 7 or more with a probability of 3.4e-3 by the binomial
     * distribution. The seeds are fixed.
     */
    private static final int TABLES = 40;

    private static final int MOST_MISSED = 6;
    private static final int TRIALS = 60;
    private static final double TRUTH = 1.6;

    @TempDir
    Path folder;

    private static double[] logspace(double from, double to, int points) {
        double[] values = new double[points];
        Arrays.setAll(values, i -> from * Math.pow(to / from, i / (points - 1.0)));
        return values;
    }

    /** Draws a table: at each control and coordinate, how many of the trials did not learn. */
    private Path table(
            String header, double[] controls, double[] coordinates, DoubleBinaryOperator notLearned, long seed)
            throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(header + "\n");
        for (double control : controls) {
            for (double x : coordinates) {
                double p = notLearned.applyAsDouble(control, x);
                int count = 0;
                for (int trial = 0; trial < TRIALS; trial++) {
                    count += random.nextDouble() < p ? 1 : 0;
                }
                text.append(control + "," + x + "," + count + "," + (TRIALS - count) + "\n");
            }
        }
        Path file = folder.resolve("table" + seed + ".csv");
        Files.writeString(file, text.toString());
        return file;
    }

    /** Critical rate 3 w^−1.6 of a window w; the fraction rises with ln η. */
    private Path ratesOfWindows(long seed) throws IOException {
        return table(
                "window,lr,NL,L",
                new double[] {20, 40, 80, 160, 320},
                logspace(1e-5, 1, 25),
                (window, rate) -> 1 / (1 + Math.pow(rate / (3 * Math.pow(window, -TRUTH)), -3)),
                seed);
    }

    /** Critical delay (2/η)^(1/1.6) of a rate η, so that η = 2 T^−1.6; the fraction rises with the delay. */
    private Path delaysOfRates(long seed) throws IOException {
        return table(
                "lr,delay,NL,L",
                logspace(0.001, 0.1, 8),
                logspace(2, 400, 25),
                (rate, delay) -> 1 / (1 + Math.pow(delay / Math.pow(2 / rate, 1 / TRUTH), -4)),
                seed);
    }

    private List<CSVRecord> exponents(Path file, String... options) throws IOException {
        Path out = folder.resolve("out of " + file.getFileName());
        Cli cli = Cli.run("fit", file, "--threshold", "NL=logistic", "--coordinate", "log", "--out", out, options);
        assertThat(cli.status()).as(cli.toString()).isZero();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(Files.readString(out.resolve("exponents.csv")), format)) {
            return parser.getRecords();
        }
    }

    private static double number(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }

    /** How often the intervals left the truth out, and the mean of the exponents. */
    private static final class Tally {
        private int weightedMissed;
        private int ordinaryMissed;
        private double sum;

        void add(List<CSVRecord> rows, String of) {
            CSVRecord ordinary = rows.get(0);
            CSVRecord weighted = rows.get(1);
            assertThat(ordinary.get("method")).isEqualTo("least squares");
            assertThat(weighted.get("method")).isEqualTo("likelihood");
            assertThat(weighted.get("exponent_of")).isEqualTo(of);
            double half = new TDistribution(number(ordinary, "points") - 2).inverseCumulativeProbability(0.975)
                    * number(ordinary, "error_ordinary");
            ordinaryMissed += Math.abs(number(ordinary, "exponent_ordinary") - TRUTH) <= half ? 0 : 1;
            weightedMissed += number(weighted, "lower") <= TRUTH && TRUTH <= number(weighted, "upper") ? 0 : 1;
            sum += number(weighted, "exponent");
        }

        void expectCoverage() {
            assertThat(weightedMissed).isLessThanOrEqualTo(MOST_MISSED);
            assertThat(ordinaryMissed).isLessThanOrEqualTo(MOST_MISSED);
            // the mean of 40: a standard error of 0.002, six of which are far beyond chance and 1 % is a wrong law
            assertThat(sum / TABLES).isCloseTo(TRUTH, within(0.012));
        }
    }

    @Test
    void theCriticalRateOfAWindowHasTheExponentOfItsLaw() throws IOException {
        Tally tally = new Tally();
        for (int seed = 0; seed < TABLES; seed++) {
            tally.add(exponents(ratesOfWindows(seed), "--control", "window", "--along", "lr", "--quiet"), "threshold");
        }
        tally.expectCoverage();
    }

    @Test
    void theRateOfACriticalDelayHasTheExponentOfItsLaw() throws IOException {
        Tally tally = new Tally();
        for (int seed = 0; seed < TABLES; seed++) {
            tally.add(exponents(delaysOfRates(1000 + seed), "--quiet"), "control");
        }
        tally.expectCoverage();
    }

    @Test
    void theTwoDirectionsAreOneAnothersInverse() throws IOException {
        Path file = ratesOfWindows(3);
        CSVRecord threshold =
                exponents(file, "--control", "window", "--along", "lr").get(1);
        Path copy = folder.resolve("copy.csv");
        Files.copy(file, copy);
        CSVRecord control = exponents(copy, "--rate", "window", "--along", "lr").get(1);
        double exponent = number(threshold, "exponent");
        assertThat(number(control, "exponent")).isCloseTo(1 / exponent, within(1e-12)); // rounding
        assertThat(number(control, "upper")).isCloseTo(1 / number(threshold, "lower"), within(1e-12)); // rounding
    }

    @Test
    void theDirectionIsSaid() throws IOException {
        Path out = folder.resolve("out");
        Cli cli = Cli.run(
                "fit",
                ratesOfWindows(4),
                "--threshold",
                "NL=logistic",
                "--control",
                "window",
                "--along",
                "lr",
                "--coordinate",
                "log",
                "--details",
                "--out",
                out);
        assertThat(cli.status()).as(cli.toString()).isZero();
        assertThat(cli.out())
                .contains("exponent b of T ~ window^(-b), T the threshold in lr, with 95 % intervals\n")
                .contains("NL: threshold of a logistic in ln lr")
                .contains("ordinary regression of ln T on ln window, 5 points");
        assertThat(out.resolve("exponent-1-NL.svg")).content().contains("threshold in lr against window");
        assertThat(Cli.run("fit", "--help").out())
                .contains("b of lr ~ T^(-b), T the critical delay", "b of T ~ window^(-b), T the critical rate");
    }
}
