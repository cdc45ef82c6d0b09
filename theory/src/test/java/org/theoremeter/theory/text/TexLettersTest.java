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
    void lettersBeyondAsciiBecomeCommands(String name, String tex) {
        assertThat(Expression.symbol(name).toTex()).isEqualTo(tex);
    }

    @Test
    void aLetterWithAnAccentOfItsOwnMarkIsOne() {
        assertThat(Expression.symbol("x\u0304").toTex()).isEqualTo("\\bar{x}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"И", "字", "ص", "xИ", "ð", "x٣"})
    void othersAreNotCovered(String name) {
        assertThat(TexLetters.cover(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cstar", "αβγ", "ħ", "w_11", "Ωmax", "é", "x⋆"})
    void whatIsCoveredIsAscii(String name) {
        assertThat(TexLetters.cover(name)).isTrue();
        assertThat(Expression.symbol(name).toTex()).matches("\\p{ASCII}+");
    }
}
