package org.theoremeter.theory.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.theory.symbolic.Expression;

/** A paper is set by pdflatex, which knows commands and ASCII. */
class TexLettersTest {

    @ParameterizedTest
    @CsvSource({
        "αβγ, \\mathrm{\\alpha\\beta\\gamma}",
        "ħ, \\hbar",
        "ħ1, \\hbar_{1}",
        "ℓ, \\ell",
        "é, \\acute{e}",
        "αx, \\mathrm{\\alpha x}",
        "Α, \\mathrm{A}",
        "x_ħ, x_{\\hbar}",
        "ϑ, \\vartheta",
        "rate, \\mathrm{rate}"
    })
    void letters_beyond_ascii_become_commands(String name, String tex) {
        assertThat(Expression.symbol(name).toTex()).isEqualTo(tex);
    }

    @Test
    void a_letter_with_an_accent_of_its_own_mark_is_one() {
        assertThat(Expression.symbol("x\u0304").toTex()).isEqualTo("\\bar{x}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"И", "字", "ص", "xИ", "ð", "x٣"})
    void others_are_not_covered(String name) {
        assertThat(TexLetters.cover(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cstar", "αβγ", "ħ", "w_11", "Ωmax", "é", "x⋆"})
    void what_is_covered_is_ascii(String name) {
        assertThat(TexLetters.cover(name)).isTrue();
        assertThat(Expression.symbol(name).toTex()).matches("\\p{ASCII}+");
    }
}
