package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.verify.cli.terminal.ExitStatus;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.ComparisonResult;
import org.theoremeter.verify.results.ComparisonResult.ObligationResult;
import org.theoremeter.verify.results.ResultsFile;

/** What a user sees of the grades of evidence: in verdicts, records and reports, for every grade that may be required. */
class EvidenceTest {

    /** Proved by algebra. */
    private static final String BINOMIAL = "\"(x + 1)^2\", \"x^2 + 2*x + 1\"";
    /** Equal, but an equation is no half of a case distinction, so that both sides are compared at points alone. */
    private static final String AT_POINTS = "\"atan(sinh(x - 1/3))\", \"2*atan(tanh((x - 1/3)/2))\"";

    private static final String WRONG = "\"(x + 1)^2\", \"x^2 + 2.1*x + 1\"";
    /** Beyond the range of double precision everywhere. */
    private static final String OVERFLOWS = "\"exp(1e6*(x + 1))\", \"2*exp(1e6*(x + 1))\"";

    @TempDir
    Path folder;

    private Path report;

    private Cli verify(String claim) throws IOException {
        report = folder.resolve("report");
        Path file = folder.resolve("my.yaml");
        Files.writeString(file, claim);
        return Cli.run("verify", file, "--out", report, "--store", folder.resolve("store"));
    }

    private static String identity(String sides, String require) {
        return """
                claim: 1
                id: my.identity
                title: two sides
                kind: identity
                given: {x: {domain: "(0, 1)"}}
                predict: {equal: [%s]}
                judge: {require: %s}
                """.formatted(sides, require);
    }

    private ComparisonResult only() throws IOException {
        ClaimResult claim =
                ResultsFile.read(report.resolve("results.json")).claims().get(0);
        assertThat(claim.comparisons()).hasSize(1);
        return claim.comparisons().get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proved", "enclosed", "agreed"})
    void aProofPassesWhateverIsRequired(String require) throws IOException {
        Cli cli = verify(identity(BINOMIAL, require));
        assertThat(cli.status()).as(cli.toString()).isZero();
        assertThat(cli.out())
                .containsPattern("PASS +my\\.identity  two sides \\(proved\\)\n")
                .contains("\nidentities and derivations: 2 obligations: 2 proved\n");
        assertThat(only().grade()).isEqualTo("proved");
        assertThat(only().message()).startsWith("proved (").contains(", agreed at ");
        assertThat(only().obligations()).extracting(ObligationResult::grade).containsOnly("proved");
    }

    @ParameterizedTest
    @CsvSource({"proved, 3, INCONCLUSIVE", "enclosed, 3, INCONCLUSIVE", "agreed, 0, PASS"})
    void agreementAtPointsPassesWhereItIsEnough(String require, int status, String verdict) throws IOException {
        Cli cli = verify(identity(AT_POINTS, require));
        assertThat(cli.status()).as(cli.toString()).isEqualTo(status);
        assertThat(cli.out()).containsPattern(verdict + " +my\\.identity  two sides \\(agreed\\)\n");
        assertThat(only().message()).startsWith("agreed at ").contains("; not proved: ");
        if (status != 0) {
            assertThat(cli.out()).contains("; the claim requires " + require);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"proved", "enclosed", "agreed"})
    void whatDiffersFailsAndNamesThePoint(String require) throws IOException {
        Cli cli = verify(identity(WRONG, require));
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.FAILED);
        assertThat(cli.out()).containsPattern("FAIL +my\\.identity  two sides \\(refuted\\)\n +equal: .*x = ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proved", "enclosed", "agreed"})
    void whatCannotBeDecidedIsInconclusiveAndNoError(String require) throws IOException {
        Cli cli = verify(identity(OVERFLOWS, require));
        // FAIL would be right as well; PASS would bless a factor of 2, ERROR would hide that it was looked at.
        assertThat(cli.status()).as(cli.toString()).isIn(ExitStatus.UNDECIDED, ExitStatus.FAILED);
        assertThat(cli.out()).doesNotContain("ERROR").doesNotContain("PASS ");
    }

    @Test
    void theRecordAndTheReportsNameEveryObligation() throws IOException {
        Cli cli = verify("""
                claim: 1
                id: my.derivation
                title: a step for each grade
                kind: derivation
                given: {x: {domain: "(0, 1)"}, y: {domain: "(0, 1)"}}
                define: {start: "(x + 1)^2", product: "x^2*y"}
                steps:
                  - {step: square, from: start, to: "x^2 + 2*x + 1", because: algebra}
                  - {step: slopes, from: product, to: ["2*x*y", "x^2"], because: {gradient by: [x, y]}}
                  - {step: known, from: square, to: "x", because: {cited: "a <book> & 5 %"}}
                """);
        assertThat(cli.status()).as(cli.toString()).isZero();
        assertThat(cli.out())
                .contains("my.derivation  a step for each grade (3 steps: 2 proved, 1 cited)\n")
                .contains("\nidentities and derivations: 7 obligations: 6 proved, 1 cited\n");
        assertThat(Files.readString(report.resolve("results.json")))
                .contains("\"statement\" : \"the source says so\"", "\"grade\" : \"cited\"", "\"how\" : \"a <book>");
        assertThat(report.resolve("report.md"))
                .content()
                .contains("- shown: **7 obligations: 6 proved, 1 cited**")
                .contains("- slopes: both sides are equal, by x: **proved")
                .contains("4 obligations: 4 proved");
        assertThat(Files.readString(report.resolve("index.html")))
                .contains("slopes: both sides are equal, by y")
                .doesNotContain("<book>");
    }

