package org.theoremeter.verify.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremeter.verify.judge.NumericalError;
import org.theoremeter.verify.judge.ValueJudge;
import org.theoremeter.verify.judge.Verdict;
import org.theoremeter.verify.statistics.Sample;

class ResultsFileTest {

    @TempDir
    Path folder;

    private static Results results() {
        Plot plot = new Plot(
                "tau",
                "outlier",
                false,
                List.of(new Plot.Curve(
                        "theory", Plot.Role.THEORY, new double[] {0, 0.1}, new double[] {1.0 / 3, Math.PI})));
        ComparisonResult comparison = ComparisonResult.of(
                "outlier",
                new ValueJudge(0.95)
                        .judge("v", new Sample(new double[] {0.1, 0.2, 0.7}), true, 0.3, NumericalError.NONE, 0.2),
                null,
                plot);
        ClaimResult claim = new ClaimResult(
                new ClaimDescription(
                        "my.claim",
                        "value",
                        "A title with \"quotes\" and c⋆",
                        new ClaimDescription.Source("", "1.2", "exact"),
                        "",
                        "the interval lies inside",
                        new ClaimDescription.Expected(Verdict.INCONCLUSIVE, "few seeds"),
                        new ClaimDescription.Prediction(
                                List.of(new ClaimDescription.Statement("v", "\\frac{1}{2}", "<mn>1</mn>", "1/2")),
                                Map.of("cstar", 0.1),
                                List.of("cstar in (0, 1)"),
                                List.of("v with 0.3, margin 0.2"))),
                new ClaimResult.Conclusion(comparison.verdict(), ""),
                new ClaimResult.Evidence(
                        List.of(new ClaimResult.Setup(
                                "", "x/y", 1, Map.of("gain", "0.1"), Map.of("gain", List.of(0.1)), 3)),
                        0.95,
                        List.of(comparison),
                        null));
        Provenance provenance = new Provenance(
                "1",
                "abc",
                1,
                "quick",
                "plain",
                Map.of(),
                "JVM",
                Map.of(),
                new Provenance.Run("then", "now", 1.5, "here", 2, 3, 4));
        return Results.of(provenance, List.of(claim));
    }

    @Test
    void whatIsWrittenIsReadAgainToTheLastBit() throws IOException {
        Path file = folder.resolve("results.json");
        ResultsFile.write(results(), file);
        assertThat(ResultsFile.read(file)).isEqualTo(results());
        assertThat(folder.resolve("results.json.tmp")).doesNotExist();
    }

    @Test
    void aStepIsReadAgainWithItsReasonAndGrade() throws IOException {
        ClaimDescription.Statement step = new ClaimDescription.Statement(
                "L", "L", "<mi>L</mi>", "L", "the loss", "integrate over t from 0 to ∞", "e -> L, Integrated");
        ComparisonResult.ObligationResult equal =
                new ComparisonResult.ObligationResult("both sides are equal", "proved", "the same");
        ComparisonResult checked = new ComparisonResult(
                "L", Verdict.PASS, "proved (the same)", "proved", List.of(equal), null, null, null);
        ClaimResult claim = results().claims().get(0);
        ClaimResult derivation = new ClaimResult(
                new ClaimDescription(
                        claim.id(),
                        "derivation",
                        claim.title(),
                        new ClaimDescription.Source("", "", "exact"),
                        "",
                        "",
                        null,
                        new ClaimDescription.Prediction(List.of(step), Map.of(), List.of(), List.of())),
                new ClaimResult.Conclusion(Verdict.PASS, ""),
                new ClaimResult.Evidence(List.of(), null, List.of(checked), null));
        Path file = folder.resolve("results.json");
        ResultsFile.write(Results.of(results().provenance(), List.of(derivation)), file);
        assertThat(ResultsFile.read(file).claims()).containsExactly(derivation);
        String written = Files.readString(file);
        Files.writeString(file, written.replaceFirst("\"grade\" : \"proved\"", "\"grade\" : \"sure\""));
        assertThatThrownBy(() -> ResultsFile.read(file)).hasMessageContaining("not a results.json (line");
        Files.writeString(file, written.replace("\"grade\" : \"proved\",\n", "\"grade\" : \"sure\",\n"));
        assertThatThrownBy(() -> ResultsFile.read(file)).hasMessageContaining("not a results.json (line");
    }

    @Test
    void statementsAndComparisonsWithoutStepsAreWrittenAsBefore() {
        assertThat(ResultsFile.text(results()))
                .doesNotContain("\"because\" : null", "\"says\"", "\"grade\"", "\"obligations\"", "\"exact\" :");
    }

    @Test
    void anExpectedDisagreementIsCountedApart() {
        assertThat(results().claims().get(0).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(results().summary()).isEqualTo(new Summary(0, 0, 0, 0, 1, 0, 1));
    }

    @Test
    void anotherSchemaAnUnknownKeyAndACutFileAreRefused() throws IOException {
        Path file = folder.resolve("results.json");
        String text = ResultsFile.text(results());
        Files.writeString(file, text.replace("results/1", "results/2"));
        assertThatThrownBy(() -> ResultsFile.read(file))
                .hasMessageContaining("results/2")
                .hasMessageContaining("accepted: results/1");
        Files.writeString(file, text.replace("\"title\"", "\"titel\""));
        assertThatThrownBy(() -> ResultsFile.read(file))
                .hasMessageContaining("not a results.json (line")
                .hasMessageContaining("title");
        Files.writeString(file, text.substring(0, text.length() / 2));
        assertThatThrownBy(() -> ResultsFile.read(file)).hasMessageContaining("not a results.json");
        Files.writeString(file, "null");
        assertThatThrownBy(() -> ResultsFile.read(file)).isInstanceOf(IOException.class);
    }
}
