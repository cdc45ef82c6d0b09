package org.theoremeter.reports.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TexTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "\\mathrm{rate\\ 2} = \\frac{1}{4 \\, c_{\\star}^{2}}",
                "\\left. \\frac{d}{d \\tau} L \\right|_{\\mathrm{flow}} := -\\left|\\nabla L\\right|^{2}",
                "\\begin{cases} 1 & x \\ge 0 \\\\ \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix} & \\text{otherwise}"
                        + " \\end{cases}",
                "\\arcsin\\left(\\xi, И, ħ\\right)"
            })
    void aFormulaIsAccepted(String formula) {
        assertThat(Tex.refused(formula)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "x\\input{/etc/passwd}, \\input",
                "\\write18{rm}, \\write",
                "\\def\\x{}, \\def",
                "\\href{javascript:x}{y}, \\href",
                "\\inputx, \\inputx",
                "\\csname input\\endcsname, \\csname",
                "x^^5cinput{y}, ^",
                "x $ y, $",
                "x % y, %",
                "x `` y, `",
                "#1, #",
                "a & b, &",
                "a \\\\ b, \\\\",
                "\\begin{align} a \\end{align}, \\begin{align}",
                "\\begin{document}, \\begin{document}",
                "\\begin, \\begin",
                "\\begin{cases} x, cases",
                "\\begin{cases} { \\end{cases}, \\end{cases}",
                "x }, }",
                "{ x, {",
                "\\@, \\@",
                "x\\, \\"
            })
    void whatIsNotInTheListIsNamed(String formula, String refused) {
        assertThat(Tex.refused(formula)).contains(refused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\ny", "x\u001b[31m", "x\u2028y", "x\u202ey", "x\u0000"})
    void whatIsNotSeenIsRefused(String formula) {
        assertThat(Tex.refused(formula)).isPresent();
    }
}
