package org.theoremeter.verify.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;
import org.theoremeter.verify.cli.Cli;
import org.theoremeter.verify.cli.Theoremeter;

/** What goes wrong with the machine is neither success nor a claim that failed. */
class ExitStatusTest {

    /** Does something else than writing. */
    private static Writer writer(Runnable instead) {
        return new Writer() {
            @Override
            public void write(char[] characters, int offset, int length) throws IOException {
                instead.run();
                throw new IOException("no space left on device");
            }

            @Override
            public void flush() {
                // nothing was written
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    private static Cli listed(Runnable instead) {
        StringWriter err = new StringWriter();
        int status =
                Theoremeter.run(new PrintWriter(writer(instead), true), new PrintWriter(err, true), "list", "kinds");
        return new Cli(status, "", err.toString());
    }

    @Test
    void outputThatIsLostIsNoSuccess() {
        Cli cli = listed(() -> {});
        assertThat(cli.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(cli.err()).contains("could not be written");
    }

    @Test
    void whatIsTooLargeOrTooDeepSaysSoInOneLine() {
        Cli large = listed(() -> {
            throw new OutOfMemoryError("Java heap space");
        });
        assertThat(large.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(large.err()).contains("too large for the memory").doesNotContain("    at ");
        Cli deep = listed(() -> {
            throw new StackOverflowError();
        });
        assertThat(deep.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(deep.err()).contains("nested too deeply").doesNotContain("    at ");
    }
}
