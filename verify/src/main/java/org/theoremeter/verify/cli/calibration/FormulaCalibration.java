package org.theoremeter.verify.cli.calibration;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.theoremeter.theory.evidence.Grade;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.calibration.formulas.Adversary;
import org.theoremeter.verify.calibration.formulas.Checked;
import org.theoremeter.verify.calibration.formulas.Falsehood;
import org.theoremeter.verify.calibration.formulas.Statement;
import org.theoremeter.verify.calibration.formulas.Tally;
import org.theoremeter.verify.cli.terminal.BadInput;
import org.theoremeter.verify.cli.terminal.CsvFile;
import org.theoremeter.verify.cli.terminal.ExitStatus;
import org.theoremeter.verify.judge.Verdict;
import org.theoremeter.verify.statistics.Proportion;
import picocli.CommandLine.Option;

/** Measures how often the checkers of formulas are wrong, on statements of known truth, and writes down where they were. */
final class FormulaCalibration {

    /** Both ends of the exact interval together leave out 5 %. */
    private static final double BOUND = 0.975;

    /** What is promised where agreement is enough: fewer wrong PASSes of a kind than this. */
    private static final double AGREED_WRONG = 0.01;

    private static final int MOST_WRITTEN = 50;
    private static final double PERCENT = 100;
    private static final List<String> HEADER =
            List.of("kind", "statements", "truth", "count", "what", "of", "rate", "lower bound", "upper bound");
    private static final List<String> SURVIVORS = List.of("claim", "what", "seconds", "why", "said");

