package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.verify.cli.terminal.ExitStatus;

/** What a user does to keep results right: bless them, break something, and read what changed. */
class BaselineCommandsTest {

    private static final String CLAIMS = """
            claim: 1
            id: my.square
            title: The square of a sum
            kind: identity
            given: {a: {domain: "(0, 2)"}, b: {domain: "(0, 1]"}}
            predict: {equal: ["(a + b)^2", "a^2 + 2*a*b + b^2"]}
            judge: {require: agreed}
            ---
            claim: 1
            id: my.slope
            title: The slope of a square
            kind: derivation
            given: {x: {domain: "(0, 1)"}, y: {domain: positive}}
            assume: ["y > x"]
            define: {f: "x^2 + y"}
            steps:
              - step: slope
                from: f
                to: "2*x"
                because: {differentiate by: x}
              - step: twice
                from: "2*slope"
                to: "4*x"
                because: algebra
            ---
            claim: 1
            id: my.loss
            title: The loss of one mode
            kind: value
            given: {a: 1, c: 0.5, cstar: 0.2}
            predict: {values: {loss: "(a^2/(2*c) - 2*a/(c + cstar) + 1/(2*cstar))/2"}}
            observe: {experiment: filter/quadrature, with: {a: a, c: c, cstar: cstar}, seeds: none}
            compare: [{predicted: loss, observed: loss, margin: 1e-6 %}]
            """;

    @TempDir
    Path folder;

