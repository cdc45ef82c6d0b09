package org.theoremeter.reports.latex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatexTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '\t',
            quoteCharacter = '`',
            value = {
                "plain words 12	plain words 12",
                "\\input{x}	\\textbackslash{}input\\{x\\}",
                "50% & $5_a^b #1 ~	50\\% \\& \\$5\\_a\\textasciicircum{}b \\#1 \\textasciitilde{}",
                "η_c = 8c⋆³	\\ensuremath{\\eta}\\_c = 8c\\ensuremath{\\star}\\ensuremath{{}^{3}}",
                "±1 − x²	\\ensuremath{\\pm}1 \\ensuremath{-} x\\ensuremath{{}^{2}}",
                "Dominé	Domin\\'{e}",
                "Dominé	Domin\\'{e}",
                "Gauß, Øre	Gau\\ss{},{} \\O{}re",
                "ấ	\\'{\\^{a}}",
                "ά	\\'{\\ensuremath{\\alpha}}",
                "≠	\\ensuremath{\\neq}",
                "[a]*	{[}a]{*}",
                "😀 漢	(U+1F600) (U+6F22)"
            })
    void escapes(String text, String latex) {
        assertThat(LatexText.escape(text)).isEqualTo(latex);
    }

    @Test
    void whatCannotBeShownIsAQuestionMark() {
        assertThat(LatexText.escape("a\u0000\uD800")).isEqualTo("a?{}?{}");
    }

    @Test
    void breaksNoLine() {
        assertThat(LatexText.escape("one\n\n%two\r\nthree")).isEqualTo("one \\%two three");
    }
}
