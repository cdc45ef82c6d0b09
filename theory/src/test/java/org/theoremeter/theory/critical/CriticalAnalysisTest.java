package org.theoremeter.theory.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.algebra.numeric.Equality;
import org.theoremeter.theory.symbolic.term.DefiniteIntegral;

class CriticalAnalysisTest {
    private static final List<Map<String, Double>> PAIRS = List.of(
            Map.of("cstar", 0.2, "omegastar", 1.0),
            Map.of("cstar", 0.7, "omegastar", 0.4),
            Map.of("cstar", 0.05, "omegastar", 3.0));

    private static Expression formula(String text) {
        return Expression.parse(text);
    }

    private static void assertComplete(CriticalAnalysis analysis) {
        assertThat(analysis.obstacles()).isEmpty();
        assertThat(analysis.checks()).isNotEmpty().allMatch(DescentCheck::passes);
        assertThat(analysis.flow().values()).allMatch(rate -> rate.equality() instanceof Equality.Proved);
        assertThat(analysis.optimum().orElseThrow().stationary()).isInstanceOf(Equality.Proved.class);
        assertThat(analysis.curvature().orElseThrow().equality()).isInstanceOf(Equality.Proved.class);
        assertThat(analysis.spectrum().orElseThrow().equality()).isInstanceOf(Equality.Proved.class);
        assertThat(analysis.rate().orElseThrow().branches())
                .allMatch(branch -> branch.rate().equality() instanceof Equality.Proved);
    }

    private static double rate(CriticalAnalysis analysis, Map<String, Double> point) {
        return analysis.rate().orElseThrow().value(point);
    }

    /** Theory 1.2 and 1.4. */
    @Test
    void derivesTheCriticalRateOfTheIntegrator() {
        CriticalAnalysis found =
                CriticalAnalysis.of(Losses.of(Losses.ONE_MODE, "c", "a 1", "c (0, 1]", "cstar (0, 1)"));
        assertComplete(found);
        assertThat(found.flow().get("c").formula()).isEqualTo(formula("1/(4*c^2) - 1/(c + cstar)^2"));
        assertThat(found.optimum().orElseThrow().coordinates()).isEqualTo(Map.of("c", formula("cstar")));
        assertThat(found.loss().orElseThrow().formula()).isEqualTo(formula("0"));
        CriticalRate.Branch branch = found.rate().orElseThrow().branches().get(0);
        assertThat(branch.eigenvalue()).isEqualTo(formula("1/(4*cstar^3)"));
        assertThat(branch.rate().formula()).isEqualTo(formula("8*cstar^3"));
        assertThat(branch.exponents().get(0).formula().formula()).isEqualTo(formula("3"));
    }

    /**
     * By hand from theory 1.1: L_aa = 1/(2c), L_ac = −a/(2c²) + 1/(c + c⋆)², L_cc = a²/(2c³) − 2a/(c + c⋆)³, at a = 1 and
     * c = c⋆.
     */
    @Test
    void derivesTheHessianWithATrainedAmplitude() {
        CriticalAnalysis found =
                CriticalAnalysis.of(Losses.of(Losses.ONE_MODE, "a c", "a (0, 2)", "c (0, 1]", "cstar (0, 1)"));
        assertComplete(found);
        assertThat(found.optimum().orElseThrow().coordinates())
                .isEqualTo(Map.of("a", formula("1"), "c", formula("cstar")));
        double c = 0.3;
        List<Double> entries = found.curvature().orElseThrow().hessian().entries().stream()
                .map(entry -> entry.evaluate(Map.of("cstar", c)))
                .toList();
        double mixed = -1 / (2 * c * c) + 1 / (4 * c * c);
        double last = 1 / (2 * c * c * c) - 2 / (8 * c * c * c);
        List<Double> expected = List.of(1 / (2 * c), mixed, mixed, last);
        for (int i = 0; i < 4; i++) {
            assertThat(entries.get(i)).isCloseTo(expected.get(i), within(1e-13 * Math.abs(expected.get(i))));
        }
        // the larger root of λ² − (L_aa + L_cc) λ + L_aa L_cc − L_ac²
        double trace = expected.get(0) + last;
        double determinant = expected.get(0) * last - mixed * mixed;
        double largest = (trace + Math.sqrt(trace * trace - 4 * determinant)) / 2;
        assertThat(rate(found, Map.of("cstar", c))).isCloseTo(2 / largest, within(1e-13));
    }

