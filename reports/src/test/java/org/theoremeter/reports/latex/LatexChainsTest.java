package org.theoremeter.reports.latex;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.reports.Samples;
import org.theoremeter.reports.document.Badge;
import org.theoremeter.reports.document.Block;
import org.theoremeter.reports.document.Chain;
import org.theoremeter.reports.document.Document;
import org.theoremeter.reports.document.Section;
import org.theoremeter.reports.document.Tone;

class LatexChainsTest {

    private static final Badge PROVED = new Badge("PROVED", Tone.GOOD);

    @TempDir
    Path folder;

    static List<Document> documents() {
        return List.of(Samples.report(), Samples.nasty(), document(wide()));
    }

    @Test
    void writesAlignedFormulasForInput() {
        assertThat(LatexChains.render(document(Samples.derivation()))).contains("""
                % needs \\usepackage{amsmath}

                % a.chain-1
                \\paragraph{Rates,{} 95 \\%}\\hfil\\penalty100\\hfilneg (a.\\allowbreak chain-\\allowbreak {}1):
                \\begingroup\\allowdisplaybreaks\\sloppy
                \\setlength{\\abovedisplayskip}{.5\\abovedisplayskip}
                \\setlength{\\belowdisplayskip}{.5\\belowdisplayskip}
                \\begin{align*}
                  H &:= \\frac{1}{4 \\, c_{\\star}^{3}} \\quad \\text{(the curvature at the optimum)} \\\\
                  v &:= -L' \\\\
                  \\intertext{1. one step of descent: series in c at c\\ensuremath{\\star} to order 1 (proved)}
                  % agrees at 72 points to 0
                  \\mathrm{map} &= 1 - \\eta \\, H \\\\
                  \\intertext{2. solve for \\ensuremath{\\eta} (refuted at c\\ensuremath{\\star} = 1: 4 is not 8)}
                  % refuted at c⋆ = 1: 4 is not 8
                  \\mathrm{map} &= -1 \\iff \\eta = 8 \\, c_{\\star}^{3} \\\\
                  \\intertext{3. cited: theory 1.5}
                  s &= 1 - 2 \\, \\kappa
                \\end{align*}
                \\endgroup
                """);
    }

    @Test
    void theReasonOfAFirstStepStandsBeforeTheFormulas() {
        Chain chain = new Chain(List.of(step("a = b", "algebra")));

        assertThat(LatexChains.render(document(chain)).orElseThrow())
                .contains("{.5\\belowdisplayskip}\n1. algebra (proved)\n\\begin{align*}\n  a &= b\n\\end{align*}");
    }

    @Test
    void whatADefinitionMeansStandsAboveItWhereItIsTooLong() {
        Chain chain = new Chain(List.of(
                step("a = b", "algebra"),
                new Chain.Definition(new Block.Formula("f := a", "", "f := a"), "so ".repeat(40) + "long")));

        assertThat(LatexChains.render(document(chain)).orElseThrow())
                .contains("\\intertext{so so")
                .contains("  f &:= a\n")
                .doesNotContain("\\text{");
    }

    @Test
    void sectionsWithoutChainsAreLeftOut() {
        Section none = new Section("none", "title", "", PROVED, List.of(new Block.Paragraph("text")));
        Document document = new Document("title", "", List.of(), List.of(none), List.of(), List.of());

        assertThat(LatexChains.render(document)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void bracesEnvironmentsAndBracketsAreBalanced(Document document) {
        String tex = LatexChains.render(document).orElseThrow();
        String seen = Pattern.compile("(?<!\\\\)%.*").matcher(tex).replaceAll("");
        int depth = 0;
        Deque<String> open = new ArrayDeque<>();
        Matcher token = Pattern.compile(
                        "\\\\(begin|end)\\{(\\w+\\*?)}|\\\\(left|right)(?![a-z])|\\\\(begingroup|endgroup)|\\\\.|[{}]")
                .matcher(seen);
        while (token.find()) {
            switch (token.group()) {
                case "{" -> depth++;
                case "}" ->
                    assertThat(--depth).as(seen.substring(0, token.end())).isNotNegative();
                case "\\left", "\\begingroup" -> open.push(token.group());
                case "\\right" -> assertThat(open.pop()).isEqualTo("\\left");
                case "\\endgroup" -> assertThat(open.pop()).isEqualTo("\\begingroup");
                default -> {
                    if ("begin".equals(token.group(1))) {
                        open.push(token.group(2));
                    } else if ("end".equals(token.group(1))) {
                        assertThat(open.pop()).isEqualTo(token.group(2));
                    }
                }
            }
        }
        assertThat(depth).isZero();
        assertThat(open).isEmpty();
        assertThat(seen).doesNotContain("\n\n\\begin", "\n\n  ");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void pdflatexSetsThem(Document document) throws Exception {
        String log = Pdflatex.log(folder, LatexChains.render(document).orElseThrow(), "amsmath");

        assertThat(log).doesNotContain("Missing character").contains("article.pdf");
    }

    @Test
    void wideFormulasStayOnThePage() throws Exception {
        String log = Pdflatex.log(folder, LatexChains.render(document(wide())).orElseThrow(), "amsmath");

        assertThat(log).doesNotContain("Overfull");
    }

    /** Formulas that are wide in all the ways that can be broken: sums, sums in brackets, long left sides, long words. */
    private static Chain wide() {
        String term = "\\frac{112 \\, c_{\\star}^{2} \\, \\left(c + c_{\\star}\\right)}{27}";
        String sum = term + (" + d_{\\mathrm{long}, \\mathrm{name}} \\, e^{-a \\, b \\, c} - " + term).repeat(6);
        List<Chain.Line> lines = new ArrayList<>();
        for (String tex : List.of(
                "S := " + sum,
                "S = " + sum + " = \\int_{0}^{\\infty} \\left(" + sum + "\\right) \\, \\mathrm{d}t = 1",
                sum + " = 1 \\iff x = " + sum,
                "P = \\left(" + sum + "\\right) \\, \\left(" + sum + "\\right)^{2}",
                "Q = \\left. " + sum + " \\right|_{a = 1} - \\frac{1}{2} \\, \\left(" + sum + "\\right)",
                "\\mathrm{matrix} = \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}")) {
            lines.add(step(tex, "because of reason ".repeat(12) + "integrator.a-long-name-without-a-place-to-break"));
        }
        return new Chain(lines);
    }

    private static Chain.Step step(String tex, String reason) {
        return new Chain.Step(new Block.Formula(tex, "", "text"), "", reason, PROVED, "");
    }

    private static Document document(Chain chain) {
        Section section = new Section("a.chain-1", "Rates, 95 %", "", PROVED, List.of(chain));
        return new Document("title", "", List.of(), List.of(section), List.of(), List.of());
    }
}
