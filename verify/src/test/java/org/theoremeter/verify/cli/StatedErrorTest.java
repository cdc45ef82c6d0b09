package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremeter.verify.cli.terminal.ExitStatus;

/** What a table says of its errors has one meaning, and counts in every kind of claim. */
class StatedErrorTest {

    /** Of one Gaussian number 5 % lie farther than this beyond the deviation, on one side. */
    private static final double ONE_SIDED = 1.6449;

    @TempDir
    Path folder;

    private int claims;

    @BeforeEach
    void write() throws IOException {
        Files.write(folder.resolve("one.csv"), List.of("y,dy", "3,0.1"));
        List<String> grid = new ArrayList<>(List.of("x,y,z"));
        List<String> curve = new ArrayList<>(List.of("t,q"));
        for (int i = 0; i < 9; i++) {
            double x = Math.pow(2, i);
            // y = x^-1.5 to 0.1 %, z exactly
            double wiggle = 1 + 0.001 * (i % 3 - 1);
            grid.add(x + "," + Math.pow(x, -1.5) * wiggle + "," + Math.pow(x, -1.5));
        }
        for (int i = 0; i <= 20; i++) {
            curve.add(i / 10.0 + "," + Math.exp(-i / 10.0));
        }
        Files.write(folder.resolve("grid.csv"), grid);
        Files.write(folder.resolve("curve.csv"), curve);
        Random random = new Random(3);
        List<String> seeds = new ArrayList<>(List.of("seed,y"));
        for (int seed = 0; seed < 12; seed++) {
            seeds.add(seed + "," + (3 + 0.01 * random.nextGaussian()));
        }
        Files.write(folder.resolve("seeds.csv"), seeds);
    }

    private Cli verify(String kind, String body) throws IOException {
        Path file = folder.resolve(++claims + ".yaml");
        Files.writeString(file, "claim: 1\nid: my.%d\ntitle: A claim\nkind: %s\n".formatted(claims, kind) + body);
        return Cli.run("verify", file, "--out", folder.resolve("out" + claims), "--store", folder.resolve("store"));
    }

    private int value(String error, double margin) throws IOException {
        return verify("value", """
                predict: {values: {v: "3"}}
                observe: {csv: {file: one.csv, errors: {y: %s}}, seeds: none}
                compare: [{predicted: v, observed: y, margin: %s}]
                """.formatted(error, margin)).status();
    }

    @Test
    void aStandardErrorReachesAsFarAsTheConfidenceAsksForAndABoundAsFarAsItSays() throws IOException {
        for (String standard : List.of("{standard: 0.1}", "{standard: dy}", "{standard: dy, correlated: true}")) {
            assertThat(value(standard, 0.1 * ONE_SIDED * 1.001)).as(standard).isZero();
            assertThat(value(standard, 0.1 * ONE_SIDED * 0.999)).as(standard).isEqualTo(ExitStatus.UNDECIDED);
        }
        assertThat(value("{bound: dy}", 0.1001)).isZero();
        assertThat(value("{bound: dy}", 0.0999)).isEqualTo(ExitStatus.UNDECIDED);
    }

    @Test
    void aBareNumberCountsAsTheWiderOne() throws IOException {
        assertThat(value("0.1", 0.1 * ONE_SIDED * 1.001)).isZero();
        assertThat(value("0.1", 0.1 * ONE_SIDED * 0.999)).isEqualTo(ExitStatus.UNDECIDED);
    }

    @Test
    void whatMeansNeitherIsRefusedWithBothSpellings() throws IOException {
        for (String error : List.of(
                "{}",
                "{standard: 0.1, bound: 0.1}",
                "{bound: 0.1, correlated: true}",
                "{deviation: 0.1}",
                "{standard: nothing}",
                "{standard: -1}",
                "[0.1]",
                "{bound: dy, correlated: maybe}")) {
            Cli cli = verify("value", """
                    predict: {values: {v: "3"}}
                    observe: {csv: {file: one.csv, errors: {y: %s}}, seeds: none}
                    compare: [{predicted: v, observed: y, margin: 1}]
                    """.formatted(error));
            assertThat(cli.status()).as(error + cli).isEqualTo(ExitStatus.BAD_INPUT);
            assertThat(cli.err()).as(error).contains(claims + ".yaml");
        }
        assertThat(verify("value", """
                predict: {values: {v: "3"}}
                observe: {csv: {file: one.csv, errors: {y: {}}}, seeds: none}
                compare: [{predicted: v, observed: y, margin: 1}]
                """).err()).contains("{standard: S}").contains("{bound: B}");
    }

    private int exponent(String column, String error, double margin) throws IOException {
        return verify("exponent", """
                predict: {slopes: {s: "-1.5"}}
                observe: {csv: {file: grid.csv, errors: {%s: %s}}, over: [x], seeds: none}
                compare: [{slope of: %s, against: x, predicted: s, margin: %s}]
                """.formatted(column, error, column, margin)).status();
    }

