package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremeter.verify.catalogue.Catalogue;
import org.theoremeter.verify.cli.terminal.ExitStatus;

/**
 * Claims about the user's own data, of every kind, from table to verdict: on data made from a known truth the claim of that
 * truth passes, and the claim of another one fails.
 */
class CsvClaimTest {

    /** The noise is drawn once and for all: with this seed every true claim below passes. */
    private static final long SEED = 11;

    private static final double NOISE = 0.02;
    private static final double[] X = {0.1, 0.2, 0.4, 0.8, 1.6, 3.2};

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private int claims;

    @BeforeEach
    void write() throws IOException {
        List<String> seeds = new ArrayList<>(List.of("seed,early,late,size"));
        List<String> grid = new ArrayList<>(List.of("x,seed,cube,error"));
        List<String> series = new ArrayList<>(List.of("seed,t,decay,kept,grown"));
        for (int seed = 1; seed <= 8; seed++) {
            seeds.add(seed + "," + (3 + noise()) + "," + (5 + noise()) + "," + (seed <= 6 ? 1.5 : 0.5));
            for (double x : X) {
                // the error has order 2, and a term of higher order that is 1 % at x = 0.1
                grid.add(x + "," + seed + "," + Math.pow(x, 3) * Math.exp(noise()) + ","
                        + x * x * (1 + x * x) * Math.exp(NOISE * noise()));
            }
            for (int i = 0; i <= 20; i++) {
                double t = i / 10.0;
                series.add(seed + "," + t + "," + (Math.exp(-t) + NOISE * noise()) + "," + (7 + 1e-9 * noise()) + ","
                        + Math.exp(t));
            }
        }
        Files.write(folder.resolve("seeds.csv"), seeds);
        Files.write(folder.resolve("grid.csv"), grid);
        Files.write(folder.resolve("series.csv"), series);
        List<String> once = new ArrayList<>(List.of("x,y,dy"));
        for (double x : X) {
            once.add(x + "," + Math.pow(x, -1.5) * Math.exp(noise()) + "," + NOISE * Math.pow(x, -1.5));
        }
        Files.write(folder.resolve("once.csv"), once);
        Files.write(folder.resolve("counts.csv"), List.of("x,yes,no", "1,300,700", "2,310,690"));
        Files.write(folder.resolve("thresholds.csv"), thresholds());
    }

    private double noise() {
        return NOISE * random.nextGaussian();
    }

    /** Outcomes of 200 trials each whose threshold, at a fraction of one half, is 3/rate. */
    private List<String> thresholds() {
        List<String> rows = new ArrayList<>(List.of("rate,delay,learned,not"));
        for (double rate : new double[] {0.5, 1, 2, 4, 8}) {
            for (int i = 1; i <= 12; i++) {
                double delay = 3 / rate * i / 6;
                double probability = 1 / (1 + Math.pow(delay * rate / 3, 6));
                int learned = 0;
                for (int trial = 0; trial < 200; trial++) {
                    learned += random.nextDouble() < probability ? 1 : 0;
                }
                rows.add(rate + "," + delay + "," + learned + "," + (200 - learned));
            }
        }
        return rows;
    }

    private Cli verify(String kind, String body) throws IOException {
        Path file = folder.resolve("claim" + claims++ + ".yaml");
        Files.writeString(file, "claim: 1\nid: my.claim\ntitle: A claim\nkind: " + kind + "\n" + body);
        return Cli.run("verify", file, "--out", folder.resolve("report" + claims), "--store", folder.resolve("store"));
    }

