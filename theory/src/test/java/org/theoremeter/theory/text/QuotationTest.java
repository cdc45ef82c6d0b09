package org.theoremeter.theory.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationTest {

    @ParameterizedTest
    @CsvSource({
        "1b, \\u001b",
        "0, \\u0000",
        "9b, \\u009b",
        "85, \\u0085",
        "202e, \\u202e",
        "2066, \\u2066",
        "2028, \\u2028",
        "d800, \\ud800",
        "ffff, \\uffff",
        "feff, \\ufeff",
        "9, \\t",
        "a, \\n",
        "d, \\r"
    })
    void whatATerminalWouldObeyIsEscaped(String code, String escape) {
        String text = "a" + (char) Integer.parseInt(code, 16) + "b";
        assertThat(Quotation.of(text)).isEqualTo("'a" + escape + "b'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gain", "αβγ", "é", "\uD83D\uDE00", "⋆ ≤ ∞", ""})
    void whatIsOnlySeenStays(String text) {
        assertThat(Quotation.of(text)).isEqualTo("'" + text + "'");
    }

    @Test
    void eightyCharactersStayAndOneMoreIsCut() {
        String fits = "x".repeat(80);
        assertThat(Quotation.of(fits)).isEqualTo("'" + fits + "'");
        assertThat(Quotation.of(fits + "x")).isEqualTo("'" + "x".repeat(79) + "…'");
    }

    @Test
    void noEscapeIsCutInTwo() {
        String shown = Quotation.of("\u001b".repeat(100_000));
        assertThat(shown).matches("'(\\\\u001b)+…'").hasSizeLessThanOrEqualTo(82);
        assertThat(Quotation.of("\uD83D\uDE00".repeat(50)).codePoints())
                .noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    @Test
    void ofManyNamesTheFirstAreListedAndTheRestCounted() {
        List<String> names =
                IntStream.range(0, 100_000).mapToObj(i -> "name" + i).toList();
        assertThat(Nearest.hint("zzz", names))
                .startsWith("accepted: name0, name1, ")
                .matches(".* and 999\\d\\d more")
                .hasSizeLessThan(300);
        assertThat(Nearest.hint("x".repeat(100_000), Collections.nCopies(100, "y".repeat(100_000))))
                .hasSizeLessThan(300);
    }
}