    private Path file;
    private Path one;
    private Path two;
    private Path baseline;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("mine.yaml");
        one = folder.resolve("one");
        two = folder.resolve("two");
        baseline = folder.resolve("baseline.json");
        Files.writeString(file, CLAIMS);
        assertThat(verify(one).status()).isZero();
    }

    private Cli verify(Path out, Object... more) {
        return Cli.run("verify", file, "--store", folder.resolve("store"), "--out", out, more);
    }

    private void replace(String written, String instead) throws IOException {
        TextFile.replace(file, written, instead);
    }

    private Cli bless(Object... more) {
        return Cli.run("bless", one, "--baseline", baseline, more);
    }

    @Test
    void theSameRunAgainChangesNothing() {
        verify(two);
        Cli cli = Cli.run("compare", one, two, "--strict");
        assertThat(cli.status()).as(cli.toString()).isZero();
        assertThat(cli.out()).isEqualTo("nothing changed in 3 claims\n");
    }

    @Test
    void oneClaimBrokenByHandIsNamedAlone() throws IOException {
        replace("1/(2*cstar))/2", "1/(2.1*cstar))/2");
        assertThat(verify(two).status()).isEqualTo(ExitStatus.FAILED);
        Cli cli = Cli.run("compare", one, two.resolve("results.json"));
        assertThat(cli.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(cli.out())
                .startsWith("my.loss: worse\n")
                .containsPattern("\n {2}verdict +pass → fail\n")
                .containsPattern("\n {2}predicted loss +loss = .*1/\\(2\\*cstar\\)\\)/2\n +→ loss = .*2\\.1\\*cstar")
                .endsWith("\n1 claims worse, 0 restated, 0 changed otherwise, 0 new, 0 gone, 2 the same\n")
                .doesNotContain("my.square", "my.slope");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // a step in another form, which is as right
                "to: `2*x`            | to: `x + x`          | step slope",
                "from: `2*slope`      | from: `slope + slope`| step twice",
                "because: algebra     | because: definition  | step twice because",
                "f: `x^2 + y`         | f: `x*x + y`         | definition f",
                "y > x                | y > 2*x              | assumes",
                "domain: `(0, 1)`     | domain: `(0, 1]`     | domain of x",
                "domain: positive     | domain: `(0, 9)`     | domain of y",
                "domain: `(0, 1]`     | domain: `(0, 2]`     | domain of b",
                "`(a + b)^2`          | `(b + a)^2`          | predicted identity",
                "require: agreed      | require: proved      | compares",
                "margin: 1e-6 %       | margin: 1 %          | compares",
            })
    void whatAClaimStatesMayNotChangeUnnoticed(String written, String instead, String what) throws IOException {
        replace(written.replace('`', '"'), instead.replace('`', '"'));
        assertThat(verify(two).status()).as("it still holds").isZero();
        Cli cli = Cli.run("compare", one, two);
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.FAILED);
        assertThat(cli.out())
                .containsPattern("^my\\.[a-z]+: restated, bless it or put it right\n")
                .containsPattern("\n {2}" + what + " +\\S")
                .endsWith("\n0 claims worse, 1 restated, 0 changed otherwise, 0 new, 0 gone, 2 the same\n");
    }

    @Test
    void formulasThatLookAlikeAreToldApart() throws IOException {
        // where e is a name, e^x may be the exponential or a power of it
        replace("define: {f: \"x^2 + y\"}", "define: {e: \"1 + 0*y\", f: \"x^2 + y\", g: \"exp(x)*0\"}");
        verify(one);
        replace("exp(x)*0", "e^(x)*0");
        verify(two);
        Cli cli = Cli.run("compare", one, two);
        assertThat(cli.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(cli.out()).contains("  definition g  exp(x)*0 → e^x*0\n");
    }

    @Test
    void anotherSymmetryIsAnotherStep() throws IOException {
        String step = """
                  - step: other
                    from: f
                    to: "x^2 + 2*y"
                    because: {symmetry: {y: 2*y}, of: "x^2"}
                ---
                claim: 1
                id: my.loss
                """;
        replace("---\nclaim: 1\nid: my.loss\n", step);
        assertThat(verify(one).status()).isZero();
        replace("of: \"x^2\"", "of: \"x^4\"");
        assertThat(verify(two).status()).isZero();
        Cli cli = Cli.run("compare", one, two);
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.FAILED);
        assertThat(cli.out())
                .containsPattern("step other +f -> .*invariant=x\\^2.*\n? *→ f -> .*invariant=x\\^4")
                .contains("1 restated");
    }

    @Test
    void otherNumbersAreShownAndOnlyStrictlyAnAlarm() throws IOException {
        replace("c: 0.5", "c: 0.6");
        assertThat(verify(two, "--seed", "2").status()).isZero();
        Cli cli = Cli.run("compare", one, two);
        assertThat(cli.status()).as(cli.toString()).isZero();
        assertThat(cli.out())
                .startsWith("my.loss: changed\n")
                .containsPattern("\n {2}given c +0\\.5 → 0\\.6\n")
                .containsPattern("\n {2}with c +0\\.5 → 0\\.6\n")
                .containsPattern("\n {2}loss predicted +0\\.32\\S* → 0\\.41")
                .contains("provenance\n  seed  1 → 2\n");
        assertThat(Cli.run("compare", one, two, "--strict").status()).isEqualTo(ExitStatus.FAILED);
    }

    @Test
    void onlyAnEstimateBeyondItsErrorIsTold() throws IOException {
        verify(two);
        Path results = two.resolve("results.json");
        estimates(one.resolve("results.json"), 1, 0.9, 1.1);
        estimates(results, 1.15, 1.05, 1.26);
        Cli within = Cli.run("compare", one, two, "--strict");
        assertThat(within.status()).as(within.toString()).isZero();
        assertThat(within.out()).isEqualTo("nothing changed in 3 claims\n");
        assertThat(Cli.run("compare", one, two, "--verbose").out())
                .startsWith("my.loss: changed within errors\n  loss  1.0 ± 0.1000 → 1.15 [1.050, 1.260]\n");
        estimates(results, 1.25, 1.15, 1.36);
        Cli beyond = Cli.run("compare", two, one);
        assertThat(beyond.status()).as("it is within the margin as before").isZero();
        assertThat(beyond.out()).startsWith("my.loss: changed\n  loss  1.25 [1.150, 1.360] → 1.0 ± 0.1000\n");
        assertThat(Cli.run("compare", one, two, "--strict").status()).isEqualTo(ExitStatus.FAILED);
    }

    private static void estimates(Path results, double value, double lower, double upper) throws IOException {
        String text = Files.readString(results);
        String changed = text.replaceFirst(
                "(?s)\"value\" : [^,]*,(\\s*)\"lower\" : [^,]*,(\\s*)\"upper\" : [^,]*,",
                "\"value\" : " + value + ",$1\"lower\" : " + lower + ",$2\"upper\" : " + upper + ",");
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(results, changed);
    }

    @Test
    void aStepThatIsNoLongerProvedIsWorse() throws IOException {
        verify(two);
        TextFile.replace(two.resolve("results.json"), "\"grade\" : \"proved\"", "\"grade\" : \"agreed\"");
        Cli cli = Cli.run("compare", one, two);
        assertThat(cli.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(cli.out())
                .as("of an identity, too")
                .containsPattern("^my\\.square: worse\n  equal +pass, proved → pass, agreed\n")
                .containsPattern("\nmy\\.slope: worse\n  slope +pass, proved → pass, agreed\n");
        assertThat(Cli.run("compare", two, one).status())
                .as("better is no alarm")
                .isZero();
    }

    @Test
    void anObligationThatIsShownLessWellIsWorseThoughTheStepIsAsBefore() throws IOException {
        replace(
                "step: slope\n    from: f\n    to: \"2*x\"\n    because: {differentiate by: x}",
                "step: slope\n    from: f\n    to: [\"2*x\", \"1\"]\n    because: {gradient by: [x, y]}");
        replace("from: \"2*slope\"\n    to: \"4*x\"", "from: \"2*slope\"\n    to: [\"4*x\", \"2\"]");
        verify(one);
        verify(two);
        grade(one.resolve("results.json"), "by x", "agreed");
        grade(two.resolve("results.json"), "by x", "agreed");
        grade(two.resolve("results.json"), "by y", "agreed");
        Cli cli = Cli.run("compare", one, two);
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.FAILED);
        assertThat(cli.out())
                .startsWith("my.slope: worse\n")
                .contains("  slope, both sides are equal, by y  proved → agreed")
                .doesNotContain("by x");
        assertThat(Cli.run("compare", two, one).status())
                .as("better is no alarm")
                .isZero();
    }

    private static void grade(Path results, String statement, String grade) throws IOException {
        String text = Files.readString(results);
        String changed = text.replaceAll("(" + statement + "\",\\s*\"grade\" : )\"proved\"", "$1\"" + grade + "\"");
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(results, changed);
    }

    @Test
    void recordsFromBeforeTheGradesAreReadAndSayNothingOfThem() throws IOException {
        verify(two);
        Path results = one.resolve("results.json");
        String text = Files.readString(results).replaceAll("(?s),\\s*\"obligations\" : \\[ \\{.*?\\} \\]", "");
        int identity = text.indexOf("\"grade\"");
        String early = text.substring(0, identity)
                + text.substring(identity).replaceFirst("\"grade\" : \"proved\"", "\"seedsToDecide\" : null");
        Files.writeString(results, early.replace("\"grade\" : \"proved\"", "\"status\" : \"proved\""));
        Cli cli = Cli.run("compare", one, two);
        assertThat(cli.status()).as(cli.toString()).isZero();
        assertThat(cli.out()).contains("nothing changed in 3 claims");
        assertThat(Cli.run("render", results, "--out", folder.resolve("again")).status())
                .isZero();
        assertThat(folder.resolve("again").resolve("report.md")).content().contains("✓\u00A0PROVED");
    }

    @Test
    void aClaimThatIsGoneIsWorseAndANewOneIsNot() throws IOException {
        Files.writeString(file, CLAIMS.substring(0, CLAIMS.lastIndexOf("---\n")));
        verify(two);
        Cli gone = Cli.run("compare", one, two);
        assertThat(gone.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(gone.out())
                .startsWith("my.loss: gone\n  claim  pass → (none)\n")
                .contains(" 1 gone, 2 the same");
        Cli added = Cli.run("compare", two, one);
        assertThat(added.status()).isZero();
        assertThat(added.out()).startsWith("my.loss: new\n  claim  (none) → pass\n");
        assertThat(Cli.run("compare", two, one, "--strict").status()).isEqualTo(ExitStatus.FAILED);
    }

    @Test
    void aClaimThatIsLeftOutOfTheProfileIsNoLongerRun() throws IOException {
        replace("title: The loss of one mode", "title: The loss of one mode\nprofiles: {quick: skip}");
        verify(two);
        Cli cli = Cli.run("compare", one, two);
        assertThat(cli.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(cli.out()).startsWith("my.loss: worse\n  verdict  pass → not-run\n");
    }

    @Test
    void anExpectationCountsAsForTheExitStatusAndIsItselfAChange() throws IOException {
        replace("1/(2*cstar))/2", "1/(2.1*cstar))/2");
        verify(one);
        replace("id: my.loss", "id: my.loss\nexpect: {verdict: fail, because: \"wrong on purpose\"}");
        verify(two);
        Cli cli = Cli.run("compare", one, two);
        assertThat(cli.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(cli.out())
                .startsWith("my.loss: restated")
                .containsPattern("\n {2}verdict +fail → fail, as expected\n")
                .containsPattern("\n {2}expected +\\(none\\) → fail, because wrong on purpose\n");
        assertThat(Cli.run("compare", two, one).out()).startsWith("my.loss: worse\n");
    }

    @Test
    void aBaselineKeepsItsReasons() throws IOException {
        Cli first = bless("--reason", "as published");
        assertThat(first.status()).as(first.toString()).isZero();
        assertThat(first.out()).isEqualTo("blessed 3 claims: " + baseline + "\n");
        assertThat(Cli.run("compare", baseline, one, "--strict").out()).isEqualTo("nothing changed in 3 claims\n");

        replace("to: \"2*x\"", "to: \"x + x\"");
        verify(one);
        assertThat(Cli.run("compare", baseline, one).status()).isEqualTo(ExitStatus.FAILED);
        Cli second = bless("--reason", "the same step, easier to read");
        assertThat(second.status()).isZero();
        assertThat(second.out()).startsWith("my.slope: restated").endsWith("blessed 3 claims: " + baseline + "\n");
        assertThat(Cli.run("compare", baseline, one, "--strict").status()).isZero();

        String text = Files.readString(baseline);
        assertThat(text)
                .containsPattern("^\\{\n {2}\"schema\" : \"baseline/1\",")
                .containsPattern("(?s)\"reason\" : \"the same step, easier to read\".*\"restated\" : 1,"
                        + ".*\"same\" : 2.*\"reason\" : \"as published\".*\"added\" : 3,")
                .doesNotContain("\"mathMl\"", "\"tex\"");
    }

    @Test
    void blessingOneClaimKeepsTheOthersOfTheBaseline() throws IOException {
        bless("--reason", "as published");
        Files.writeString(file, CLAIMS.substring(CLAIMS.lastIndexOf("---\n") + 4));
        replace("margin: 1e-6 %", "margin: 1e-5 %");
        verify(one);
        Cli cli = bless("--reason", "its margin was too strict");
        assertThat(cli.status()).as(cli.toString()).isZero();
        assertThat(cli.out())
                .startsWith("my.loss: restated")
                .contains(" 0 gone, 0 the same\n")
                .endsWith("blessed 1 claims, kept 2 others as they were: " + baseline + "\n");

        Files.writeString(file, CLAIMS.replace("margin: 1e-6 %", "margin: 1e-5 %"));
        verify(two);
        assertThat(Cli.run("compare", baseline, two, "--strict").out())
                .as("the new one of the one, the old ones of the others, in their order")
                .endsWith("nothing changed in 3 claims\n");

        Cli dropped = bless("--reason", "the others were deleted", "--drop-others");
        assertThat(dropped.out())
                .contains("my.square: gone", " 2 gone, 1 the same\n")
                .endsWith("blessed 1 claims: " + baseline + "\n");
        assertThat(Cli.run("compare", baseline, one, "--strict").out()).isEqualTo("nothing changed in 1 claims\n");
    }

    @Test
    void claimsOfTwoProfilesDoNotMakeOneBaseline() throws IOException {
        bless("--reason", "as published");
        Files.writeString(file, CLAIMS.substring(CLAIMS.lastIndexOf("---\n") + 4));
        verify(one, "--profile", "standard");
        String before = Files.readString(baseline);
        Cli cli = bless("--reason", "more seeds");
        assertThat(cli.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err())
                .contains("the profile standard", "2 other claims", "which are of quick", "--drop-others")
                .hasLineCount(1);
        assertThat(baseline).content().isEqualTo(before);
    }

    @Test
    void aMarginOnOneSideIsToldAsTheClaimHasIt() throws IOException {
        Files.writeString(file, SampleClaim.TRAJECTORY);
        verify(one);
        replace("margin: 0.02", "margin: 0.03");
        verify(two);
        assertThat(Cli.run("compare", one, two).out())
                .startsWith("my.outlier: restated")
                .containsPattern("\n {2}outlier distance margin +0\\.02000 → 0\\.03000\n");
    }

    @ParameterizedTest
    @CsvSource({
        // a ratio, whose prediction is its limit, and a fraction of 0.95 within 0.1
        "0.5, 0.0, 0.5, 0.6, 0.0, 0.6, predicted 0.5 0.6000",
        "0.95, 0.85, 1.0, 0.95, 0.75, 1.0, margin 0.1000 0.2000",
    })
    void aMarginThatIsCutOffIsNotHalved(
            String was, String low, String high, String is, String lower, String upper, String told)
            throws IOException {
        verify(two);
        accepts(one.resolve("results.json"), was, low, high);
        accepts(two.resolve("results.json"), is, lower, upper);
        String[] words = told.split(" ");
        assertThat(Cli.run("compare", one, two).out())
                .as("once")
                .matches("(?s)my\\.loss: restated[^\n]*\n {2}loss " + words[0] + " +" + words[1] + " → " + words[2]
                        + "\n0 claims worse.*");
    }

    private static void accepts(Path results, String predicted, String low, String high) throws IOException {
        String text = Files.readString(results);
        String changed = text.replaceFirst(
                "(?s)\"predicted\" : [^,]*,(\\s*)\"acceptLower\" : [^,]*,(\\s*)\"acceptUpper\" : [-0-9.eE]+",
                "\"predicted\" : " + predicted + ",$1\"acceptLower\" : " + low + ",$2\"acceptUpper\" : " + high);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(results, changed);
    }

    @Test
    void aBaselineHoldsNoFigures() throws IOException {
        Files.writeString(file, SampleClaim.TRAJECTORY);
        verify(one);
        assertThat(one.resolve("results.json")).content().contains("\"plot\"");
        bless("--reason", "as published");
        assertThat(baseline).content().doesNotContain("\"plot\"");
        assertThat(Cli.run("compare", baseline, one, "--strict").out()).isEqualTo("nothing changed in 1 claims\n");
    }

    @Test
    void anOpenClaimStaysOpenAgainstABaselineWhereItWas() throws IOException {
        // a margin that the numerical error of the quadrature exceeds by far
        replace("margin: 1e-6 %", "margin: 1e-13 %");
        Cli open = verify(one);
        assertThat(open.status()).as(open.toString()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(one.resolve("report.md"))
                .content()
                .contains("- ?\u00A0INCONCLUSIVE · my.loss")
                .doesNotContain("ERROR");
        assertThat(one.resolve("index.html")).content().doesNotContain("ERROR");
        assertThat(bless("--reason", "finer numerics are to come").status()).isZero();
        assertThat(verify(two, "--baseline", baseline).status()).isEqualTo(ExitStatus.UNDECIDED);
        replace("margin: 1e-13 %", "margin: 1e-6 %");
        verify(one);
        assertThat(bless("--reason", "they came").status()).isZero();
        replace("margin: 1e-6 %", "margin: 1e-13 %");
        assertThat(verify(two, "--baseline", baseline).status())
                .as("worse than in the baseline")
                .isEqualTo(ExitStatus.FAILED);
    }

    @Test
    void blessingNeedsAReasonAndResultsThatHold() throws IOException {
        Cli silent = bless("--reason", "  ");
        assertThat(silent.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(silent.err()).contains("empty reason").hasLineCount(1);
        assertThat(bless().status()).isEqualTo(ExitStatus.BAD_INPUT);
        replace("1/(2*cstar))/2", "1/(2.1*cstar))/2");
        verify(one);
        Cli failed = bless("--reason", "x");
        assertThat(failed.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(failed.err())
                .contains("1 claims that failed", "(my.loss)", "--even-failed")
                .hasLineCount(1);
        assertThat(baseline).doesNotExist();
        assertThat(bless("--reason", "a record of what is broken", "--even-failed")
                        .status())
                .isZero();
        assertThat(baseline).exists();
    }

    @Test
    void anUnfinishedRunIsNotBlessed() throws IOException {
        Path results = one.resolve("results.json");
        String text = Files.readString(results);
        Files.writeString(results, text.replaceFirst("\"finished\" : \"[^\"]+\"", "\"finished\" : \"\""));
        Cli cli = bless("--reason", "x");
        assertThat(cli.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err()).contains("has not finished").hasLineCount(1);
        assertThat(baseline).doesNotExist();
    }

    @Test
    void verifySaysWhatChangedInWhatWasRun() throws IOException {
        bless("--reason", "as published");
        Cli same = verify(two, "--baseline", baseline);
        assertThat(same.status()).as(same.toString()).isZero();
        assertThat(same.out())
                .contains("against " + baseline + " (profile quick, seed 1):\nnothing changed in 3 claims\n")
                .endsWith("index.html\n");

        Files.writeString(file, CLAIMS.substring(CLAIMS.indexOf("---\n") + 4));
        replace("to: \"2*x\"", "to: \"x + x\"");
        Cli part = verify(two, "--baseline", baseline);
        assertThat(part.status()).as("a formula changed").isEqualTo(ExitStatus.FAILED);
        assertThat(part.out())
                .contains("my.slope: restated")
                .contains("0 claims worse, 1 restated, 0 changed otherwise, 0 new, 0 gone, 1 the same\n")
                .doesNotContain("my.square");
        assertThat(verify(two, "--baseline", baseline, "--quiet").status()).isEqualTo(ExitStatus.FAILED);
        assertThat(verify(two).status()).as("without a baseline").isZero();
    }

    @Test
    void anotherProfileIsNamedAndWhatItLeavesOutIsNotGone() throws IOException {
        bless("--reason", "as published");
        replace("title: The loss of one mode", "title: The loss of one mode\nprofiles: {standard: skip}");
        Cli cli = verify(two, "--baseline", baseline, "--profile", "standard", "--seed", "3");
        assertThat(cli.status()).as(cli.toString()).isZero();
        assertThat(cli.out())
                .contains("(profile quick, seed 1):\nprovenance\n")
                .containsPattern("\n {2}profile +quick → standard\n")
                .containsPattern("\n {2}seed +1 → 3\n")
                .contains("nothing changed in 2 claims\n");
        replace("profiles: {standard: skip}", "profiles: {quick: skip}");
        assertThat(verify(two, "--baseline", baseline).status())
                .as("left out of the profile that the baseline is of")
                .isEqualTo(ExitStatus.FAILED);
    }

    @Test
    void recordsWithoutAssumptionsAreRead() throws IOException {
        Path results = one.resolve("results.json");
        String text = Files.readString(results);
        String early = text.replaceAll("\"assumes\" : \\[[^\"]*(\"[^\"]*\"[, ]*)*\\],\\s*", "")
                .replaceAll(",\\s*\"exact\" : \"[^\"]*\"", "");
        assertThat(early).doesNotContain("\"assumes\"", "\"exact\" :");
        verify(two);
        Files.writeString(results, early);
        Cli cli = Cli.run("compare", one, two);
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.FAILED);
        assertThat(cli.out())
                .containsPattern("domain of x +\\(none\\) → \\(0, 1\\)\n")
                .doesNotContain("  step ", "  definition ");
    }

    @Test
    void badFilesAreOneLineAndStatus2() throws IOException {
        Path broken = folder.resolve("broken.json");
        Files.writeString(broken, "{\"schema\" : \"baseline/1\", ");
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Path foreign = folder.resolve("foreign.json");
        Files.writeString(foreign, "{\"schema\" : \"baseline/2\"}");
        Path twice = folder.resolve("twice.json");
        Files.writeString(
                twice, Files.readString(one.resolve("results.json")).replace("\"my.square\"", "\"my.slope\""));
        Path list = folder.resolve("list.json");
        Files.writeString(list, "[]");
        for (Path bad : new Path[] {folder.resolve("nowhere"), broken, empty, foreign, twice, list, file}) {
            for (Cli cli : new Cli[] {
                Cli.run("compare", one, bad),
                Cli.run("compare", bad, one),
                Cli.run("bless", bad, "--reason", "x", "--baseline", baseline),
                verify(two, "--baseline", bad)
            }) {
                assertThat(cli.status()).as(bad + ": " + cli).isEqualTo(ExitStatus.BAD_INPUT);
                assertThat(cli.err()).startsWith(bad + ": ").hasLineCount(1);
            }
        }
        assertThat(two).as("nothing was run").doesNotExist();
        assertThat(Cli.run("compare", one).status()).isEqualTo(ExitStatus.BAD_INPUT);
    }

    @Test
    void blessReplacesNothingButABaseline() throws IOException {
        Files.writeString(baseline, "my thesis");
        Cli cli = bless("--reason", "x");
        assertThat(cli.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err()).startsWith(baseline + ": not a baseline").hasLineCount(1);
        assertThat(baseline).hasContent("my thesis");
        baseline = folder.resolve("nowhere/baseline.json");
        assertThat(bless("--reason", "x").err()).isEqualTo(baseline + ": cannot be written\n");
    }
}