    @SuppressWarnings("unused") // that it is given tells this calibration from the other
    @Option(
            names = "--formulas",
            required = true,
            description =
                    "Measure the checkers of formulas instead, on statements that are false or true by construction.")
    private boolean formulas;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "200",
            description = "With --formulas: so many false and so many true statements a kind; default: 200.")
    private int count;

    @Option(
            names = "--true",
            paramLabel = "N",
            description = "With --formulas: another number of true statements a kind, which take longer; default: as"
                    + " --count.")
    private Integer truths;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            arity = "1..*",
            description = "With --formulas: only these kinds of falsehoods; default: all.")
    private List<String> kinds = List.of();

    @Option(
            names = "--require",
            paramLabel = "GRADE",
            defaultValue = "agreed",
            description =
                    "With --formulas: write down what passes wrongly where proved, enclosed or agreed is required;"
                            + " default: agreed. All three are counted.")
    private String require;

    @Option(
            names = "--time",
            paramLabel = "SECONDS",
            defaultValue = "0.5",
            description = "With --formulas: the longest time of a proof; default: 0.5.")
    private double time;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "With --formulas: threads; default: all processors. The statements do not depend on it.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    private final List<List<?>> rows = new ArrayList<>();
    private final List<List<?>> survivors = new ArrayList<>();

    /**
     * Measures, and prints two tables.
     *
     * @return the exit status: whether what is promised holds
     */
    int run(PrintWriter writer, long seed, Path out) {
        requireInRange();
        Grade required = required();
        List<Falsehood> chosen = chosen();
        Adversary adversary = new Adversary(seed, jobs, Duration.ofMillis(Math.round(1000 * time)));
        boolean kept = true;
        writer.printf(
                "%-18s %6s  %18s %18s %18s  %s%n",
                "false statements", "", "PASS if proved", "if enclosed", "if agreed", "slowest");
        for (Falsehood kind : chosen) {
            Tally wrong = adversary.of(kind, false, count);
            printFalse(writer, wrong);
            kept &= wrong.wrongPasses(Grade.ENCLOSED).successes() == 0
                    && wrong.wrongPasses(Grade.AGREED).fraction() < AGREED_WRONG;
            write(wrong, required, seed, out);
            writeTables(out);
        }
        writer.printf(
                "%n%-18s %6s  %18s %7s %7s %7s %6s %6s %8s  %s%n",
                "true statements", "", "FAIL", "proved", "encl.", "agreed", "open", "error", "refused", "slowest");
        for (Falsehood kind : chosen) {
            Tally right = adversary.of(kind, true, truths());
            printTrue(writer, right);
            kept &= right.wrongFails().successes() == 0;
            write(right, required, seed, out);
            writeTables(out);
        }
        writer.printf(
                "%n%d judged wrongly, listed in %s with the claim files of %d a kind at most, to verify again; %s%n",
                survivors.size(), out.resolve("survivors.csv"), MOST_WRITTEN, out.resolve("formulas.csv"));
        return kept ? ExitStatus.AS_EXPECTED : ExitStatus.FAILED;
    }

    private int truths() {
        return truths == null ? count : truths;
    }

    /** Writes what there is so far. */
    private void writeTables(Path out) {
        CsvFile.write(out.resolve("formulas.csv"), HEADER, rows);
        CsvFile.write(out.resolve("survivors.csv"), SURVIVORS, survivors);
    }

    private void printFalse(PrintWriter writer, Tally wrong) {
        writer.printf(
                Locale.ROOT,
                "%-18s %6d  %18s %18s %18s  %s%n",
                wrong.kind().name(),
                count,
                text(wrong.wrongPasses(Grade.PROVED)),
                text(wrong.wrongPasses(Grade.ENCLOSED)),
                text(wrong.wrongPasses(Grade.AGREED)),
                slowest(wrong));
        writer.flush();
        for (Grade grade : Checked.REQUIREMENTS) {
            enter(wrong.kind(), false, "wrong PASS, " + grade.text() + " required", wrong.wrongPasses(grade));
        }
    }

    private void printTrue(PrintWriter writer, Tally right) {
        writer.printf(
                Locale.ROOT,
                "%-18s %6d  %18s %6.1f%% %6.1f%% %6.1f%% %6d %6d %8d  %s%n",
                right.kind().name(),
                truths(),
                text(right.wrongFails()),
                PERCENT * right.passes(Grade.PROVED).fraction(),
                PERCENT * right.passes(Grade.ENCLOSED).fraction(),
                PERCENT * right.passes(Grade.AGREED).fraction(),
                right.judged(Verdict.INCONCLUSIVE).successes(),
                right.judged(Verdict.ERROR).successes() - right.refused().successes(),
                right.refused().successes(),
                slowest(right));
        writer.flush();
        enter(right.kind(), true, "wrong FAIL", right.wrongFails());
        for (Grade grade : Checked.REQUIREMENTS) {
            enter(right.kind(), true, "PASS, " + grade.text() + " required", right.passes(grade));
        }
        enter(right.kind(), true, "refused", right.refused());
    }

    private void requireInRange() {
        if (count < 1 || count > 1_000_000) {
            throw new BadInput("--count: found " + count + ", accepted: from 1 to 1000000");
        }
        if (truths() < 1 || truths() > 1_000_000) {
            throw new BadInput("--true: found " + truths + ", accepted: from 1 to 1000000");
        }
        if (jobs < 1 || jobs > 1024) {
            throw new BadInput("--jobs: found " + jobs + ", accepted: from 1 to 1024");
        }
        if (!(time >= 0.001 && time <= 3600)) {
            throw new BadInput("--time: found " + time + ", accepted: from 0.001 to 3600");
        }
    }

    private Grade required() {
        return Checked.REQUIREMENTS.stream()
                .filter(grade -> grade.text().equals(require))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        "--require: found " + Quotation.of(require) + ", accepted: proved, enclosed or agreed"));
    }

    private List<Falsehood> chosen() {
        List<String> known = Falsehood.all().stream().map(Falsehood::name).toList();
        for (String kind : kinds) {
            if (!known.contains(kind)) {
                throw new BadInput("--kind: found " + Quotation.of(kind) + ", accepted: " + String.join(", ", known));
            }
        }
        return Falsehood.all().stream()
                .filter(kind -> kinds.isEmpty() || kinds.contains(kind.name()))
                .toList();
    }

    /** Says which number took longest, and how long. */
    private static String slowest(Tally tally) {
        List<Double> seconds = tally.trials().stream().map(Tally.Tried::seconds).toList();
        double longest = Collections.max(seconds);
        return String.format(Locale.ROOT, "%.2f s (number %d)", longest, seconds.indexOf(longest));
    }

    private static String text(Proportion proportion) {
        return String.format(
                Locale.ROOT, "%d (at most %.2f%%)", proportion.successes(), PERCENT * proportion.upper(BOUND));
    }

    private void enter(Falsehood kind, boolean truth, String what, Proportion counted) {
        rows.add(List.of(
                kind.name(),
                kind.words(),
                truth,
                counted.successes(),
                what,
                counted.trials(),
                counted.fraction(),
                counted.lower(BOUND),
                counted.upper(BOUND)));
    }

    /** Writes the statements down that were judged wrongly, as claims that one can verify again. */
    private void write(Tally tally, Grade required, long seed, Path out) {
        List<Tally.Tried> wrong = tally.survivors(required);
        for (int i = 0; i < wrong.size(); i++) {
            Statement statement = wrong.get(i).statement();
            String what = tally.truth() ? "wrong FAIL" : "wrong PASS";
            survivors.add(List.of(
                    statement.id(),
                    what,
                    wrong.get(i).seconds(),
                    statement.witness().text(),
                    wrong.get(i).checked().message()));
            if (i < MOST_WRITTEN) {
                Path folder = out.resolve("survivors").resolve(tally.kind().name());
                String claim = "# Made by theoremeter calibrate --formulas: a " + what + ", seed " + seed + "\n# "
                        + statement.witness().text() + "\n" + statement.text(strictest(wrong.get(i), required));
                CsvFile.write(folder.resolve(statement.id() + ".yaml"), claim);
                statement.tables().forEach((name, table) -> CsvFile.write(folder.resolve(name), table));
            }
        }
    }

    /** The most that the claim may require and is still judged wrongly. */
    private static Grade strictest(Tally.Tried wrong, Grade required) {
        return Checked.REQUIREMENTS.stream()
                .filter(grade -> wrong.checked().wrongPass(wrong.statement().truth(), grade))
                .findFirst()
                .orElse(required);
    }
}
