package org.theoremeter.verify.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void what_fits_stays_on_its_line() {
        String formula = "x".repeat(96);
        assertThat(Columns.formula("  1 ", "    ", formula)).containsExactly("  1 " + formula);
        assertThat(Columns.words("  ", "    ", "a few words")).containsExactly("  a few words");
    }

    @Test
    void a_formula_is_broken_before_the_last_sign_outside_of_brackets_that_fits() {
        String first = "F = " + "a".repeat(40) + " + (" + "b".repeat(20) + " + " + "c".repeat(20) + ")";
        assertThat(Columns.formula("", "    ", first + " − " + "d".repeat(20)))
                .containsExactly(first, "    − " + "d".repeat(20));
    }

    @Test
    void a_formula_without_a_sign_outside_is_broken_inside() {
        String open = "(" + "a".repeat(60) + " + b·[" + "c".repeat(30);
        assertThat(Columns.formula("", "  ", open + " + d])·" + "e".repeat(20)))
                .containsExactly("(" + "a".repeat(60), "  + b·[" + "c".repeat(30) + " + d])·" + "e".repeat(20));
        assertThat(Columns.formula("", "  ", "x".repeat(120))).containsExactly("x".repeat(120));
    }

    @Test
    void a_first_term_that_does_not_fit_is_followed_by_a_break() {
        String term = "x".repeat(120);
        assertThat(Columns.formula("", "  ", term + " + 1")).containsExactly(term, "  + 1");
    }

    @Test
    void nothing_is_lost_and_no_line_is_longer_than_100() {
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
