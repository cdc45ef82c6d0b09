package org.theoremeter.verify.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.opentest4j.AssertionFailedError;
import org.theoremeter.verify.claim.Profile;

/** What a project sees that has its claims as tests: green, red, and in red why and where. */
@Isolated("changes system properties and the standard streams")
class ClaimTestsTest {

    private static final String LAW = """
            claim: 1
            id: my.%1$s
            title: The %1$s law
            kind: identity
            given: {x: {domain: "(0, 1)"}}
            predict: {equal: ["(x + 1)^2", "x^2 + %2$s*x + 1"]}
            %3$s
            """;

    @TempDir
    Path folder;

    private SampleProject project;

    @BeforeEach
    void begin() {
        project = new SampleProject(folder);
    }

    @AfterEach
    void clearProperties() {
        System.clearProperty("theoremeter.profile");
        System.clearProperty("theoremeter.seed");
    }

    private static String law(String name) {
        return LAW.formatted(name, 2, "");
    }

    private static String wrongLaw(String name) {
        return LAW.formatted(name, 3, "");
    }

    /** Returns the example's claim about a curve, on a network that takes no time. */
    private static String outlier() throws IOException {
        String claim = SampleProject.example("network.yaml").split("---\n")[0];
        String small = claim.replace("neurons: 24, horizon: 1.5 tau", "neurons: 10, horizon: 1 tau");
        assertThat(small).isNotEqualTo(claim);
        return small;
    }

    /** Returns {@code file:line:column} of a text that stands once. */
    private String place(String file, String text, String found) {
        int at = text.indexOf(found);
        assertThat(at).isNotNegative().isEqualTo(text.lastIndexOf(found));
        String before = text.substring(0, at);
        return project.claim(file) + ":"
                + (before.chars().filter(c -> c == '\n').count() + 1) + ":" + (at - before.lastIndexOf('\n'));
    }

    @Test
    void aWrongNumberInADerivationFailsItsTestAloneAndNamesStepLineAndPoint() throws IOException {
        String broken = SampleProject.example("derivation.yaml").replace("2/(c + cstar)^3", "3/(c + cstar)^3");
        SampleProject.Ended ended = project.with("derivation.yaml", broken)
                .with("loss.yaml", SampleProject.example("loss.yaml"))
                .run();
        String title = "mode.critical-rate.derivation — The critical learning rate, from the loss of one mode";
        assertThat(ended.passed()).hasSize(2).allMatch(name -> name.startsWith("mode.loss"));
        assertThat(ended.failed()).containsOnlyKeys(title);
        assertThat(ended.failed().get(title))
                .startsWith("FAIL mode.critical-rate.derivation, " + place("derivation.yaml", broken, "claim: 1"))
                .contains("FAIL step curvature, " + place("derivation.yaml", broken, "step: curvature"))
                .containsPattern(
                        "curvature, .*\\n.*refuted at c = 0\\.\\d+, cstar = 0\\.\\d+: \\d+\\.\\d+ is not \\d+\\.\\d+")
                .contains("more: theoremeter verify " + project.claim("derivation.yaml"));
    }

    @Test
    void aWrongNumberInAnOdeFailsItsTestAloneWithEstimateIntervalAndMargin() throws IOException {
        String broken = SampleProject.example("network.yaml").replace("1/(4*c^2)", "1/(4.2*c^2)");
        SampleProject.Ended ended = project.with("network.yaml", broken).run();
        assertThat(ended.passed()).singleElement().asString().startsWith("network.critical-rate");
        assertThat(ended.failed()).hasSize(1);
        assertThat(ended.failed().values().iterator().next())
                .startsWith("FAIL network.outlier, " + place("network.yaml", broken, "claim: 1\nid: network.outlier"))
                .contains("FAIL outlier, " + place("network.yaml", broken, "{predicted: outlier"))
                .containsPattern("distance = 0\\.0\\d+ \\(upper bound 0\\.0\\d+\\), margin 0\\.02")
                .containsPattern(
                        "estimate 0\\.0\\d+, interval 0\\.0\\d+ to 0\\.0\\d+; predicted 0, accepted 0 to 0\\.02");
    }

