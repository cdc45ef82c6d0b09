package org.theoremeter.theory.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NumericalOptimumTest {
    private static NumericalOptimum optimum(String loss, String trained, String... domains) {
        return NumericalOptimum.of(Losses.of(loss, trained, domains));
    }

    /** The minimum of (x − a)²/2 + (y − a x)²/2 is at x = a, y = a². */
    @Test
    void findsAMinimumAtEveryPointOfTheParameters() {
        NumericalOptimum found = optimum("(x - a)^2/2 + (y - a*x)^2/2", "x y", "x (-9, 9)", "y (-9, 9)", "a (0, 2)");
        assertThat(found.obstacle()).isEmpty();
        assertThat(found.states()).hasSameSizeAs(found.points()).hasSizeGreaterThan(5);
        for (int k = 0; k < found.points().size(); k++) {
            double a = found.points().get(k).get("a");
            // Newton's method on a quadratic: rounding alone
            assertThat(found.states().get(k).get("x")).isCloseTo(a, within(1e-13));
            assertThat(found.states().get(k).get("y")).isCloseTo(a * a, within(1e-13));
        }
    }

    /** A double well whose wells differ by 0.2: x⁴ − 2x² has both at −1, the tilt 0.1 x lowers the left one. */
    @Test
    void takesTheLowestMinimumAndMentionsTheOther() {
        NumericalOptimum found = optimum("x^4 - 2*x^2 + 0.1*x", "x", "x (-2, 2)");
        assertThat(found.obstacle()).isEmpty();
        double x = found.states().get(0).get("x");
        assertThat(x).isBetween(-1.1, -1.0);
        // 4x³ − 4x + 0.1 = 0, to rounding over the curvature of 8
        assertThat(4 * x * x * x - 4 * x + 0.1).isCloseTo(0, within(1e-13));
        assertThat(found.remarks()).singleElement().asString().contains("another minimum at x = 0.98");
    }

    @Test
    void refusesToChooseBetweenMinimaOfTheSameLoss() {
        // L″ at 0 is 2·a²·1, at a it is 2·a²·(1 + a²)
        assertThat(optimum("x^2*(x - a)^2*(1 + x^2)", "x", "x (-2, 2)", "a (0, 1)")
                        .obstacle()
                        .orElseThrow())
                .contains("2 minima of the same loss", "narrowing a domain");
        assertThat(optimum("(x^2 - a)^2", "x", "x (0, 2)", "a (0, 1)").obstacle())
                .isEmpty();
    }

    @Test
    void namesTheDirectionAlongWhichTheMinimumIsASet() {
        assertThat(optimum("(x - 2*y)^2 + z^2", "x y z", "x (-1, 1)", "y (-1, 1)", "z (-1, 1)")
                        .obstacle()
                        .orElseThrow())
                .contains("not a point", "(x, y, z) ∝ (1, 0.5, 0)", "'at'");
    }

    @Test
    void saysWhereALossWithoutAMinimumFalls() {
        assertThat(optimum("exp(-x)", "x", "x (0, 1)").obstacle().orElseThrow())
                .contains("no minimum inside the domain", "x → 1");
        assertThat(optimum("a/x", "x", "x positive", "a (1, 2)").obstacle().orElseThrow())
                .contains("x → ∞");
        assertThat(optimum("-1/(x^2 + y^2 + 1)", "x y", "x (1, 2)", "y (-1, 1)")
                        .obstacle()
                        .orElseThrow())
                .contains("x → 1");
    }

    /** x³ − 3x has a minimum of −2 at 1, and is lower than that left of −2. */
    @Test
    void saysWhenTheMinimumIsNotTheLowestPoint() {
        assertThat(optimum("x^3 - 3*x", "x", "x (-3, 2)").obstacle().orElseThrow())
                .contains("x = 1, is not the lowest point", "x → -3");
        assertThat(optimum("x^3 - 3*x", "x", "x (-1.5, 2)").obstacle()).isEmpty();
    }

    /** Left of its pole, 1/(2x) + x has no lower bound, however good the minimum on the right looks. */
    @Test
    void noticesAPoleInsideTheDomain() {
        assertThat(optimum("1/(2*x) + x", "x", "x (-1, 2)").obstacle().orElseThrow())
                .contains("x = 0.7071, is not the lowest point", "without settling, near x = -");
        assertThat(optimum("1/(2*x) + x", "x", "x (0, 2)").obstacle()).isEmpty();
    }

    /** A closed end at which the slope vanishes is a minimum like any other. */
    @Test
    void findsAMinimumAtAnEndThatBelongsToTheDomain() {
        NumericalOptimum found = optimum("(x - 1)^2", "x", "x (0, 1]");
        assertThat(found.obstacle()).isEmpty();
        assertThat(found.states().get(0)).isEqualTo(Map.of("x", 1.0));
    }

    @Test
    void writesNumbersBriefly() {
        assertThat(NumericalOptimum.number(0)).isEqualTo("0");
        assertThat(NumericalOptimum.number(-2)).isEqualTo("-2");
        assertThat(NumericalOptimum.number(0.25)).isEqualTo("0.25");
        assertThat(NumericalOptimum.number(2.0 / 3)).isEqualTo("0.6667");
        assertThat(NumericalOptimum.number(1200)).isEqualTo("1200");
        assertThat(NumericalOptimum.number(98765)).isEqualTo("98765");
        assertThat(NumericalOptimum.number(1.23456e-7)).isEqualTo("1.235e-07");
        assertThat(NumericalOptimum.number(1e9)).isEqualTo("1.000e+09");
    }
}