    /** Theory 1.6, at the balanced optimum. */
    @Test
    void reproducesTheRateWithTrainedReadInAndReadOut() {
        String[] symbols = {"p positive", "r positive", "c positive", "cstar (0, 1)"};
        CriticalAnalysis found =
                CriticalAnalysis.of(Losses.at(Map.of("p", "r"), Losses.READ_IN_AND_OUT, "p r c", symbols));
        assertComplete(found);
        assertThat(found.optimum().orElseThrow().coordinates())
                .isEqualTo(Map.of("p", formula("1"), "r", formula("1"), "c", formula("cstar")));
        assertThat(found.curvature().orElseThrow().zero()).isEqualTo(1);
        double c = 0.3;
        double root = Math.sqrt(16 * Math.pow(c, 4) + 1);
        double[] theory = {
            (4 * c * c + 1 + root) / (8 * c * c * c), (4 * c * c + 1 - root) / (8 * c * c * c), 0,
        };
        for (int i = 0; i < theory.length; i++) {
            assertThat(found.spectrum().orElseThrow().eigenvalues().get(i).evaluate(Map.of("cstar", c)))
                    .isCloseTo(theory[i], within(1e-13));
        }
        assertThat(rate(found, Map.of("cstar", c))).isCloseTo(2 / theory[0], within(1e-13));
    }

    @Test
    void doesNotChooseAmongASetOfOptima() {
        String[] symbols = {"p positive", "r positive", "c positive", "cstar (0, 1)"};
        CriticalAnalysis found = CriticalAnalysis.of(Losses.of(Losses.READ_IN_AND_OUT, "p r c", symbols));
        assertThat(found.flow()).containsOnlyKeys("p", "r", "c");
        assertThat(found.optimum()).isEmpty();
        assertThat(found.rate()).isEmpty();
        assertThat(found.obstacles()).singleElement().asString().contains("not a point", "(p, r, c)");
    }

    /** At x = 2 the best y is b, where (x − 1)²/2 still has the slope 1. */
    @Test
    void doesNotTakeAPlaceThatIsNoOptimum() {
        CriticalAnalysis found = CriticalAnalysis.of(
                Losses.at(Map.of("x", "2"), "((x - 1)^2 + (y - b)^2)/2", "x y", "x (0, 3)", "y (0, 3)", "b (0, 1)"));
        assertThat(found.optimum()).isEmpty();
        assertThat(found.obstacles())
                .singleElement()
                .asString()
                .contains("no formula for the optimum", "the slope 1 in x");
    }