    @Test
    void deriveMarksEachGradeAndPrintsWhatHadToBeShown() throws IOException {
        Path file = folder.resolve("my.yaml");
        Files.writeString(file, """
                claim: 1
                id: my.derivation
                title: a step for each grade
                kind: derivation
                given: {x: {domain: "(0, 1)"}, y: {domain: "(0, 1)"}, z: {domain: "(-1, 1)"}}
                define: {product: "x^2*y", peak: "1/(1e-12 + z^2)", sum: "x + y"}
                steps:
                  - {step: slopes, from: product, to: ["2*x*y", "x^2"], because: {gradient by: [x, y]}}
                  - {step: known, from: slopes, to: "x", because: {cited: "a book"}}
                  - {step: small, from: peak, to: "1e12/(1 + 1e12*z^2)", because: algebra}
                  - {step: wrong, from: sum, to: "x - y", because: algebra}
                """);
        Cli cli = Cli.run("derive", file, "--how");
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.FAILED);
        assertThat(cli.out())
                .contains("  ✓ slopes = ", "  † known = ", "  ✗ wrong = ")
                .contains("        ✓ both sides are equal, by x: proved, ")
                .contains("        ✓ both sides are equal, by y: proved, ")
                .contains("        † the source says so: cited, a book\n")
                .containsPattern("4 steps: \\d proved, \\d enclosed, \\d agreed, 1 cited, \\d undecided, 1 refuted\n")
                .contains("  ✗ refuted: my.derivation: wrong");
    }

    @Test
    void deriveEndsAsTheClaimRequires() throws IOException {
        String step = """
                claim: 1
                id: my.derivation
                title: an equation is no half of a case distinction
                kind: derivation
                given: {x: {domain: "(0, 1)"}, y: {domain: "(0, 1)"}}
                define: {cases: "piecewise(x == y, y, x)"}
                steps:
                  - {step: same, from: cases, to: "x", because: algebra}
                """;
        Path file = folder.resolve("my.yaml");
        Files.writeString(file, step);
        Cli content = Cli.run("derive", file);
        assertThat(content.status()).as(content.toString()).isZero();
        Files.writeString(file, step + "judge: {require: proved}\n");
        Cli strict = Cli.run("derive", file);
        if (content.out().contains("≈")) {
            assertThat(strict.status()).as(strict.toString()).isEqualTo(ExitStatus.UNDECIDED);
            assertThat(strict.out()).contains("the claim requires proved");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1/(1 - tanh(x)^2)        | cosh(x)^2",
                "1/(1 - 1/(1 + exp(-x)))  | 1 + exp(x)",
                "x/(1e-12 + x^2)          | 1e12*x/(1 + 1e12*x^2)",
            })
    void divisorsThatOnlySeemToVanishAreNoFaultOfTheFile(String from, String to) throws IOException {
        Cli cli = verify("""
                claim: 1
                id: my.derivation
                title: positive divisors that double precision takes for 0
                kind: derivation
                given: {x: {domain: "(-inf, inf)"}}
                define: {f: "%s"}
                steps: [{step: g, from: f, to: "%s", because: algebra}]
                """.formatted(from, to));
        assertThat(cli.status()).as(cli.toString()).isIn(ExitStatus.AS_EXPECTED, ExitStatus.UNDECIDED);
        if (cli.status() == ExitStatus.UNDECIDED) {
            assertThat(cli.out()).contains("INCONCLUSIVE").contains("undecided");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "proved,   requires a symbolic proof,         the two sides were proved",
        "enclosed, requires a proof or an enclosure,  or enclosed",
        "agreed,   is content with agreement,         no difference was found at 64 points",
    })
    void explainSaysWhatIsRequired(String require, String compares, String passes) throws IOException {
        Path file = folder.resolve("my.yaml");
        Files.writeString(file, identity(BINOMIAL, require));
        Cli cli = Cli.run("explain", file);
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.out().replaceAll("\\s+", " ")).contains(compares).contains(passes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(1, 0) | lower end lies above its upper end",
                "[2, 1] | lower end lies above its upper end",
                "(0, 0) | found the empty interval (0, 0)",
                "()     | found '()'",
                "(0, )  | found '(0, )'",
                "(, 1)  | found '(, 1)'",
                "(0 1)  | found '(0 1)'",
                "[0, inf] | an infinite end cannot be included",
                "integer (0, 1) | contains no integer",
            })
    void domainsWithoutEndsEmptyOrReversedAreRefusedWithTheirPlace(String domain, String message) throws IOException {
        Cli cli = verify(identity(BINOMIAL, "proved").replace("(0, 1)\"", domain + "\""));
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err()).contains("my.yaml:5:21: ").contains(message).contains("accepted: an interval such as");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sure", "cited", "refuted", "undecided", "PROVED"})
    void onlyThreeGradesMayBeRequired(String require) throws IOException {
        Cli cli = verify(identity(BINOMIAL, require));
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err()).contains("my.yaml:7:18: ").contains("accepted: proved, enclosed, agreed");
    }

    @Test
    void assumptionsThatNoPointKeepsAreRefusedWithTheirPlace() throws IOException {
        Cli cli = verify(identity(WRONG, "agreed") + "assume: [\"x > 3\"]\n");
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err()).contains("my.yaml:8:1: ").contains("keep the assumptions [x > 3]");
    }
}
