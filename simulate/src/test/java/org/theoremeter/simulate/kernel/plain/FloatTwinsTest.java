package org.theoremeter.simulate.kernel.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The classes in single precision are those in double precision with the type replaced, but for what is double in both: results
 * and parameters that interfaces name, and sums that are taken in double precision.
 */
class FloatTwinsTest {

    private static final Path SOURCES = Path.of("src/main/java/org/theoremeter/simulate/kernel/plain");

    /** What stays double. */
    private static final Pattern KEPT = Pattern.compile(
            "public double |double (alpha|sigma|factor|a|rate|momentum|decay|first|second|epsilon)(?=[,)])"
                    + "|double (total|exact)[0-9]*(?= )");

    private static final Pattern TOKEN = Pattern.compile("\\w+(\\.\\w+)*|\\S");

    @ParameterizedTest
    @ValueSource(strings = {"Products", "Cells", "Updates"})
    void isItsDoubleWithTheTypeReplaced(String name) throws IOException {
        Path doubles = SOURCES.resolve("Double" + name + ".java");
        Path floats = SOURCES.resolve("Float" + name + ".java");
        assertTwins(floats.toString(), inFloat(Files.readString(doubles)), Files.readString(floats));
    }

    @Test
    void tellsWhereTwinsDiffer() {
        String source = "class DoubleX {\n  double f(double alpha, double x) {\n    return x;\n  }\n}\n";
        String twin = "class FloatX {\n  float f(double alpha, float x) { return x; }\n}\n";
        assertThat(inFloat(source)).doesNotContain("DoubleX", "double x");
        assertTwins("X", inFloat(source), twin);
        assertThat(catchThrowable(() -> assertTwins("X", inFloat(source), twin.replace("return x", "return -x"))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("X:2")
                .hasMessageContaining("return - x")
                .hasMessageContaining("return x ;");
    }

    /** Replaces the type everywhere but where it is kept. */
    private static String inFloat(String source) {
        StringBuilder made = new StringBuilder();
        Matcher kept = KEPT.matcher(source);
        int from = 0;
        while (kept.find()) {
            made.append(replaced(source.substring(from, kept.start()))).append(kept.group());
            from = kept.end();
        }
        return made.append(replaced(source.substring(from))).toString();
    }

    private static String replaced(String source) {
        return source.replace("double precision", "single precision")
                .replaceAll("\\bdouble\\b", "float")
                .replace("Double", "Float");
    }

    private static void assertTwins(String file, String expected, String found) {
        List<String> wanted = tokens(expected);
        List<String> there = tokens(found);
        int same = 0;
        while (same < Math.min(wanted.size(), there.size()) && wanted.get(same).equals(there.get(same))) {
            same++;
        }
        if (same < Math.max(wanted.size(), there.size())) {
            throw new AssertionError(
                    file + ":" + line(found, same) + " is no longer its double with the type replaced: found '"
                            + around(there, same) + "', expected '" + around(wanted, same)
                            + "'. Change the class in double precision, then make this one of it again.");
        }
    }

    private static List<String> tokens(String source) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(source);
        while (token.find()) {
            tokens.add(token.group());
        }
        return tokens;
    }

    private static int line(String source, int index) {
        Matcher token = TOKEN.matcher(source);
        for (int i = 0; i <= index && token.find(); i++) {
            if (i == index) {
                return (int) source.substring(0, token.start()).lines().count();
            }
        }
        return (int) source.lines().count();
    }

    private static String around(List<String> tokens, int index) {
        return String.join(" ", tokens.subList(Math.max(0, index - 6), Math.min(tokens.size(), index + 6)));
    }
}
