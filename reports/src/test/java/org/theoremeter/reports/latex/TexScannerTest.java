package org.theoremeter.reports.latex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.reports.latex.TexAtom.Kind;

class TexScannerTest {

    @Test
    void takesAFormulaApart() {
        assertThat(TexScanner.atoms("L_{1} = \\left(a - b\\right)^{2} + \\frac{1}{2} \\, -x"))
                .extracting(TexAtom::kind, atom -> atom.tex().strip())
                .containsExactly(
                        tuple(Kind.OTHER, "L_{1}"),
                        tuple(Kind.RELATION, "="),
                        tuple(Kind.BRACKETS, "\\left(a - b\\right)^{2}"),
                        tuple(Kind.SIGN, "+"),
                        tuple(Kind.OTHER, "\\frac{1}{2}"),
                        tuple(Kind.OTHER, "\\,"),
                        tuple(Kind.SIGN, "-"),
                        tuple(Kind.OTHER, "x"));
    }

    @Test
    void aSignBeforeTheFirstTermOrAfterARelationIsNoPlaceToBreak() {
        assertThat(TexScanner.atoms("-a := -b \\iff -c = +d")).noneMatch(atom -> atom.kind() == Kind.SIGN);
    }

    @Test
    void bracketsKnowTheirContent() {
        TexAtom brackets =
                TexScanner.atoms("\\left. a \\left(b\\right) \\right|_{c = 1}").get(0);

        assertThat(brackets.open()).isEqualTo("\\left. ");
        assertThat(brackets.content()).isEqualTo("a \\left(b\\right) ");
        assertThat(brackets.close()).isEqualTo("\\right|_{c = 1}");
    }

    /** The reference widths are those that pdfTeX measured with {@code \wd}, in display style of Computer Modern at 10 points. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "15.28 | L = \\int_{0}^{\\infty} e \\, \\mathrm{d}t = \\frac{1}{4 \\, c} - \\frac{1}{c + c_{\\star}} + \\frac{1}{4 \\, c_{\\star}}",
                "18.85 | \\frac{-4 \\, c^{2}}{3} - \\frac{32 \\, c_{\\star} \\, c}{9} - \\frac{112 \\, c_{\\star}^{2}}{27} - \\frac{4 \\, c_{\\star}^{3}}{c - c_{\\star}} + \\frac{\\frac{4 \\, c_{\\star}^{3}}{81}}{c + \\frac{c_{\\star}}{3}}",
                "24.26 | \\mathrm{map} = \\left. \\frac{c + \\eta \\, v}{c_{\\star}} \\right\\Vert_{c = z \\, c_{\\star}, \\, \\eta = x \\, c_{\\star}^{3}} = z + x \\, \\left(\\frac{1}{4 \\, z^{2}} - \\frac{1}{\\left(z + 1\\right)^{2}}\\right)",
                "6.83 | \\begin{pmatrix} a & b + c \\, e^{-a} \\\\ 1 & \\sqrt{a + b} \\end{pmatrix}",
                "9.80 | \\tau_{\\mathrm{limit}} = \\lim_{c_{\\star} \\to 0} \\left(F_{z} - F_{1}\\right)",
                "13.16 | \\mathrm{overshoot} = -1 \\iff \\eta = 8 \\, c_{\\star}^{3}",
                "11.58 | \\operatorname{tr}\\left(A^{\\top}\\right) + \\tanh\\left(a \\, b\\right) - 12.5",
                "8.79 | \\nabla_{a, b} \\left(a \\, \\Gamma - \\sum_{k=0}^{\\infty} q^{k}\\right)"
            })
    void estimatesWidths(double measured, String tex) {
        // what is known of no letter is its shape; lines are broken with more to spare than this
        assertThat(TexScanner.width(tex)).isCloseTo(measured, within(0.2 * measured));
    }

    @Test
    void theWidestRowCountsInAMatrixAndTheWiderPartInAFraction() {
        String row = "a & b + c + d";

        assertThat(TexScanner.width("\\begin{pmatrix} " + row + " \\\\ 1 & 2 \\end{pmatrix}"))
                .isEqualTo(TexScanner.width("\\begin{pmatrix} " + row + " \\end{pmatrix}"));
        assertThat(TexScanner.width("\\frac{a + b}{c}")).isEqualTo(TexScanner.width("\\frac{c}{a + b}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "  -2.5 \\cdot 10^{-3} \\, c_{\\star}",
                "a^{b^{c}}_{d} := {e}",
                "\\left\\{ a \\right. + \\left. b \\right\\}",
                "\\begin{cases} a & b > 1 \\\\ \\left(c\\right) & \\text{otherwise} \\end{cases} = 1",
                "unbalanced \\left( a",
                "unbalanced \\frac{a}{b",
                "\\begin{pmatrix} a",
                "}} \\right) ^",
                "\\"
            })
    void losesNothingAndEndsWhateverItReads(String tex) {
        List<TexAtom> atoms = TexScanner.atoms(tex);

        assertThat(TexAtom.tex(atoms)).isEqualTo(tex.strip());
        assertThat(TexAtom.width(atoms)).isBetween(0.0, 2.0 * tex.length());
    }
}