    @Test
    void anEstimateOutsideItsMarginIsToldAsExpectedAndActual() throws IOException {
        project.with("network.yaml", SampleProject.example("network.yaml").replace("\"8*cstar^3\"", "\"9*cstar^3\""));
        DynamicTest rate = tests().get(1);
        // 9 · 0.2³ = 0.072, and 1 % of it on both sides
        assertThatThrownBy(() -> project.onClassPath(() -> {
                    execute(rate);
                    return null;
                }))
                .isInstanceOfSatisfying(AssertionFailedError.class, failure -> {
                    assertThat(failure.getExpected().getStringRepresentation())
                            .contains("predicted 0.07200, accepted 0.07128 to 0.07272");
                    // the bracket is 1e-3 wide, relative to a rate of 8 · 0.2³ = 0.064
                    assertThat(failure.getActual().getStringRepresentation())
                            .containsPattern("estimate 0\\.06[34]\\d+, interval 0\\.06[34]\\d+ to 0\\.064\\d+");
                });
    }

    /** What falsifies a claim has to say the same. */
    private static String margin(String claim, String margin) {
        return claim.replace("margin: 0.02", "margin: " + margin)
                .replace("by more than 0.02", "by more than " + margin);
    }

    @Test
    void anInconclusiveClaimIsNotGreenAndSaysHowManySeedsWouldDecide() throws IOException {
        String claim = outlier();
        String refuted = project.with("network.yaml", margin(claim, "1e-9"))
                .run()
                .failed()
                .toString();
        Matcher numbers = Pattern.compile("distance = ([0-9.e-]+) \\(upper bound ([0-9.e-]+)\\)")
                .matcher(refuted);
        assertThat(numbers.find()).as(refuted).isTrue();
        // halfway from the mean to its upper bound lies inside the interval, whatever the numbers are
        double straddled = (Double.parseDouble(numbers.group(1)) + Double.parseDouble(numbers.group(2))) / 2;
        String undecided = margin(claim, "" + straddled);
        assertThat(project.with("network.yaml", undecided).run().failed().values())
                .singleElement()
                .asString()
                .startsWith("INCONCLUSIVE network.outlier")
                .containsPattern("INCONCLUSIVE outlier, .*\\n.*; about \\d+ seeds would decide");
        String expected = undecided + "expect: {verdict: inconclusive, because: four seeds are few}\n";
        SampleProject.Ended ended = project.with("network.yaml", expected).run();
        assertThat(ended.failed()).isEmpty();
        assertThat(ended.passed()).hasSize(1);
    }

    @Test
    void aKnownDisagreementIsGreenAndAnAgreementInsteadIsRed() {
        String expect = "expect: {verdict: fail, because: the law is an approximation}";
        SampleProject.Ended ended = project.with("known.yaml", LAW.formatted("known", 3, expect))
                .with("other.yaml", LAW.formatted("other", 2, expect))
                .run();
        assertThat(ended.passed()).containsExactly("my.known — The known law");
        assertThat(ended.failed()).containsOnlyKeys("my.other — The other law");
        assertThat(ended.failed().get("my.other — The other law"))
                .startsWith("PASS my.other")
                .contains("PASS equal", "proved")
                .contains("expected to come out as fail, because the law is an approximation");
    }

    @Test
    void aFileThatIsNotYamlFailsWithItsPlaceAndStopsNoOther() {
        SampleProject.Ended ended = project.with("a.yaml", "claim: 1\nid: [\n")
                .with("deeper/b.yml", law("good"))
                .with("notes.txt", "not a claim")
                .run();
        assertThat(ended.passed()).containsExactly("my.good — The good law");
        assertThat(ended.failed()).containsOnlyKeys("a.yaml");
        assertThat(ended.failed().get("a.yaml")).startsWith(project.claim("a.yaml") + ":3:1: not YAML: ");
    }