    /**
     * Theory 2.1. At zero residual the Hessian is the Gram matrix of ∂f/∂c and ∂f/∂ω, f = e^(−ct) cos ωt, which is
     * integrated numerically.
     */
    @Test
    void derivesTheHessianOfTheOscillator() {
        CriticalAnalysis found = CriticalAnalysis.of(Losses.of(
                Losses.ONE_PAIR, "c omega", "c positive", "omega positive", "cstar (0, 1)", "omegastar (0, 5)"));
        assertComplete(found);
        assertThat(found.optimum().orElseThrow().coordinates())
                .isEqualTo(Map.of("c", formula("cstar"), "omega", formula("omegastar")));
        List<Expression> slopes =
                List.of(formula("-t*exp(-cstar*t)*cos(omegastar*t)"), formula("-t*exp(-cstar*t)*sin(omegastar*t)"));
        for (Map<String, Double> point : PAIRS) {
            double[][] gram = new double[2][2];
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    Expression product = formula("f*g").substitute(Map.of("f", slopes.get(i), "g", slopes.get(j)));
                    gram[i][j] = DefiniteIntegral.of(product, "t", "0", "inf").evaluate(point);
                    double entry = found.curvature()
                            .orElseThrow()
                            .hessian()
                            .entry(i, j)
                            .evaluate(point);
                    // quadrature is good for nine digits of the largest entry, and no entry is small
                    assertThat(entry).isCloseTo(gram[i][j], within(1e-9 / Math.pow(point.get("cstar"), 3)));
                    assertThat(Math.abs(gram[i][j])).isGreaterThan(1e-3);
                }
            }
            double trace = gram[0][0] + gram[1][1];
            double difference = gram[0][0] - gram[1][1];
            double largest = (trace + Math.sqrt(difference * difference + 4 * gram[0][1] * gram[1][0])) / 2;
            double expected = 2 / largest;
            assertThat(rate(found, point)).isCloseTo(expected, within(1e-8 * expected));
        }
    }

    /** (k (x − a − b)² + m y²)/2 has the Hessian diag(k, m): which of the two is larger is open. */
    @Test
    void namesEveryEigenvalueThatIsTheLargestSomewhere() {
        CriticalAnalysis found = CriticalAnalysis.of(Losses.of(
                "(k*(x - a - b)^2 + m*y^2)/2",
                "x y",
                "x (-inf, inf)",
                "y (-inf, inf)",
                "a (0, 1)",
                "b (0, 1)",
                "k (0, 1)",
                "m (0, 1)"));
        assertComplete(found);
        assertThat(found.optimum().orElseThrow().coordinates())
                .isEqualTo(Map.of("x", formula("a + b"), "y", formula("0")));
        assertThat(found.rate().orElseThrow().branches())
                .extracting(branch -> branch.rate().formula())
                .containsExactlyInAnyOrder(formula("2/k"), formula("2/m"));
        assertThat(rate(found, Map.of("k", 0.5, "m", 0.8))).isEqualTo(2.5);
        assertThat(rate(found, Map.of("k", 0.8, "m", 0.5))).isEqualTo(2.5);
    }

    @Test
    void needsNoParameters() {
        CriticalAnalysis found = CriticalAnalysis.of(Losses.of(Losses.ONE_MODE, "c", "a 1", "c (0, 1]", "cstar 0.1"));
        assertComplete(found);
        assertThat(found.optimum().orElseThrow().coordinates()).isEqualTo(Map.of("c", formula("1/10")));
        // 8 · 0.1³
        assertThat(found.rate().orElseThrow().branches().get(0).rate().formula())
                .isEqualTo(formula("1/125"));
        assertThat(found.checks()).hasSize(1);
    }

    @Test
    void stopsAtAMinimumThatIsFlatterThanAParabola() {
        CriticalAnalysis found = CriticalAnalysis.of(Losses.of("k*x^4", "x", "x (-1, 1)", "k (1, 2)"));
        assertThat(found.optimum().orElseThrow().coordinates()).isEqualTo(Map.of("x", formula("0")));
        assertThat(found.rate()).isEmpty();
        assertThat(found.obstacles()).singleElement().asString().contains("the Hessian vanishes");
    }

    /** x = a is the optimum where a < 1 or a < 2, and beyond it the end of the domain or the kink: in a sliver alone. */
    @Test
    void noticesThatTheOptimumLeavesItsDomainOrItsPieceInASliver() {
        CriticalAnalysis domain = CriticalAnalysis.of(Losses.of("(x - a)^2", "x", "x (0, 1)", "a (0, 1.01)"));
        assertThat(domain.rate()).isEmpty();
        assertThat(domain.obstacles()).singleElement().asString().contains("leaves the domain (0, 1) of x");
        CriticalAnalysis piece =
                CriticalAnalysis.of(Losses.of("(x - a)^2/2 + max(x - 2, 0)", "x", "x (-9, 9)", "a (0, 2.01)"));
        assertThat(piece.rate()).isEmpty();
        assertThat(piece.obstacles()).singleElement().asString().contains("leaves the piece of the loss");
    }

    /** x = e^a − x solves nothing that is recognised; the numbers are there all the same. */
    @Test
    void stopsAtAnOptimumThatNoFormulaIsFoundFor() {
        CriticalAnalysis found = CriticalAnalysis.of(Losses.of("exp(x) + x^2/2 - a*x", "x", "x (-3, 3)", "a (0, 1)"));
        assertThat(found.optimum()).isEmpty();
        assertThat(found.numbers().states()).hasSameSizeAs(found.numbers().points());
        for (int k = 0; k < found.numbers().points().size(); k++) {
            double x = found.numbers().states().get(k).get("x");
            // e^x + x = a, to the rounding of its terms
            assertThat(Math.exp(x) + x)
                    .isCloseTo(found.numbers().points().get(k).get("a"), within(1e-14));
        }
        assertThat(found.obstacles()).singleElement().asString().contains("no formula for the optimum");
    }

    /** A wrong rate does not survive gradient descent: 5 % is more than the distance at which it is tried. */
    @Test
    void descentTellsAWrongRate() {
        LossProblem problem = Losses.of(Losses.ONE_MODE, "c", "a 1", "c (0, 1]", "cstar (0, 1)");
        Map<String, Double> point = Map.of("cstar", 0.4);
        double rate = 8 * Math.pow(0.4, 3);
        DescentCheck right = DescentCheck.of(problem, new double[] {0.4}, point, rate);
        assertThat(right.passes()).isTrue();
        // the multipliers are 1 − 2·0.98 and 1 − 2·1.02; the offset of 1e-6 bends them by as little
        assertThat(right.below()).isCloseTo(Math.pow(0.96, 100), within(1e-3 * Math.pow(0.96, 100)));
        assertThat(right.above()).isCloseTo(Math.pow(1.04, 100), within(1e-3 * Math.pow(1.04, 100)));
        assertThat(DescentCheck.of(problem, new double[] {0.4}, point, rate * 1.05)
                        .passes())
                .isFalse();
        assertThat(DescentCheck.of(problem, new double[] {0.4}, point, rate * 0.95)
                        .passes())
                .isFalse();
    }
}
