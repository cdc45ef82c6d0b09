package org.theoremeter.theory.critical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.theoremeter.theory.symbolic.Expression;

class BranchesTest {
    private static List<String> parts(LossProblem problem) {
        OptimumSearch search = new OptimumSearch(problem);
        List<OptimumSearch.Spot> spots =
                NumericalOptimum.points(problem).stream().map(search::at).toList();
        return Branches.of(problem, search, spots).stream()
                .map(Branches.Part::where)
                .toList();
    }

    /** x = 0 loses its stability at μ = 0; |x − a| + x²/2 leaves its kink when a slope of 1 no longer holds x = a. */
    @Test
    void bisectsToWhereTheOptimumChanges() {
        assertThat(parts(Losses.of("x^4/4 - mu*x^2/2", "x", "x (-5, 5)", "mu (-1, 1)")))
                .containsExactly("μ in (-1, 0)", "μ in (0, 1)");
        assertThat(parts(Losses.of("abs(x - a) + x^2/2", "x", "x (-5, 5)", "a (0, 3)")))
                .containsExactly("a in (0, 1)", "a in (1, 3)");
    }

    /** The losses of the wells at ±1 are ∓2p/3: the lower one changes at p = 0. */
    @Test
    void seesAJumpFromOneWellToAnother() {
        assertThat(parts(Losses.of("(x^2-1)^2 + p*x^3/3 - p*x", "x", "x (-3, 3)", "p (-1, 1)")))
                .containsExactly("p in (-1, 0)", "p in (0, 1)");
    }

    @Test
    void leavesASingleBranchWhole() {
        assertThat(parts(Losses.of("(x - p)^2", "x", "x (-3, 3)", "p (-1, 1)"))).isEmpty();
        // x + e^x − 1 = p goes through 0 with p, on one branch that has no formula
        assertThat(parts(Losses.of("x^2/2 + exp(x) - (1 + p)*x", "x", "x (-3, 3)", "p (-1, 1)")))
                .isEmpty();
    }

    /** a = b = √(y − μ) as long as y > μ. */
    @Test
    void findsTheConditionOfSeveralParameters() {
        LossProblem problem = Losses.of(
                "(a*b - y)^2/2 + mu*(a^2 + b^2)/2", "a b", "a positive", "b positive", "mu (0, 1)", "y (0, 2)");
        OptimumSearch search = new OptimumSearch(problem);
        List<OptimumSearch.Spot> spots =
                NumericalOptimum.points(problem).stream().map(search::at).toList();
        Map<String, Expression> gradient = new LinkedHashMap<>();
        problem.trained().forEach(name -> gradient.put(name, problem.formula().derivative(name)));
        List<Branches.Part> parts = Branches.underRoots(problem, spots, gradient);
        assertThat(parts).hasSize(2);
        assertThat(parts.get(0).problem().parameterRegion().contains(Map.of("mu", 0.3, "y", 0.4)))
                .isTrue();
        assertThat(parts.get(0).problem().parameterRegion().contains(Map.of("mu", 0.4, "y", 0.3)))
                .isFalse();
        assertThat(parts.get(1).problem().parameterRegion().contains(Map.of("mu", 0.4, "y", 0.3)))
                .isTrue();
    }
}