    @Test
    void aFaultInAClaimFailsItsTestWithItsPlaceAndStopsNoOther() {
        String faulty = law("faulty").replace("kind: identity", "kind: identty");
        String text = faulty + "---\n" + law("good") + "---\n- a list\n";
        SampleProject.Ended ended = project.with("laws.yaml", text).run();
        assertThat(ended.passed()).containsExactly("my.good — The good law");
        assertThat(ended.failed()).containsOnlyKeys("my.faulty — The faulty law", "line 17");
        assertThat(ended.failed().get("my.faulty — The faulty law"))
                .startsWith(place("laws.yaml", text, "identty") + ": found 'identty'")
                .contains("did you mean 'identity'?");
        assertThat(ended.failed().get("line 17")).startsWith(project.claim("laws.yaml") + ":17:1: found a list");
    }

    @Test
    void aClaimWithoutIdOrTitleFailsAlone() {
        String nameless = law("a").replace("id: my.a", "id: \"\"").replace("title: The a law", "title: \"\"");
        String blank = law("b").replace("id: my.b", "id: \" \"").replace("title: The b law\n", "");
        SampleProject.Ended ended = project.with("a.yaml", nameless + "---\n" + blank + "---\n" + law("good"))
                .with("later.yaml", law("later"))
                .run();
        assertThat(ended.passed()).containsExactlyInAnyOrder("my.good — The good law", "my.later — The later law");
        assertThat(ended.failed().values()).hasSize(2).allMatch(message -> message.contains("accepted: "));
    }

    @Test
    void theSameIdInTwoFilesIsAFaultOfTheSecond() {
        SampleProject.Ended ended =
                project.with("a.yaml", law("one")).with("b.yaml", law("one")).run();
        assertThat(ended.passed()).hasSize(1);
        assertThat(ended.failed().get("my.one — The one law"))
                .startsWith(project.claim("b.yaml") + ":1:1: the id 'my.one' stands twice, first at "
                        + project.claim("a.yaml") + ":1:1");
    }

    @Test
    void noClaimAtAllIsRed() {
        SampleProject.Ended missing = project.run();
        assertThat(missing.failed()).containsOnlyKeys("claims");
        assertThat(missing.failed().get("claims"))
                .startsWith("found no claim in the folder 'claims' of the class path");
        assertThat(project.with("notes.txt", "").run()).isEqualTo(missing);
        assertThat(project.with("empty.yaml", "").run().failed()).containsOnlyKeys("empty.yaml");
    }

    @Test
    void aDerivationStartsFromAResultBesideIt() {
        String first = """
                claim: 1
                id: my.first
                title: A square
                kind: derivation
                given: {x: {domain: "(0, 1)"}}
                define: {s: "(x + 1)^2"}
                steps:
                  - {step: expanded, from: s, to: "x^2 + 2*x + 1", because: algebra}
                """;
        String second = first.replace("my.first", "my.second")
                .replace("s: \"(x + 1)^2\"", "s: {result of: my.first, step: expanded}")
                .replace("x^2 + 2*x + 1", "(1 + x)^2");
        SampleProject.Ended ended =
                project.with("two.yaml", first + "---\n" + second).run();
        assertThat(ended.failed()).isEmpty();
        assertThat(ended.passed()).hasSize(2);
    }

    @Test
    void aClaimThatTheProfileSkipsIsAbortedAndAnotherProfileRunsIt() {
        project.with("dear.yaml", LAW.formatted("dear", 3, "profiles: {quick: skip}"));
        SampleProject.Ended quick = project.run();
        assertThat(quick.passed()).isEmpty();
        assertThat(quick.failed()).isEmpty();
        assertThat(quick.aborted().get("my.dear — The dear law"))
                .isEqualTo("my.dear is left out of the profile quick, " + project.claim("dear.yaml") + ":1:1");
        System.setProperty("theoremeter.profile", "full");
        assertThat(project.run().failed().get("my.dear — The dear law"))
                .startsWith("FAIL my.dear")
                .endsWith("verify " + project.claim("dear.yaml") + " --profile full");
    }

