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
import org.theoremeter.verify.judge.Verdict;

class ResultsLinesTest {

    private static final Provenance PROVENANCE = new Provenance(
            "1",
            "abc",
            1,
            "quick",
            "plain",
            Map.of(),
            "JVM",
            Map.of(),
            new Provenance.Run("then", "", 1.5, "here", 2, 3, 4));

    @TempDir
    Path folder;

    private static ClaimResult claim(String id, Verdict verdict) {
        return new ClaimResult(
                new ClaimDescription(
                        id,
                        "identity",
                        "A title",
                        new ClaimDescription.Source("", "", "exact"),
                        "",
                        "",
                        null,
                        new ClaimDescription.Prediction(List.of(), Map.of(), List.of(), List.of())),
                new ClaimResult.Conclusion(verdict, ""),
                new ClaimResult.Evidence(List.of(), null, List.of(), null));
    }

    private Path written() throws IOException {
        Path file = folder.resolve("results.jsonl");
        try (ResultsLines lines = ResultsLines.begin(file, PROVENANCE)) {
            lines.add(1, claim("b", Verdict.PASS));
            lines.add(0, claim("a", Verdict.PASS));
            lines.add(1, claim("b", Verdict.FAIL));
        }
        return file;
    }

    @Test
    void verdictsAreReadInTheOrderOfTheClaimsAndTheLastOfEachHolds() throws IOException {
        assertThat(ResultsFile.read(written()))
                .isEqualTo(Results.of(PROVENANCE, List.of(claim("a", Verdict.PASS), claim("b", Verdict.FAIL))));
    }

    @Test
    void aLastLineThatIsCutIsLeftOut() throws IOException {
        Path file = written();
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 10));
        assertThat(ResultsFile.read(file).claims()).containsExactly(claim("a", Verdict.PASS), claim("b", Verdict.PASS));
        Files.writeString(file, text.substring(0, 20));
        assertThatThrownBy(() -> ResultsFile.read(file)).hasMessageContaining("found no whole line");
    }

    @Test
    void aLineOfSomethingElseIsRefusedByItsNumber() throws IOException {
        Path file = written();
        Files.writeString(file, Files.readString(file).replaceFirst("\"verdict\":\"fail\"", "\"verdict\":\"sure\""));
        assertThatThrownBy(() -> ResultsFile.read(file))
                .hasMessageContaining("line 4: not a results.jsonl")
                .hasMessageContaining("found 'sure' at claim.verdict");
        Files.writeString(file, Files.readString(file).replace("\"index\":1", "\"index\":-1"));
        assertThatThrownBy(() -> ResultsFile.read(file)).hasMessageContaining("found -1 at index");
    }
}
