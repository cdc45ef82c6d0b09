package org.theoremeter.theory.symbolic.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.theory.symbolic.Expression;

class FormulaExceptionTest {
    private static FormulaException failure(String text) {
        return catchThrowableOfType(FormulaException.class, () -> Expression.parse(text));
    }

    @Test
    void saysWhereWhatWasFoundAndWhatIsAccepted() {
        FormulaException failure = failure("sin(x, )");
        assertThat(failure).hasMessage("column 8: found ')', accepted: a number, a name, '-' or '('");
        assertThat(failure.formula()).isEqualTo("sin(x, )");
        assertThat(failure.column()).isEqualTo(8);
        assertThat(failure.found()).isEqualTo("')'");
        assertThat(failure.accepted()).isEqualTo("a number, a name, '-' or '('");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\" | 1 | the end | a number",
                "1 + | 4 | the end | a number",
                "1 + * 2 | 5 | '*' | a number",
                "2x | 2 | 'x' | written with *",
                "x y | 3 | 'y' | written with *",
                "(a)(b) | 4 | '(' | written with *",
                "3.2.1 | 4 | '.1' | written with *",
                "(1 + 2 | 1 | '(' that is never closed | ')'",
                "1 + (2*[3 | 8 | '[' that is never closed | ']'",
                "sin[x | 4 | '[' that is never closed | ']'",
                "sin[x) | 6 | ')' | ']'",
                "sin(x)) | 7 | that nothing opens | an operator",
                "[x] | 1 | '[' | '('",
                "sine(x) | 1 | 'sine' | 'sin'",
                "Tahn(x) | 1 | 'Tahn' | 'tan'",
                "sqr(x) | 1 | 'sqr' | 'sqrt'",
                "c(1 + 2) | 1 | 'c' | c*(…)",
                "sin + 1 | 1 | 'sin' without | 'sin(…)'",
                "sin(x, y) | 1 | 2 arguments | 1 argument",
                "max(x) | 1 | 1 argument | 2 arguments",
                "a < b | 3 | '<' | piecewise",
                "a = b | 3 | '=' | piecewise",
                "min(a < b, 2) | 7 | '<' | piecewise",
                "piecewise(1, 2, 3) | 11 | no comparison | a condition",
                "piecewise(a < b, 2) | 1 | 2 arguments | odd",
                "1e999 | 1 | '1e999' | double precision",
                "x + 1e-999 | 5 | '1e-999' | double precision",
                "1e99999999999 | 1 | '1e99999999999' | double precision",
                "2*inf | 3 | 'inf' | finite",
                "x² | 2 | '²' | an operator",
                "a + # | 5 | '#' | a number",
                "𝜏*𝜏 𝜏 | 5 | '𝜏' | an operator",
                "import java | 8 | 'java' | an operator",
            })
    void pointsAtTheFirstOffendingCharacter(String text, int column, String found, String accepted) {
        FormulaException failure = failure(text);
        assertThat(failure).isNotNull();
        assertThat(failure.column()).isEqualTo(column);
        assertThat(failure.found()).contains(found);
        assertThat(failure.accepted()).contains(accepted);
    }

    static Stream<Arguments> tooMuch() {
        return Stream.of(
                Arguments.of("(".repeat(5000), 202),
                Arguments.of("sin(".repeat(2400), 805),
                Arguments.of("-".repeat(9999) + "x", 402),
                Arguments.of("1" + "+1".repeat(4900), 2 * 200),
                Arguments.of("1" + "*1".repeat(200), 2 * 200),
                Arguments.of("2" + "^2".repeat(4900), 803),
                Arguments.of("x" + "^-x".repeat(3000), 603),
                Arguments.of("piecewise(x<".repeat(800), 2411),
                Arguments.of("1".repeat(10_001), 10_001));
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void refusesWhatIsTooLongOrTooDeep(String text, int column) {
        FormulaException failure = failure(text);
        assertThat(failure).isNotNull();
        assertThat(failure.accepted()).contains("at most");
        assertThat(failure.column()).isEqualTo(column);
    }

    @Test
    void readsWhatIsJustNotTooLongOrTooDeep() {
        List<String> deepest = List.of(
                "1" + "+1".repeat(199),
                "2" + "^2".repeat(199),
                "-".repeat(199) + "x",
                "sin(".repeat(199) + "x" + ")".repeat(199),
                "(".repeat(200) + "x" + ")".repeat(200),
                "1".repeat(300) + " ".repeat(9700));
        assertThat(deepest)
                .allSatisfy(text -> assertThat(Expression.parse(text)).isNotNull());
    }

    @Test
    void neverFailsInAnyOtherWay() {
        String alphabet = "x1.e+-*/^()[],<=>√²⋆ \n\"'$\\{}sinpiecewise";
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            IntStream.range(0, 1 + random.nextInt(12))
                    .forEach(i -> text.append(alphabet.charAt(random.nextInt(alphabet.length()))));
            try {
                Expression.parse(text.toString());
            } catch (FormulaException expected) {
                assertThat(expected.column()).isBetween(1, text.length() + 1);
            }
        }
    }
}
