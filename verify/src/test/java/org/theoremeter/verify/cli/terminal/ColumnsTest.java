package org.theoremeter.verify.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void whatFitsStaysOnItsLine() {
        String formula = "x".repeat(96);
        assertThat(Columns.formula("  1 ", "    ", formula)).containsExactly("  1 " + formula);
        assertThat(Columns.words("  ", "    ", "a few words")).containsExactly("  a few words");
    }

    @Test
    void aFormulaIsBrokenBeforeTheLastSignOutsideOfBracketsThatFits() {
        String first = "F = " + "a".repeat(40) + " + (" + "b".repeat(20) + " + " + "c".repeat(20) + ")";
        assertThat(Columns.formula("", "    ", first + " − " + "d".repeat(20)))
                .containsExactly(first, "    − " + "d".repeat(20));
    }

    @Test
    void aFormulaWithoutASignOutsideIsBrokenInside() {
        String open = "(" + "a".repeat(60) + " + b·[" + "c".repeat(30);
        assertThat(Columns.formula("", "  ", open + " + d])·" + "e".repeat(20)))
                .containsExactly("(" + "a".repeat(60), "  + b·[" + "c".repeat(30) + " + d])·" + "e".repeat(20));
        assertThat(Columns.formula("", "  ", "x".repeat(120))).containsExactly("x".repeat(120));
    }

    @Test
    void aFirstTermThatDoesNotFitIsFollowedByABreak() {
        String term = "x".repeat(120);
        assertThat(Columns.formula("", "  ", term + " + 1")).containsExactly(term, "  + 1");
    }

    @Test
    void nothingIsLostAndNoLineIsLongerThan100() {
        String formula = IntStream.range(0, 60)
                .mapToObj(i -> "a" + i + "·(b − c" + i + ")")
                .collect(Collectors.joining(" + "));
        List<String> lines = Columns.formula("  1. ", "         ", formula);
        assertThat(lines).hasSizeGreaterThan(5).allMatch(line -> line.length() <= 100);
        assertThat(lines.stream().map(String::strip).collect(Collectors.joining(" ")))
                .isEqualTo("1. " + formula);
        List<String> words =
                Columns.words("  ", "      ", "some words ".repeat(40).strip());
        assertThat(words).hasSizeGreaterThan(3).allMatch(line -> line.length() <= 100);
        assertThat(words.stream().map(String::strip).collect(Collectors.joining(" ")))
                .isEqualTo("some words ".repeat(40).strip());
    }
}
