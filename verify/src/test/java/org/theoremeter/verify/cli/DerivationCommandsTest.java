package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremeter.verify.cli.terminal.ExitStatus;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.ComparisonResult;
import org.theoremeter.verify.results.ResultsFile;

/** What a user does with a derivation: begin with the template, read it, check it, put it into a paper, break it. */
class DerivationCommandsTest {

    private static final String STEP = "\"1/(4*c^2) - 1/(c + cstar)^2\"";
    private static final String BROKEN = "\"1/(4.2*c^2) - 1/(c + cstar)^2\"";

    @TempDir
    Path folder;

    private Path file;
    private Path report;

    @BeforeEach
    void write() {
        file = folder.resolve("my.yaml");
        report = folder.resolve("report");
        assertThat(Cli.run("new", "derivation", file).status()).isZero();
    }

    private Cli verify() {
        return Cli.run("verify", file, "--out", report, "--store", folder.resolve("store"));
    }

    private void replace(String written, String instead) throws IOException {
        TextFile.replace(file, written, instead);
    }

    @Test
    void theTemplateIsDerivedWithATickAStep() {
        Cli cli = Cli.run("derive", file);
        assertThat(cli.status()).as(cli.toString()).isZero();
        assertThat(cli.out().lines().filter(line -> line.startsWith("  ✓ "))).hasSize(7);
        assertThat(cli.out()).contains("7 steps: 7 proved, 0 enclosed, 0 agreed, 0 cited, 0 undecided, 0 refuted");
    }

    @Test
    void theReportHoldsTheStepsAsFormulas() throws IOException {
        Cli cli = verify();
        assertThat(cli.status()).as(cli.toString()).isZero();
        assertThat(report.resolve("derivations.tex"))
                .content()
                .contains("% my.derivation")
                .contains("f &:= e^{-c \\, t} \\quad \\text{(the impulse response of one mode)}")
                .contains("\\intertext{1. the loss: integrate over t from 0 to \\ensuremath{\\infty} (proved)}")
                .contains("L &= \\int_{0}^{\\infty} e \\, \\mathrm{d}t = \\frac{1}{4 \\, c} - \\frac{1}{c + c_{\\star}}"
                        + " + \\frac{1}{4 \\, c_{\\star}}")
                .contains("\\mathrm{overshoot} &= -1 \\iff \\eta = 8 \\, c_{\\star}^{3}");
        assertThat(report.resolve("report.md"))
                .content()
                .contains("7. $`\\mathrm{overshoot} = -1 \\iff \\eta = 8 \\, c_{\\star}^{3}`$")
                .contains("✓\u00A0PROVED · solve for η · proved (");
        String page = Files.readString(report.resolve("index.html"));
        assertThat(page.split("<li class=\"step\">", -1)).hasSize(1 + 7);
        assertThat(page.split("<li class=\"definition\">", -1)).hasSize(1 + 3);
        assertThat(Files.readString(report.resolve("junit.xml")).split("<testcase ", -1))
                .as("one check a step")
                .hasSize(1 + 7);
    }

    @Test
    void theSummaryHasOneRowADerivationAndCountsStepsApart() throws IOException {
        replace("    because: algebra", "    because: {cited: \"a book\"}");
        Path identity = folder.resolve("identity.yaml");
        assertThat(Cli.run("new", "identity", identity).status()).isZero();
        Cli cli = Cli.run("verify", file, identity, "--out", report, "--store", folder.resolve("store"));
        assertThat(cli.status()).as(cli.toString()).isZero();
        assertThat(report.resolve("report.md"))
                .content()
                .contains("| my.derivation | ✓\u00A0PASS | 1.4 | 7 steps: 6 proved, 1 cited |  |  |  |  |")
                .contains(
                        "\n1 comparison, 0 of them on seeds or counts; 7 steps of derivations; 20 obligations: 19 proved, 1 cited.\n")
                .contains("–\u00A0CITED · cited: a book · taken on trust")
                .doesNotContain("my.derivation: ");
        assertThat(report.resolve("table.tex")).content().contains("7 steps: 6 proved,{} 1 cited");
        assertThat(ResultsFile.read(report.resolve("results.json")).summary().comparisons())
                .isEqualTo(8);
    }

    @Test
    void theReportCanBeMadeAgainFromTheRecordAlone() throws IOException {
        verify();
        Path again = folder.resolve("again");
        Cli cli = Cli.run("render", report.resolve("results.json"), "--out", again);
        assertThat(cli.status()).as(cli.err()).isZero();
        for (String name :
                new String[] {"results.json", "report.md", "junit.xml", "table.tex", "derivations.tex", "index.html"}) {
            assertThat(again.resolve(name)).as(name).hasSameTextualContentAs(report.resolve(name));
        }
        assertThat(verify().status())
                .as("a report with derivations is replaced")
                .isZero();
    }

    @Test
    void aReportWithoutDerivationsHasNoSuchFile() {
        Path identity = folder.resolve("identity.yaml");
        Cli.run("new", "identity", identity);
        Cli.run("verify", identity, "--out", report, "--store", folder.resolve("store"));
        assertThat(report.resolve("table.tex")).exists();
        assertThat(report.resolve("derivations.tex")).doesNotExist();
    }

    @Test
    void aWrongConstantFailsAndTheStepIsNamed() throws IOException {
        replace(STEP, BROKEN);
        Cli cli = verify();
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.FAILED);
        assertThat(cli.out()).containsPattern("FAIL +my\\.derivation").containsPattern("\n +flow: refuted at ");
        ClaimResult result =
                ResultsFile.read(report.resolve("results.json")).claims().get(0);
        // what rests on it is wrong too: the place where flow vanishes, and its slope
        assertThat(result.comparisons())
                .filteredOn(comparison -> "refuted".equals(comparison.grade()))
                .extracting(ComparisonResult::name)
                .containsExactly("flow", "optimum", "curvature");
        assertThat(report.resolve("derivations.tex")).content().contains("differentiate by c (refuted at ");
    }

    @Test
    void deriveCrossesAWrongStep() throws IOException {
        replace(STEP, BROKEN);
        Cli cli = Cli.run("derive", file);
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.FAILED);
        assertThat(cli.out())
                .contains("  ✗ flow = d/dc (−L) = 1/(4.2·c²) − 1/(c + c⋆)²")
                .contains("  ✗ refuted: my.derivation: flow");
    }

    @Test
    void explainPrintsDefinitionsAndNumberedSteps() {
        Cli cli = Cli.run("explain", file);
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("""
                  defined:
                    f := e^(−c·t)
                      the impulse response of one mode
                    f⋆ := e^(−c⋆·t)
                      that of the target
                    e := (f − f⋆)²/2
                  steps:
                    1. L = ∫ e dt, t = 0 … ∞ = 1/(4·c) − 1/(c + c⋆) + 1/(4·c⋆)
                       the loss
                       because: integrate over t from 0 to ∞
                    2. flow = d/dc (−L) = 1/(4·c²) − 1/(c + c⋆)²
                """).contains("    7. overshoot = −1 ⟺ η = 8·c⋆³\n");
    }

    @Test
    void explainSaysWhereResultsComeFromIn100Columns() {
        Cli cli = Cli.run("explain", "integrator.outlier.derivation", "integrator.learning-time.derivation");
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.out())
                .contains("from integrator.loss.derivation, step L\n")
                .contains("  assuming c > cstar\n")
                .containsPattern(Pattern.compile("^    3\\. F = ∫ .*\n {11}\\+ ", Pattern.MULTILINE));
        assertThat(cli.out().lines()).allMatch(line -> line.length() <= 100);
    }
}
