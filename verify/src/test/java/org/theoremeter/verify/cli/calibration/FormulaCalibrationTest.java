package org.theoremeter.verify.cli.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremeter.verify.cli.Cli;

/** {@code calibrate --formulas}: what it prints, what it writes, and what it refuses. */
class FormulaCalibrationTest {

    @TempDir
    private Path folder;

    private Cli calibrate(Object... arguments) {
        return Cli.run("calibrate", "--formulas", "--time", "0.1", "--out", folder, arguments);
    }

    @Test
    void tablesSayWhatCameOutAndSurvivorsCanBeVerifiedAgain() throws IOException {
        Cli cli = calibrate("--count", "6", "--kind", "extra-root", "near-constant");
        assertThat(cli.err()).isEmpty();
        assertThat(cli.out()).contains("extra-root", "near-constant", "if enclosed", "true statements");
        List<String> rates = Files.readAllLines(folder.resolve("formulas.csv"));
        // of either kind three rates of the false and five of the true
        assertThat(rates).hasSize(1 + 2 * (3 + 5));
        List<String> survivors = Files.readAllLines(folder.resolve("survivors.csv"));
        assertThat(survivors.get(0)).startsWith("claim,what");
        for (Path file : claims()) {
            assertThat(Cli.run("check", file).status()).as(file.toString()).isEqualTo(0);
        }
        assertThat(claims()).hasSize(survivors.size() - 1);
        assertThat(cli.status()).isEqualTo(survivors.size() > 1 ? 1 : 0);
    }

    private List<Path> claims() throws IOException {
        if (!Files.exists(folder.resolve("survivors"))) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(folder.resolve("survivors"))) {
            return tree.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        assertThat(calibrate("--kind", "bumps").err()).contains("--kind: found 'bumps', accepted: bump, sliver");
        assertThat(calibrate("--count", "0").err()).contains("--count: found 0, accepted: from 1");
        assertThat(calibrate("--time", "0").status()).isEqualTo(2);
        assertThat(calibrate("--jobs", "0").err()).contains("--jobs: found 0");
        assertThat(calibrate("--require", "cited").err()).contains("accepted: proved, enclosed or agreed");
        assertThat(Cli.run("calibrate", "--count", "3").err()).contains("--formulas");
    }
}
