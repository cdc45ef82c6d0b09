package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremeter.verify.cli.terminal.ExitStatus;

/** Exponents that also say how straight their lines must be. */
class StraightnessTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void anExponent() {
        file = folder.resolve("my.yaml");
        assertThat(Cli.run("new", "exponent", file).status()).isZero();
    }

    private Cli verify(String rSquared) throws IOException {
        TextFile.replace(file, "margin: 0.1,", "margin: 0.1, r-squared: " + rSquared + ",");
        return Cli.run("verify", file, "--out", folder.resolve("report"), "--store", folder.resolve("store"));
    }

    @Test
    void aLineThatIsStraightEnoughPasses() throws IOException {
        Cli cli = verify("0.999");
        assertThat(cli.status()).as(cli.toString()).isZero();
        assertThat(Cli.run("explain", file).out().replaceAll("\\s+", " "))
                .contains("margin 0.1, R² of every seed at least 0.999", "on lines of an R² of at least 0.999");
    }

    @Test
    void oneThatBendsAsItsFormulaDoesIsNotStraightToNineNines() throws IOException {
        Cli cli = verify("0.999999999");
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(cli.out()).containsPattern("least R² 0\\.9[0-9]*; asked for at least 0\\.999999999");
    }

    @Test
    void whatIsNoLeastRSquaredIsRefused() throws IOException {
        for (String wrong : new String[] {"1", "0", "-0.5", "1.5", "straight"}) {
            Files.delete(file);
            anExponent();
            Cli cli = verify(wrong);
            assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.BAD_INPUT);
            assertThat(cli.err())
                    .containsPattern("my.yaml:23:[0-9]+: found .*accepted: ")
                    .hasLineCount(1);
        }
    }
}