    private void passes(String kind, String body) throws IOException {
        Cli cli = verify(kind, body);
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.AS_EXPECTED);
        assertThat(cli.out()).contains("PASS");
    }

    private void fails(String kind, String body) throws IOException {
        Cli cli = verify(kind, body);
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.FAILED);
    }

    private void open(String kind, String body, String says) throws IOException {
        Cli cli = verify(kind, body);
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(cli.out()).contains(says).doesNotContain("PASS");
    }

    @Test
    void aValueOnSeeds() throws IOException {
        String claim = """
                predict: {values: {v: "%s"}}
                observe: {csv: {file: seeds.csv}, seeds: seed}
                compare: [{predicted: v, observed: late - early, margin: 0.15}]
                """;
        passes("value", claim.formatted("2"));
        fails("value", claim.formatted("2.3"));
    }

    @Test
    void aValueWithoutSeedsIsAsSureAsItsErrorSays() throws IOException {
        String claim = """
                predict: {values: {v: "x^(-1.5)"}}
                observe: {csv: {file: once.csv, errors: {y: %s}}, over: [x], seeds: none}
                compare: [{predicted: v, observed: y, margin: 50 %%}]
                """;
        passes("value", claim.formatted("dy"));
        open("value", claim.formatted("40"), "INCONCLUSIVE");
    }

    @Test
    void aTrajectory() throws IOException {
        String claim = """
                predict: {time: t, ode: {z: "-%s*z"}, start: {z: "1"}, curves: {c: z}}
                observe: {csv: {file: series.csv}, series: t, seeds: seed}
                compare: [{predicted: c, observed: decay, distance: sup, margin: 0.01}]
                """;
        passes("trajectory", claim.formatted("1"));
        fails("trajectory", claim.formatted("1.1"));
    }

    @Test
    void anExponentOnSeeds() throws IOException {
        String claim = """
                predict: {slopes: {s: "%s"}}
                observe: {csv: {file: grid.csv}, over: [x], seeds: seed}
                compare: [{slope of: cube, against: x, predicted: s, margin: 0.1}]
                """;
        passes("exponent", claim.formatted("3"));
        fails("exponent", claim.formatted("2.7"));
    }

    @Test
    void theLocalSlopeOfAFormulaOnPointsMeasuredOnce() throws IOException {
        String claim = """
                predict: {values: {s: "%s"}}
                observe: {csv: {file: once.csv%s}, over: [x], seeds: none}
                compare: [{slope of: y, against: x, predicted: s, margin: %s}]
                """;
        passes("exponent", claim.formatted("x^(-1.5)", ", errors: {y: dy}", "0.1"));
        passes("exponent", claim.formatted("x^(-1.5)", "", "7 %"));
        fails("exponent", claim.formatted("x^(-1.2)", "", "0.1"));
    }

    @Test
    void anOrderOfConvergence() throws IOException {
        String claim = """
                observe: {csv: {file: grid.csv, keep: "x < 1"}, over: [x], seeds: seed}
                compare: [{order of: error, as: x, to: 0, predicted: %s, margin: 0.1}]
                """;
        passes("convergence", claim.formatted("2"));
        fails("convergence", claim.formatted("1"));
    }

    @Test
    void anInvariantAndItsScale() throws IOException {
        String claim = """
                observe: {csv: {file: series.csv}, series: t, seeds: seed}
                compare: [{drift of: %s, margin: 1e-6%s}]
                """;
        passes("invariant", claim.formatted("kept", ""));
        fails("invariant", claim.formatted("decay", ", scale: grown"));
    }

    @Test
    void aComparisonOfPairedColumns() throws IOException {
        String claim = """
                observe: {csv: {file: seeds.csv}, seeds: seed}
                compare: [{%s}]
                """;
        passes("comparison", claim.formatted("before: early, after: late"));
        fails("comparison", claim.formatted("before: late, after: early"));
        passes("comparison", claim.formatted("ratio of: early, to: late, below: 0.65"));
        fails("comparison", claim.formatted("ratio of: early, to: late, below: 0.55"));
    }

    @Test
    void aFractionWithCountsAndOfSeeds() throws IOException {
        String counted = """
                predict: {values: {v: "%s"}}
                observe: {csv: {file: counts.csv}, over: [x], seeds: none}
                compare: [{successes: yes, trials: yes + no, predicted: v, margin: 0.05}]
                """;
        passes("fraction", counted.formatted("0.3"));
        fails("fraction", counted.formatted("0.4"));
        String seeds = """
                predict: {values: {v: "%s"}}
                observe: {csv: {file: seeds.csv}, seeds: seed}
                compare: [{fraction of: "size > 1", predicted: v, margin: 0.45}]
                """;
        passes("fraction", seeds.formatted("0.7"));
        fails("fraction", seeds.formatted("0").replace("0.45", "0.2"));
    }

    @Test
    void thresholdsFittedToCounts() throws IOException {
        String claim = """
                predict: {slopes: {s: "%s"}}
                observe:
                  csv:
                    file: thresholds.csv
                    thresholds: {critical-delay: {of: learned, trials: [learned, not], along: delay, model: logistic}}
                  over: [rate]
                  seeds: none
                compare: [{slope of: critical-delay, against: rate, predicted: s, margin: 0.3}]
                """;
        passes("exponent", claim.formatted("-1"));
        fails("exponent", claim.formatted("-2"));
    }

    /** Outcomes of 200 trials each whose threshold, at a fraction of one half, is 3 window^−1.5 in the rate; the fraction rises with ln rate. */
    private List<String> ratesOfWindows() {
        return ratesOfWindows(3, -1.5);
    }

    private List<String> ratesOfWindows(double factor, double power) {
        List<String> rows = new ArrayList<>(List.of("window,rate,lost,learned"));
        for (double window : new double[] {20, 40, 80, 160, 320}) {
            for (int i = 0; i < 20; i++) {
                double rate = 1e-5 * Math.pow(10, i / 4.0);
                double probability = 1 / (1 + Math.pow(rate / (factor * Math.pow(window, power)), -4));
                int lost = 0;
                for (int trial = 0; trial < 200; trial++) {
                    lost += random.nextDouble() < probability ? 1 : 0;
                }
                rows.add(window + "," + rate + "," + lost + "," + (200 - lost));
            }
        }
        return rows;
    }

    /** The direction of an exponent is what its slope is of. */
    @Test
    void thresholdsInTheLogarithmBothWaysRound() throws IOException {
        Files.write(folder.resolve("windows.csv"), ratesOfWindows());
        String claim = """
                predict: {slopes: {s: "%s"}}
                observe:
                  csv:
                    file: windows.csv
                    thresholds: {critical-rate: {of: lost, trials: [lost, learned], along: rate, model: logistic, coordinate: log%s}}
                  over: [window]
                  seeds: none
                compare: [{slope of: %s, against: %s, predicted: s, margin: 0.2}]
                """;
        for (String method : List.of("", ", method: least-squares", ", method: least-squares, start: [0.01, 1]")) {
            passes("exponent", claim.formatted("-1.5", method, "critical-rate", "window"));
            fails("exponent", claim.formatted("-2", method, "critical-rate", "window"));
            passes("exponent", claim.formatted("-2/3", method, "window", "critical-rate"));
            fails("exponent", claim.formatted("-1.5", method, "window", "critical-rate"));
        }
        refused("exponent", claim.formatted("-1", "", "critical_rat", "window"), "did you mean 'critical_rate'?");
        refused("exponent", claim.formatted("-1", "", "critical-rate", "windo"), "unknown scalar 'windo'");
    }

    /** Powers −1.5 and −0.5: their difference is −1, and neither of them is. */
    @Test
    void theDifferenceOfTwoExponents() throws IOException {
        Files.write(folder.resolve("memory.csv"), ratesOfWindows());
        Files.write(folder.resolve("control.csv"), ratesOfWindows(0.3, -0.5));
        String source = """
                {csv: {file: %s.csv, thresholds: {critical: {of: lost, trials: [lost, learned], along: rate, model: logistic, coordinate: log}}}, over: [window], seeds: none}""";
        String claim = """
                predict: {slopes: {s: "%s"}}
                observe:
                  memory: SOURCE-MEMORY
                  control: SOURCE-CONTROL
                compare: [{slope of: memory.critical, against: window, minus: {slope of: %s, against: window}, predicted: s, margin: 0.3%s}]
                """.replace("SOURCE-MEMORY", source.formatted("memory"))
                .replace("SOURCE-CONTROL", source.formatted("control"));
        passes("exponent", claim.formatted("-1", "control.critical", ""));
        fails("exponent", claim.formatted("-1.5", "control.critical", ""));
        fails("exponent", claim.formatted("1", "control.critical", ""));
        fails("exponent", claim.formatted("0", "control.critical", ""));
        String bent = claim.replace("control.csv", "bent.csv");
        Files.write(folder.resolve("bent.csv"), bent());
        open("exponent", bent.formatted("-1", "control.critical", ""), "not of the second slope by itself");
        refused("exponent", claim.formatted("0", "memory.critical", ""), "made of the same critical");
        refused(
                "exponent",
                claim.replace("control.csv", "memory.csv").formatted("0", "control.critical", ""),
                "made of the same critical");
        Files.copy(folder.resolve("memory.csv"), folder.resolve("copy.csv"));
        String twice = claim.replace("control.csv", "copy.csv");
        assertThat(verify("exponent", twice.formatted("0", "control.critical", ""))
                        .out())
                .contains("ERROR")
                .contains("the same observations twice");
        refused("exponent", claim.formatted("-1", "control.critical", ", errors: ignored"), "found errors with minus");
        refused("exponent", claim.formatted("window", "control.critical", ""), "a slope that changes along the axis");
        refused(
                "exponent",
                claim.replace("slopes: {s", "values: {s").formatted("window", "control.critical", ""),
                "found values with minus");
        refused("exponent", claim.formatted("-1", "contrl.critical", ""), "contrl");
    }

    /** Thresholds whose power is −0.5 on the whole, 0.4 more at one end and 0.4 less at the other. */
    private List<String> bent() {
        List<String> rows = new ArrayList<>(List.of("window,rate,lost,learned"));
        for (double window : new double[] {20, 40, 80, 160, 320}) {
            double doublings = Math.log(window / 80) / Math.log(2);
            double critical = Math.pow(2, -0.5 * doublings - 0.1 * doublings * doublings);
            for (int i = 0; i < 24; i++) {
                double rate = 1e-2 * Math.pow(10, i / 6.0);
                int lost = (int) Math.round(200 / (1 + Math.pow(rate / critical, -4)));
                rows.add(window + "," + rate + "," + lost + "," + (200 - lost));
            }
        }
        return rows;
    }

    /** From (0.1, 0.1) a local minimum is found, whose threshold is the published one; by default the lowest (see LeastSquaresThresholdTest). */
    @Test
    void aStartIsKeptToAndTheLowestMinimumIsTheDefault() throws IOException {
        try (InputStream stream = Catalogue.class.getResourceAsStream("data/stm_nopost_counts.csv")) {
            Files.copy(stream, folder.resolve("published.csv"));
        }
        String claim = """
                predict: {values: {v: "%s"}}
                observe:
                  csv:
                    file: published.csv
                    keep: ["lr > 0.26", "lr != 0.31622776601683794"]
                    columns: {lr: lr, d: delay_ms, NL: NL, LC: LC, SP: SP}
                    thresholds: {critical: {of: NL, trials: [NL, LC, SP], along: d, model: saturation, method: least-squares%s}}
                  over: [lr]
                  seeds: none
                compare: [{predicted: v, observed: critical, margin: 1}]
                """;
        // the interval reaches 18 to both sides, so that the verdict is open and says the estimate
        open("value", claim.formatted("40", ", start: [0.1, 0.1]"), "v = 40.05");
        open("value", claim.formatted("40", ""), "v = 38.65");
    }

    @Test
    void anEdgeThatIsInfiniteIsReadBack() throws IOException {
        passes("comparison", """
                observe: {csv: {file: seeds.csv}, seeds: seed}
                compare: [{before: early, after: late}]
                """);
        Path record = folder.resolve("report1").resolve("results.json");
        assertThat(record).content().contains("Infinity");
        Cli again = Cli.run("render", record, "--out", folder.resolve("again"));
        assertThat(again.status()).as(again.toString()).isZero();
        assertThat(Cli.run("compare", folder.resolve("report1"), folder.resolve("report1"))
                        .status())
                .isZero();
        Cli blessed = Cli.run("bless", record, "--reason", "first", "--baseline", folder.resolve("baseline.json"));
        assertThat(blessed.status()).as(blessed.toString()).isZero();
    }

    // ---- what is not shown never passes

    private void refused(String kind, String body, String says) throws IOException {
        Cli cli = verify(kind, body);
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err()).contains(says).hasLineCount(1);
    }

    private void value(String file, String more, String seeds, String observed, String says) throws IOException {
        refused(
                "value",
                "predict: {values: {v: \"3\"}}\nobserve: {csv: {file: " + file + more + "}, seeds: " + seeds
                        + "}\ncompare: [{predicted: v, observed: " + observed + ", margin: 1}]\n",
                says);
    }

    @Test
    void statedErrorsCountInOrdersAndSlopesToo() throws IOException {
        open("convergence", """
                observe: {csv: {file: grid.csv, keep: "x < 1", errors: {error: 0.05}}, over: [x], seeds: seed}
                compare: [{order of: error, as: x, to: 0, predicted: 2, margin: 0.1}]
                """, "INCONCLUSIVE");
        open("exponent", """
                predict: {slopes: {s: "3"}}
                observe: {csv: {file: grid.csv, errors: {cube: 0.05}}, over: [x], seeds: seed}
                compare: [{slope of: cube, against: x, predicted: s, margin: 0.1}]
                """, "INCONCLUSIVE");
    }

    @Test
    void rowsAreNotKeptByWhatCameOut() throws IOException {
        value("seeds.csv", ", keep: \"early > 3\"", "seed", "early", "may have come out of the run");
        value("seeds.csv", ", keep: \"early > 3\"", "seed", "late", "accepted: columns under over, series and seeds");
        value("seeds.csv", ", keep: \"early > 3\", set: [early]", "seed", "early", "by which keep chooses rows");
        passes("value", """
                predict: {values: {v: "2"}}
                observe: {csv: {file: seeds.csv, keep: "seed < 15", set: []}, seeds: seed}
                compare: [{predicted: v, observed: late - early, margin: 0.2}]
                """);
    }

    @Test
    void dataWithoutAnyErrorAreJudged() throws IOException {
        Files.write(folder.resolve("exact.csv"), List.of("x,y", "1,1", "4,0.125", "16,0.015625", "64,0.001953125"));
        String claim = """
                predict: {slopes: {s: "%s"}}
                observe: {csv: {file: exact.csv, errors: {y: 0}}, over: [x], seeds: none}
                compare: [{slope of: y, against: x, predicted: s, margin: 0.1}]
                """;
        passes("exponent", claim.formatted("-1.5"));
        fails("exponent", claim.formatted("-1.2"));
    }

    @Test
    void valuesBelowTheirErrorsArePartOfAnExponent() throws IOException {
        List<String> noisy = new ArrayList<>(List.of("x,y"));
        List<String> zeros = new ArrayList<>(List.of("x,y"));
        for (int i = 0; i < 12; i++) {
            double x = Math.scalb(1.0, i);
            noisy.add(x + "," + (Math.pow(x, -2) + 1e-4 * random.nextGaussian()));
            zeros.add(x + "," + (i < 9 ? Math.pow(x, -2) * (1 + noise()) : 0));
        }
        Files.write(folder.resolve("noisy.csv"), noisy);
        Files.write(folder.resolve("zeros.csv"), zeros);
        String claim = """
                predict: {slopes: {s: "%s"}}
                observe: {csv: {file: %s, errors: {y: %s}}, over: [x], seeds: none}
                compare: [{slope of: y, against: x, predicted: s, margin: 0.1}]
                """;
        passes("exponent", claim.formatted("-2", "noisy.csv", "1e-4"));
        fails("exponent", claim.formatted("-1.7", "noisy.csv", "1e-4"));
        open("exponent", claim.formatted("-2", "zeros.csv", "1e-9"), "INCONCLUSIVE");
    }

    @Test
    void theTrialsOfASeedMaySucceedTogether() throws IOException {
        Files.write(
                folder.resolve("clusters.csv"),
                List.of(
                        "run,k,n",
                        "0,90,100",
                        "1,20,100",
                        "2,75,100",
                        "3,40,100",
                        "4,60,100",
                        "5,35,100",
                        "6,85,100",
                        "7,10,100"));
        open("fraction", """
                predict: {values: {p: "0.52"}}
                observe: {csv: {file: clusters.csv}, seeds: run}
                compare: [{successes: k, trials: n, predicted: p, margin: 0.06}]
                """, "from the spread between 8 seeds");
    }

    @Test
    void ofSeveralColumnsWithoutErrorsTheFirstByNameIsNamed() throws IOException {
        Files.write(folder.resolve("bare.csv"), List.of("f,d,b,e,a,c", "1,2,3,4,5,6"));
        value("bare.csv", "", "none", "f + d + b + e + c", "found b without seeds and without an error");
    }

    @Test
    void twoColumnsThatAFormulaWritesAlikeAreRefused() throws IOException {
        value("seeds.csv", ", columns: {seed: seed, a-b: early, a_b: late}", "seed", "a_b", "writes alike");
    }

    @Test
    void aColumnHasOneRole() throws IOException {
        value("seeds.csv", "", "seed, over: [seed]", "early", "a column twice under over, series and seeds");
    }

    @Test
    void seedsThatAreCopiesAreSeen() throws IOException {
        List<String> copies = new ArrayList<>(List.of("seed,y"));
        for (int seed = 0; seed < 20; seed++) {
            copies.add(seed + "," + (seed % 2 == 0 ? 2.9123456789 : 3.0987654321));
        }
        Files.write(folder.resolve("copies.csv"), copies);
        value("copies.csv", "", "seed", "y", "for the seeds 0.0 and 2.0, so that one is a copy");
    }

    @Test
    void pairsAreOfTheSameSeeds() throws IOException {
        Files.write(
                folder.resolve("other.csv"),
                List.of("seed,y", "11,4", "12,5", "13,6", "14,7", "15,8", "16,9", "17,9.5", "18,9.7"));
        refused("comparison", """
                observe:
                  a: {csv: {file: seeds.csv}, seeds: seed}
                  b: {csv: {file: other.csv}, seeds: seed}
                compare: [{before: a.early, after: b.y}]
                """, "other grids or other seeds");
    }

    @Test
    void aThingIsNotComparedWithItself() throws IOException {
        String observe = "observe: {csv: {file: seeds.csv}, seeds: seed}\n";
        refused(
                "comparison",
                observe + "compare: [{before: early, after: early + 1}]\n",
                "a difference that is the same whatever is observed");
        refused(
                "comparison",
                observe + "compare: [{ratio of: early/3, to: early*1.1, below: 1}]\n",
                "a ratio that is the same whatever is observed");
        refused("comparison", """
                observe:
                  a: {csv: {file: seeds.csv}, seeds: seed}
                  b: {csv: {file: seeds.csv}, seeds: seed}
                compare: [{ratio of: a.early, to: b.early, below: 1.1}]
                """, "a ratio that is the same whatever is observed");
        refused("exponent", """
                predict: {slopes: {s: "1"}}
                observe: {csv: {file: once.csv}, over: [x], seeds: none}
                compare: [{slope of: y, against: y, predicted: s, margin: 0.1}]
                """, "of which alone it is made");
        refused("fraction", """
                predict: {values: {v: "1"}}
                observe: {csv: {file: counts.csv}, over: [x], seeds: none}
                compare: [{successes: yes, trials: yes, predicted: v, margin: 0.1}]
                """, "a fraction that is the same whatever is observed");
    }

    @Test
    void whatReachesALimitIsNotBelowIt() throws IOException {
        Files.write(folder.resolve("equal.csv"), List.of("a,b", "3,3"));
        open("comparison", """
                observe: {csv: {file: equal.csv, errors: {a: 0, b: 0}}, seeds: none}
                compare: [{before: a, after: b}]
                """, "reaches the limit");
        open("comparison", """
                observe: {csv: {file: equal.csv, errors: {a: 0, b: 0}}, seeds: none}
                compare: [{ratio of: a, to: b, below: 1}]
                """, "reaches the limit");
        open("comparison", """
                observe: {csv: {file: equal.csv, errors: {a: 0, b: 0}}, seeds: none}
                compare: [{ratio of: a, to: b, below: -1}]
                """, "accepted: above 0");
    }

    @Test
    void aConditionCanHoldAndCanFail() throws IOException {
        String claim = """
                predict: {values: {v: "%s"}}
                observe: {csv: {file: seeds.csv%s}, seeds: seed}
                compare: [{fraction of: %s, predicted: v, margin: 0.5}]
                """;
        refused("fraction", claim.formatted("1", "", "\"early^2 >= 0\""), "the same whatever is observed");
        refused("fraction", claim.formatted("0", "", "diverged"), "which a table does not tell");
        open("fraction", claim.formatted("0.5", "", "\"size > 1\""), "within which lies every probability");
        open("fraction", claim.formatted("1", ", errors: {early: 5}", "\"early > 0\""), "0 to 8 of 8 within numerical");
    }

    @Test
    void cancellationInAFormulaIsANumericalError() throws IOException {
        open("value", """
                predict: {values: {v: "0"}}
                observe: {csv: {file: seeds.csv}, seeds: seed}
                compare: [{predicted: v, observed: "(early + 1e20) - 1e20 + 1e-9*early", margin: 0.1}]
                """, "not well below the margin");
    }

    @Test
    void aRelativeMarginIsOfSomethingAndLeavesZeroOut() throws IOException {
        String claim = """
                predict: {values: {v: "%s"}}
                observe: {csv: {file: once.csv, keep: "x < 0.15", errors: {y: 0}}, over: [x], seeds: none}
                compare: [{predicted: v, observed: y - y^2/y, margin: %s}]
                """;
        refused("value", claim.replace("y - y^2/y", "y").formatted("1", "100 %"), "less than 100 %");
        Files.write(folder.resolve("zero.csv"), List.of("y", "0"));
        open("value", """
                predict: {values: {v: "0"}}
                observe: {csv: {file: zero.csv, errors: {y: 0}}, seeds: none}
                compare: [{predicted: v, observed: y, margin: 10 %}]
                """, "accepted: an absolute margin");
    }

    @Test
    void aScaleThatGrowsLaterHidesNoDrift() throws IOException {
        Files.write(folder.resolve("grows.csv"), List.of("t,q,scale", "0,0,1", "1,5,10", "2,5,1e6", "3,5,1e12"));
        String claim = """
                observe: {csv: {file: grows.csv, errors: {q: 0%s}}, series: t, seeds: none}
                compare: [{drift of: q, scale: scale, margin: 1e-6}]
                """;
        fails("invariant", claim.formatted(", scale: 0.01"));
        open("invariant", claim.formatted(", scale: 1e13"), "the scale scale is");
        refused("invariant", claim.formatted(""), "without seeds and without an error");
    }

    @Test
    void trialsAreCountedOnce() throws IOException {
        String claim = """
                predict: {slopes: {s: "-1"}}
                observe:
                  csv:
                    file: thresholds.csv
                    keep: "%s"
                    thresholds: {critical: {of: learned, trials: [%s], along: delay, model: logistic%s}}
                  over: [rate]
                  seeds: none
                compare: [{slope of: critical, against: rate, predicted: s, margin: 0.3}]
                """;
        refused("exponent", claim.formatted("rate > 0", "learned, not, not", ""), "a column twice");
        refused("exponent", claim.formatted("learned > 3", "learned, not", ""), "keep");
        refused("exponent", claim.formatted("rate > 0", "learned, not", ", least-fraction: 7"), "from 0 to 1");
        String squares = ", method: least-squares";
        refused("exponent", claim.formatted("rate > 0", "learned, not", ", start: [1, 1]"), "accepted: with it");
        refused(
                "exponent",
                claim.formatted("rate > 0", "learned, not", squares + ", start: 1"),
                "[THRESHOLD, STEEPNESS]");
        refused(
                "exponent",
                claim.formatted("rate > 0", "learned, not", squares + ", start: [1]"),
                "two finite numbers");
        refused("exponent", claim.formatted("rate > 0", "learned, not", squares + ", start: [x, 1]"), "'x' for start");
        refused("exponent", claim.formatted("rate > 0", "learned, not", squares + ", strat: [1, 1]"), "mean 'start'?");
        refused(
                "exponent",
                claim.formatted("rate > 0", "learned, not", squares + ", coordinate: log, start: [0, 1]"),
                "a positive threshold");
        refused("exponent", claim.formatted("rate > 0", "learned, not", ", coordinate: lg"), "did you mean 'log'?");
    }

    @Test
    void coordinatesNearTheEndOfTheNumbersGiveNoThreshold() throws IOException {
        List<String> rows = new ArrayList<>(List.of("r,d,s,f"));
        for (int rate = 1; rate <= 4; rate++) {
            for (String delay : List.of("1e300", "1.5e300", "3e300", "1e308")) {
                rows.add(rate + "," + delay + "," + (delay.startsWith("1") ? "5,15" : "15,5"));
            }
        }
        Files.write(folder.resolve("far.csv"), rows);
        open("exponent", """
                predict: {slopes: {s: "1"}}
                observe:
                  csv: {file: far.csv, thresholds: {critical: {of: s, trials: [s, f], along: d, model: logistic}}}
                  over: [r]
                  seeds: none
                compare: [{slope of: critical, against: r, predicted: s, margin: 0.3}]
                """, "INCONCLUSIVE");
    }

    @Test
    void errorsAreNamedAsTheColumnsAre() throws IOException {
        Files.write(folder.resolve("named.csv"), List.of("y,e,err", "3,0,9"));
        String claim = """
                predict: {values: {v: "3"}}
                observe: {csv: {file: named.csv, columns: {y: y, err: e, e: err}, errors: {y: %s}}, seeds: none}
                compare: [{predicted: v, observed: y, margin: 1}]
                """;
        passes("value", claim.formatted("err"));
        open("value", claim.formatted("e"), "INCONCLUSIVE");
    }

    @Test
    void whatMayBeZeroHasNoLogarithm() throws IOException {
        open("exponent", """
                predict: {slopes: {s: "-1.5"}}
                observe: {csv: {file: once.csv, errors: {y: 50}}, over: [x], seeds: none}
                compare: [{slope of: y, against: x, predicted: s, margin: 0.1}]
                """, "not clear of their errors");
    }

    @Test
    void dataThatStateTheirIntervalAreCorrectedForManyClaims() throws IOException {
        Files.write(folder.resolve("two.csv"), List.of("y,dy", "3,0.1"));
        String claim = """
                claim: 1
                id: my.%s
                title: A claim
                kind: value
                predict: {values: {v: "3"}}
                observe: {csv: {file: two.csv, errors: {y: dy}}, seeds: none}
                compare: [{predicted: v, observed: y, margin: 1}]
                """;
        Path file = folder.resolve("two.yaml");
        Files.writeString(file, claim.formatted("one") + "---\n" + claim.formatted("other"));
        Object[] alone = {"verify", file, "--out", folder.resolve("alone"), "--store", folder.resolve("store")};
        assertThat(Cli.run(alone).status()).isZero();
        Cli corrected =
                Cli.run("verify", file, "--out", folder.resolve("many"), "--store", folder.resolve("store"), "--holm");
        assertThat(corrected.status()).as(corrected.toString()).isEqualTo(ExitStatus.UNDECIDED);
    }
}
