package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.verify.cli.terminal.ExitStatus;

class CriticalCommandTest {
    private static final String ONE_MODE = """
            critical: 1
            title: The loss of one mode
            loss: "(a^2/(2*c) - 2*a/(c + cstar) + 1/(2*cstar))/2"
            train: [c]
            given:
              a: {value: 1}
              c: {domain: "(0, 1]"}
              cstar: {domain: "(0, 1)"}
            """;

    @TempDir
    Path folder;

    private Cli critical(String text, Object... options) throws IOException {
        Path file = folder.resolve("loss.yaml");
        Files.writeString(file, text);
        return Cli.run("critical", file, options);
    }

    /** Theory 1.2 and 1.4, from the formula alone. */
    @Test
    void givesTheCriticalRateOfTheIntegratorWithItsTex() throws IOException {
        Cli cli = critical(ONE_MODE);
        assertThat(cli.status()).as(cli.toString()).isZero();
        assertThat(cli.err()).isEmpty();
        assertThat(cli.out())
                .startsWith("The loss of one mode\n")
                .contains("  dc/dτ = 1/(4·c²) − 1/(c + c⋆)²   [proved]\n")
                .contains("  c = c⋆   [gradient 0: proved]\n")
                .contains("  ∂²L/∂c² = 1/(4·c⋆³)   [proved]\n")
                .contains("  η_c = 8·c⋆³   [proved]\n      \\eta_{c} = 8 \\, c_{\\star}^{3}\n")
                .contains("  d ln η_c/d ln c⋆ = 3   [proved]\n")
                .contains("Checked by gradient descent")
                .containsPattern("c⋆ = 0\\.25, η_c = 0\\.125: .* factor of 0\\.01687 at 0\\.98 .* 50\\.5\\d at 1\\.02");
    }

    @Test
    void printsTexAloneForAPaper() throws IOException {
        Cli cli = critical(ONE_MODE, "--tex");
        assertThat(cli.status()).isZero();
        assertThat(cli.out())
                .startsWith("% The loss of one mode\n\\begin{align}\n")
                .contains("  \\eta_{c} &= 8 \\, c_{\\star}^{3} \\\\ % proved\n")
                .contains("\\frac{\\partial^{2} L}{\\partial c^{2}} &= \\frac{1}{4 \\, c_{\\star}^{3}} \\\\ % proved\n")
                .endsWith(" &= 3 % proved\n\\end{align}\n")
                .isASCII();
        assertThat(cli.out().lines().filter(line -> line.contains("&=")))
                .allMatch(line -> line.indexOf('&') == line.lastIndexOf('&'));
    }

    @Test
    void theTemplateWorksAsItStands() {
        Path file = folder.resolve("new.yaml");
        Cli written = Cli.run("new", "critical", file);
        assertThat(written.status()).isZero();
        assertThat(written.out()).contains("next: theoremeter critical ");
        Cli cli = Cli.run("critical", file);
        assertThat(cli.status()).as(cli.toString()).isZero();
        assertThat(cli.out()).contains("η_c = 8·c⋆³");
        assertThat(Cli.run("new", "critical").out()).startsWith("# A loss for 'theoremeter critical'");
    }