    static class Custom extends ClaimTests {
        @Override
        protected String folder() {
            return "claims/deeper";
        }

        @Override
        protected Profile profile() {
            return Profile.STANDARD;
        }

        @Override
        protected long seed() {
            return 7;
        }

        @Override
        protected int jobs() {
            return 1;
        }
    }

    @Test
    void aSubclassChoosesFolderProfileAndSeedAndPropertiesGoBeforeIt() {
        project.with("deeper/wrong.yaml", wrongLaw("wrong")).with("elsewhere.yaml", law("elsewhere"));
        SampleProject.Ended ended = project.run(Custom.class);
        assertThat(ended.passed()).isEmpty();
        String command = "verify " + project.claim("deeper/wrong.yaml");
        assertThat(ended.failed().get("my.wrong — The wrong law")).endsWith(command + " --profile standard --seed 7");
        System.setProperty("theoremeter.profile", "quick");
        System.setProperty("theoremeter.seed", "1");
        assertThat(project.run(Custom.class).failed().get("my.wrong — The wrong law"))
                .endsWith(command);
    }

    @Test
    void aPropertyThatMeansNothingIsAFault() {
        project.with("good.yaml", law("good"));
        System.setProperty("theoremeter.profile", "ful");
        assertThat(project.run().failed().values())
                .containsExactly(
                        "theoremeter.profile: found 'ful', did you mean 'full'? accepted: quick, standard, full");
        System.setProperty("theoremeter.profile", "full");
        System.setProperty("theoremeter.seed", "one");
        assertThat(project.run().failed().values())
                .containsExactly("theoremeter.seed: found 'one', accepted: a whole number");
    }

    @Test
    void theSeedChangesWhatIsSimulated() throws IOException {
        String claim = margin(outlier(), "1e-9");
        project.with("network.yaml", claim);
        String one = project.run().failed().toString();
        assertThat(project.run().failed().toString()).isEqualTo(one);
        System.setProperty("theoremeter.seed", "2");
        String two = project.run().failed().toString();
        assertThat(two.replace(" --seed 2", "")).isNotEqualTo(one);
    }

    @Test
    void nothingIsReadOrRunBeforeItsTest() {
        project.with("faulty.yaml", law("faulty").replace("kind: identity", "kind: identty"));
        DynamicTest test = tests().get(0);
        assertThatThrownBy(() -> execute(test)).hasMessageContaining("identty");
    }

    @Test
    void testsPointToTheSourceThatTheBuildCopiedAndToTheCopyWhereTheyDiffer() {
        String two = law("one") + "---\n" + law("two");
        project.with("laws.yaml", two).withSource("laws.yaml", two);
        Path source = folder.resolve("src/test/resources/claims/laws.yaml");
        assertThat(tests().get(1).getTestSourceUri())
                .hasValueSatisfying(uri -> assertThat(uri.toString()).isEqualTo(source.toUri() + "?line=9&column=1"));
        project.withSource("laws.yaml", two + "# changed\n");
        assertThat(tests().get(1).getTestSourceUri())
                .hasValueSatisfying(uri -> assertThat(uri.toString())
                        .isEqualTo(project.claim("laws.yaml").toUri() + "?line=9&column=1"));
    }

    @Test
    void nothingIsPrinted() throws IOException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        project.with("derivation.yaml", SampleProject.example("derivation.yaml"));
        try (PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(stream);
            System.setErr(stream);
            assertThat(project.run().passed()).hasSize(1);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    /** Asks for the tests of the first file as JUnit does, and runs none. */
    private List<DynamicTest> tests() {
        DynamicNode file =
                project.onClassPath(() -> new SampleTheory().claims().toList()).get(0);
        return ((DynamicContainer) file)
                .getChildren()
                .map(DynamicTest.class::cast)
                .toList();
    }

    private static void execute(DynamicTest test) {
        try {
            test.getExecutable().execute();
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable other) {
            throw new AssertionError(other);
        }
    }
}