    /**
     * The points scatter by 0.1 %, and are said to err by 20 %. Independent errors of σ = 0.2 of the logarithms give the slope of
     * nine points ln 2 apart a standard error of 0.2/(ln 2 √60) = 0.037, and a Student interval of 7 degrees ± 0.071; the slope of
     * a parabola at its ends one of 0.2 √(1/60 + 64/308)/ln 2 = 0.137, as its interval 0.071 + 0.258 at most. What they have in
     * common may tilt all of them, by Σ |w| 0.22 = 20/(60 ln 2) · 0.223 = 0.107.
     */
    @Test
    void anExponentCountsTheSizeOfItsErrors() throws IOException {
        String grid = Files.readString(folder.resolve("grid.csv"));
        StringBuilder relative = new StringBuilder();
        for (String line : grid.split("\n")) {
            String[] cells = line.split(",");
            relative.append(line)
                    .append(',')
                    .append(cells[0].equals("x") ? "dy" : Double.toString(0.2 * Double.parseDouble(cells[1])))
                    .append('\n');
        }
        Files.writeString(folder.resolve("grid.csv"), relative);
        assertThat(exponent("y", "{standard: dy}", 0.05)).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(exponent("y", "{standard: dy}", 0.3)).isZero();
        assertThat(exponent("y", "{bound: dy}", 0.09)).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(exponent("y", "{bound: dy}", 0.4)).isZero();
        assertThat(exponent("y", "{bound: 1e-9}", 0.01)).isZero();
        // exact points, whose interval is the bound alone
        assertThat(exponent("z", "{bound: dy}", 0.09)).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(exponent("z", "{bound: dy}", 0.4)).isZero();
    }

    /** An offset that all have in common bends a power law at its small end: 2e-4 of 2.4e-4 at the last point. */
    @Test
    void aBoundCountsWhereValuesAreNotClearOfIt() throws IOException {
        assertThat(exponent("z", "{bound: 2e-4}", 0.02)).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(exponent("z", "{standard: 1e-9}", 0.02)).isZero();
    }

    /** Of 21 numbers each of which is off by a deviation of 0.01, one in twenty sets has one beyond 2.8 of them. */
    @Test
    void samplesOfACurveMustAllBeAsSure() throws IOException {
        String claim = """
                predict: {curves: {c: "exp(-t)"}, time: t}
                observe: {csv: {file: curve.csv, errors: {q: %s}}, series: t, seeds: none}
                compare: [{predicted: c, observed: q, distance: sup, margin: %s}]
                """;
        assertThat(verify("trajectory", claim.formatted("{standard: 0.01}", 0.0285))
                        .status())
                .isZero();
        assertThat(verify("trajectory", claim.formatted("{standard: 0.01}", 0.0279))
                        .status())
                .isEqualTo(ExitStatus.UNDECIDED);
        assertThat(verify("trajectory", claim.formatted("{standard: 0.01, correlated: true}", 0.0166))
                        .status())
                .isZero();
        assertThat(verify("trajectory", claim.formatted("{bound: 0.01}", 0.0101))
                        .status())
                .isZero();
    }

    /** Seeds scatter by 0.01, and so the mean of twelve is sure to less than 0.02. */
    @Test
    void ofSeedsAnIndependentErrorIsPartOfTheSpreadAndACommonOneIsNot() throws IOException {
        String claim = """
                predict: {values: {v: "3"}}
                observe: {csv: {file: seeds.csv, errors: {y: %s}}, seeds: seed}
                compare: [{predicted: v, observed: y, margin: 0.05}]
                """;
        assertThat(verify("value", claim.formatted("{standard: 0.01}")).status())
                .isZero();
        // ten times as large, it would show in the spread if it were independent
        Cli larger = verify("value", claim.formatted("{standard: 0.1}"));
        assertThat(larger.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(larger.err()).contains("scatter less than").contains("correlated: true");
        assertThat(verify("value", claim.formatted("{standard: 0.1, correlated: true}"))
                        .status())
                .isEqualTo(ExitStatus.UNDECIDED);
        assertThat(verify("value", claim.formatted("{bound: 0.1}")).status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(verify("value", claim.formatted("0.1")).status()).isEqualTo(ExitStatus.UNDECIDED);
    }

    /** Six copies of twenty are not made independent by an error that is smaller than what they differ by. */
    @Test
    void anErrorDoesNotHideCopies() throws IOException {
        Random random = new Random(4);
        List<String> table = new ArrayList<>(List.of("seed,y"));
        double[] values = new double[20];
        for (int seed = 0; seed < 20; seed++) {
            values[seed] = seed < 14 ? 3 + 0.01 * random.nextGaussian() : values[seed - 14];
            table.add(seed + "," + values[seed]);
        }
        Files.write(folder.resolve("copies.csv"), table);
        String claim = """
                predict: {values: {v: "3"}}
                observe: {csv: {file: copies.csv, errors: {y: %s}}, seeds: seed}
                compare: [{predicted: v, observed: y, margin: 0.1}]
                """;
        for (String error :
                List.of("1e-12", "{bound: 1e-4}", "{standard: 0.001}", "{standard: 1e-5, correlated: true}")) {
            Cli cli = verify("value", claim.formatted(error));
            assertThat(cli.status()).as(error + cli).isEqualTo(ExitStatus.BAD_INPUT);
            assertThat(cli.err()).as(error).contains("a copy");
        }
        // to this they may well agree; the interval holds it in full
        assertThat(verify("value", claim.formatted("{bound: 0.02}")).status()).isZero();
    }
}