    /** Theory 1.6: two weights share the amplitude, and the optimum is a curve. */
    @Test
    void saysWhatIsUndecidedAndByWhatItCouldBeDecided() throws IOException {
        String loss = """
                critical: 1
                loss: "(p^2*r^2/(2*c) - 2*p*r/(c + cstar) + 1/(2*cstar))/2"
                train: [p, r, c]
                given:
                  p: {domain: positive}
                  r: {domain: positive}
                  c: {domain: positive}
                  cstar: {value: 0.5}
                """;
        Cli open = critical(loss);
        assertThat(open.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(open.out()).contains("dp/dτ = ").doesNotContain("η_c");
        assertThat(open.err())
                .startsWith("undecided: no single optimum: the minimum is not a point")
                .contains("(p, r, c) ∝", "'at'")
                .hasLineCount(1);
        Cli chosen = critical(loss + "at: {p: r}\n");
        assertThat(chosen.status()).as(chosen.toString()).isZero();
        // theory 1.6 at c⋆ = 1/2: [4/4 + 1 + √(16/16 + 1)]/(8/8) = 2 + √2, and 2/(2 + √2) = 2 − √2
        assertThat(chosen.out()).contains("λ₃ = 0").containsPattern("η_c = .* ≈ 0\\.5858 ");
        assertThat(chosen.out()).contains("1 eigenvalue is 0, the others are positive");
    }

    @Test
    void saysWhereALossWithoutAMinimumFalls() throws IOException {
        Cli cli = critical("critical: 1\nloss: exp(-x)\ntrain: [x]\ngiven: {x: {domain: \"(0, 2)\"}}\n");
        assertThat(cli.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(cli.out()).contains("dx/dτ = e^(−x)   [proved]");
        assertThat(cli.err()).contains("no minimum inside the domain", "x → 2").hasLineCount(1);
    }

    @Test
    void showsEachRateWhereTheLargestEigenvalueChanges() throws IOException {
        Cli cli = critical("""
                critical: 1
                loss: "(k*x^2 + m*y^2)/2"
                train: [x, y]
                given:
                  x: {domain: "(-1, 1)"}
                  y: {domain: "(-1, 1)"}
                  k: {domain: positive}
                  m: {domain: positive}
                """);
        assertThat(cli.status()).as(cli.toString()).isZero();
        assertThat(cli.out())
                .containsPattern("η_c = min\\(2/[km], 2/[km]\\)   \\[each proved\\]")
                .contains("Local exponents where the rate is 2/k")
                .contains("Local exponents where the rate is 2/m");
    }

    @Test
    void takesAssumptionsBetweenParameters() throws IOException {
        Cli cli = critical("""
                critical: 1
                loss: "(k*x^2 + m*y^2)/2"
                train: [x, y]
                given:
                  x: {domain: "(-1, 1)"}
                  y: {domain: "(-1, 1)"}
                  k: {domain: positive}
                  m: {domain: positive}
                assume: ["k > m"]
                """);
        assertThat(cli.status()).as(cli.toString()).isZero();
        assertThat(cli.out()).contains("η_c = 2/k   [proved]").contains("λ₁ was the largest at all 64 points");
    }

    private Cli critical(String loss, String trained, String given) throws IOException {
        return critical("critical: 1\nloss: \"" + loss + "\"\ntrain: [" + trained + "]\ngiven: {" + given + "}\n");
    }

    /**
     * Where μ < 1, a = b = √(1 − μ) and −a = −b, with the Hessian [[1, 1 − 2μ], …]; beyond, a = b = 0 with
     * [[μ, −1], …].
     */
    @Test
    void takesTheBranchesOfARegularisedTwoLayerLossApart() throws IOException {
        Cli cli = critical(
                "(a*b - 1)^2/2 + mu*(a^2 + b^2)/2",
                "a, b",
                "a: {domain: \"(-9, 9)\"}, b: {domain: \"(-9, 9)\"}, mu: {domain: \"(0, 3)\"}");
        assertThat(cli.status()).as(cli.toString()).isZero();
        assertThat(cli.out())
                .contains("For μ in (0, 1): Optimum\n  a = √(1 − μ)   [gradient 0: proved]")
                .contains("2 minima of the same loss, whose Hessians have the same eigenvalues")
                .contains("∂²L/∂a∂b = 1 − 2·μ   [proved]")
                .contains("η_c = 2/(1 + |1 − 2·μ|)   [proved]")
                .contains("For μ in (1, 3): Optimum\n  a = 0   [gradient 0: proved]")
                .contains("η_c = 2/(1 + μ)   [proved]");
    }

    /** L″ = 2 + 10/w² in the dip at 0.3, which is 1e-5 wide; elsewhere the loss is x². */
    @Test
    void findsADipThatNoStartMeets() throws IOException {
        Cli cli = critical("x^2 - 5/(1 + ((x - 0.3)/1e-5)^2)", "x", "x: {domain: \"(-3, 3)\"}");
        assertThat(cli.status()).as(cli.toString()).isZero();
        assertThat(cli.out())
                .containsPattern("η_c = 1\\.99999999996\\d*E-11, .* at x = 0\\.3   \\[numerical, error at most ")
                .contains("another minimum at x = ");
    }

    @Test
    void provesNoHessianAtAKink() throws IOException {
        Cli cli = critical("abs(x - 1)", "x", "x: {domain: \"(-3, 3)\"}");
        assertThat(cli.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(cli.out())
                .contains("where the loss has a derivative, which it may lack where one of these is 0: x − 1")
                .doesNotContain("Hessian at the optimum", "η_c");
        assertThat(cli.err())
                .contains("the minimum, x = 1, is where the loss has no Hessian", "different slopes")
                .hasLineCount(1);
        // |x|² is x², although the derivative of |x| has no value at 0
        Cli smooth = critical("abs(x)^2", "x", "x: {domain: \"(-3, 3)\"}");
        assertThat(smooth.status()).as(smooth.toString()).isZero();
        assertThat(smooth.out()).contains("∂²L/∂x² = 2   [proved]", "η_c = 1   [proved]");
    }

    /** e^x + x = 2 at x = 0.442854401…, where the Hessian is 1 + e^x = 3 − x. */
    @Test
    void givesTheRateInNumbersWhereTheOptimumHasNoFormula() throws IOException {
        Cli cli = critical("exp(x) + x^2/2 - 2*x", "x", "x: {domain: \"(-3, 3)\"}");
        assertThat(cli.status()).as(cli.toString()).isZero();
        assertThat(2 / (3 - 0.4428544010023886))
                .isBetween(Math.nextDown(Math.nextDown(0.7821220664102937)), Math.nextUp(0.7821220664102938));
        assertThat(cli.out())
                .containsPattern("η_c = 0\\.78212206641029\\d+, .*\\[numerical, error at most \\d\\.\\de-15\\]")
                .contains("by automatic differentiation the smallest multiplier")
                .contains("Checked by gradient descent");
        Cli law = critical("exp(x) + x^2/2 - k*x", "x", "x: {domain: \"(-3, 3)\"}, k: {domain: \"(0, 1)\"}");
        assertThat(law.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(law.out()).contains("k = 0.25: η_c = ");
        assertThat(law.err()).contains("the critical rate is numerical, at 11 points of the parameters");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                // what is written, what stands there instead, the place, what the message must say
                arguments("critical: 1", "critical: 2", "1:11", "critical format '2', accepted: 1"),
                arguments("critical: 1", "claim: 1", "1:1", "lacks the key 'critical'"),
                arguments("title:", "tilte:", "2:1", "unknown key 'tilte'.*did you mean 'title'"),
                arguments("a^2/(2*c) ", "a^2/(2*c)) ", "3:", "accepted"),
                arguments("2*a/(c + cstar)", "2*a/(d + cstar)", "3:26", "undefined symbol 'd'"),
                arguments("2*a/(c", "2*sinn(c", "3:", "sinn"),
                arguments("train: [c]", "train: []", "4:1", "at least one symbol"),
                arguments("train: [c]", "train: [d]", "4:9", "'d', which is not given"),
                arguments("train: [c]", "train: [c, c]", "4:12", "'c' twice"),
                arguments("train: [c]", "train: [a]", "6:3", "value for 'a', which is trained"),
                arguments("train: [c]", "train: c", "4:8", "accepted: a list"),
                arguments("  a: {value: 1}", "  a: {value: 1}\n  b: {value: 1}", "7:3", "'b', which the loss does not"),
                arguments("  a: {value: 1}", "  a: {}", "6:3", "neither a value nor a domain"),
                arguments("c: {domain: \"(0, 1]\"}", "c: {}", "7:3", "neither a value nor a domain"),
                arguments("\"(0, 1]\"", "\"integer [1, 9]\"", "7:3", "'c' in integer.*real numbers"),
                arguments("\"(0, 1]\"", "\"(1, 0]\"", "7:15", "whose lower end lies above its upper end"),
                arguments("1/(2*cstar)", "ln(c - cstar)", "3:7", "not finite at \\{c=0\\.\\d+, cstar=0"),
                arguments("{value: 1}", "{value: 1, rows: 2}", "6:", "unknown key 'rows'"),
                arguments("{value: 1}", "{value: one}", "6:14", "finite number"),
                arguments("given:", "at: {cstar: 1}\ngiven:", "5:6", "'cstar', which is not trained"),
                arguments("given:", "at: {c: 1}\ngiven:", "5:5", "at least one whose optimum"),
                arguments("given:", "at: {c: 2}\ngiven:", "5:9", "c = 2.0, accepted: a value in its domain"),
                arguments("given:", "assume: [\"c > cstar\"]\ngiven:", "5:11", "undefined symbol 'c'"));
    }

    @ParameterizedTest(name = "{index}: {1} in place of {0}")
    @MethodSource("faults")
    void badInputIsOneLineWithItsPlace(String written, String instead, String place, String says) throws IOException {
        assertThat(ONE_MODE).contains(written);
        Cli cli = critical(ONE_MODE.replace(written, instead));
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err().lines()).as(cli.err()).hasSize(1);
        assertThat(cli.err()).contains("loss.yaml:" + place).containsPattern(says);
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void oneFileHoldsOneLoss() throws IOException {
        Cli cli = critical(ONE_MODE + "---\n" + ONE_MODE);
        assertThat(cli.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err())
                .contains("loss.yaml:10:1: found a second document")
                .hasLineCount(1);
        assertThat(Cli.run("critical", folder.resolve("none.yaml")).err()).contains("no such file");
    }
}
