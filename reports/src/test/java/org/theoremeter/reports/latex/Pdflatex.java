package org.theoremeter.reports.latex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Sets what was written, where pdflatex is installed. */
final class Pdflatex {

    private Pdflatex() {}

    /**
     * Sets an article around some text and returns what pdflatex printed; an error fails the test, and a missing program or package
     * skips it.
     */
    static String log(Path folder, String text, String... packages) throws IOException, InterruptedException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "pdflatex"))),
                "pdflatex is not installed");
        Files.writeString(folder.resolve("text.tex"), text);
        StringBuilder article = new StringBuilder("\\documentclass{article}\n");
        for (String each : packages) {
            article.append("\\usepackage{").append(each).append("}\n");
        }
        Files.writeString(
                folder.resolve("article.tex"), article.append("\\begin{document}\n\\input{text}\n\\end{document}\n"));
        Process process = new ProcessBuilder(
                        "pdflatex", "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "article")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        process.getOutputStream().close();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String log = Files.readString(folder.resolve("output"));
        for (String each : packages) {
            assumeTrue(!log.contains(each + ".sty' not found"), each + " is not installed");
        }
        assertThat(process.exitValue()).as(log).isZero();
        return log;
    }
}
