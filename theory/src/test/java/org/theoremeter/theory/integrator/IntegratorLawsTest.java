package org.theoremeter.theory.integrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.theory.Laws;
import org.theoremeter.theory.dynamics.ReducedDynamics;
import org.theoremeter.theory.law.Law;
import org.theoremeter.theory.linear.LinearSystem;
import org.theoremeter.theory.linear.PlaneSystem;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.algebra.Algebra;
import org.theoremeter.theory.symbolic.algebra.numeric.Equality;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.DefiniteIntegral;
import org.theoremeter.theory.symbolic.term.Derivative;
import org.theoremeter.theory.symbolic.term.Term;

/** Every law derived again, from the one before it or by another route. */
class IntegratorLawsTest {
    private static final Expression LOSS = value("integrator.loss", "loss");
    private static final ReducedDynamics OUTLIER =
            Laws.named("integrator.outlier").orElseThrow().dynamics().orElseThrow();
    private static final Expression FIELD = OUTLIER.formulas().get("c");
    private static final Map<String, Expression> AT_OPTIMUM =
            Map.of("a", Expression.number(1), "c", Expression.symbol("cstar"));

    private static Expression value(String law, String name) {
        return Laws.named(law).orElseThrow().values().get(name);
    }

    private static Equality compare(Term left, Term right, Map<String, Domain> domains) {
        // The limit is for a machine that is busy; quadrature and cancellation near the edges leave ten digits.
        return Algebra.withDefaults()
                .with(Duration.ofMinutes(2))
                .compare(left, right, Region.of(domains), 64, 1e-10, true);
    }

    private static void proves(Expression left, Expression right, Map<String, Domain> domains) {
        assertThat(compare(Term.formula(left), Term.formula(right), domains)).isInstanceOf(Equality.Proved.class);
    }

    private static Map<String, Domain> unit(String... symbols) {
        Map<String, Domain> domains = new HashMap<>();
        for (String symbol : symbols) {
            domains.put(symbol, Domain.parse("(0, 1)"));
        }
        return domains;
    }

    @Test
    void theLossIsTheIntegralOfTheSquaredError() {
        Law law = Laws.named("integrator.loss").orElseThrow();
        Term integral = DefiniteIntegral.of(Expression.parse("(a*exp(-c*t) - exp(-cstar*t))^2/2"), "t", "0", "inf");
        assertThat(compare(integral, Term.formula(LOSS), law.parameters())).isInstanceOf(Equality.Proved.class);
    }

    @Test
    void theOutlierDescendsTheLoss() {
        // dλ/dτ = ∂L/∂c with λ = 1 − c, so dc/dτ = −∂L/∂c, at a = 1.
        Expression descent = Expression.parse("-slope")
                .substitute(Map.of("slope", LOSS.derivative("c").substitute(Map.of("a", Expression.number(1)))));
        proves(FIELD, descent, Map.of("c", Domain.parse("(0, inf)"), "cstar", Domain.parse("(0, 1)")));
        assertThat(OUTLIER.observable("outlier", 0, new double[] {0.3}, new double[] {0.1}))
                .isEqualTo(1 - 0.3);
    }

    @Test
    void theLearningTimeIsTheInverseOfTheField() {
        // Above the target only: c = cstar + d.
        Map<String, Expression> above = Map.of("c", Expression.parse("cstar + d"));
        Expression slope = value("integrator.learning-time", "learning-time").derivative("c");
        Expression product = Expression.parse("slope*field").substitute(Map.of("slope", slope, "field", FIELD));
        proves(product.substitute(above), Expression.number(1), unit("cstar", "d"));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.5", "0.1, 0.101", "0.3, 0.31", "0.01, 0.02", "0.5, 0.99"})
    void theLearningTimeIsTheTimeTheFieldTakes(double cstar, double c) {
        Expression inverse = Expression.parse("-1/field").substitute(Map.of("field", FIELD));
        double integral = DefiniteIntegral.of(inverse, "c", "end", "1").evaluate(Map.of("cstar", cstar, "end", c));
        double time = value("integrator.learning-time", "learning-time").evaluate(Map.of("cstar", cstar, "c", c));
        // Quadrature gives twelve digits; the closed form cancels at most two more.
        assertThat(time).isCloseTo(integral, within(1e-10 * time));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.1})
    void theLimitOfTheLearningTimeLacksTheSecondOrder(double beyond) {
        double coarse = remainder(2e-3, beyond);
        double fine = remainder(1e-3, beyond);
        // Next come terms of order cstar³ ln cstar, a few per cent of cstar² here.
        assertThat(Math.log(coarse / fine) / Math.log(2)).isCloseTo(2, within(0.05));
        // −F(1) holds 112 cstar²/27 beside the limit.
        assertThat(fine / 1e-6).isCloseTo(112.0 / 27, within(0.1));
    }

    /** Returns the time to reach a decay rate of (1 + beyond) cstar, less the limit. */
    private static double remainder(double cstar, double beyond) {
        Map<String, Double> at = Map.of("cstar", cstar, "c", cstar * (1 + beyond));
        return value("integrator.learning-time", "learning-time").evaluate(at)
                - value("integrator.learning-time", "limit").evaluate(at);
    }

    @Test
    void theHessianIsTheCurvatureOfTheLoss() {
        Expression hessian = value("integrator.critical-rate", "hessian");
        Expression curvature = new Derivative(LOSS, "c", 2).expression().substitute(AT_OPTIMUM);
        proves(curvature, hessian, unit("cstar"));
        // ∂f/∂c = −t e^{−ct}, so that the curvature is also the integral of its square.
        Term integral = DefiniteIntegral.of(Expression.parse("t^2*exp(-2*cstar*t)"), "t", "0", "inf");
        assertThat(compare(integral, Term.formula(hessian), unit("cstar"))).isInstanceOf(Equality.Proved.class);
    }

    @Test
    void theCriticalRateIsTwoOverTheHessian() {
        Expression twoOver = Expression.parse("2/hessian")
                .substitute(Map.of("hessian", value("integrator.critical-rate", "hessian")));
        proves(value("integrator.critical-rate", "rate"), twoOver, unit("cstar"));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.05", "0.2, 0.5", "0.9, 1", "0.05, 0.01"})
    void theDiscreteRateIsTwoOverTheDiscreteHessian(double cstar, double dt) {
        // f_k = qᵏ, ∂f_k/∂W along the outlier is Δt k q^{k−1}, and L = ½ Δt Σ (f_k − f⋆_k)².
        double q = 1 - dt * cstar;
        double hessian = 0;
        for (int k = 1; Math.pow(q, k) > 1e-20; k++) {
            double slope = dt * k * Math.pow(q, k - 1);
            hessian += dt * slope * slope;
        }
        double rate = value("integrator.critical-rate", "discrete-rate").evaluate(Map.of("cstar", cstar, "dt", dt));
        // 1 − q² cancels up to four digits; the sum is exact to rounding.
        assertThat(rate).isCloseTo(2 / hessian, within(1e-11 * rate));
    }

    @Test
    void theDiscreteRateTendsToTheContinuousOne() {
        Map<String, Double> at = Map.of("cstar", 0.2);
        double limit = value("integrator.critical-rate", "rate").evaluate(at);
        Expression discrete = value("integrator.critical-rate", "discrete-rate");
        double coarse = discrete.evaluate(Map.of("cstar", 0.2, "dt", 2e-3)) / limit - 1;
        double fine = discrete.evaluate(Map.of("cstar", 0.2, "dt", 1e-3)) / limit - 1;
        // With ε = Δt c⋆: (1 − q²)³ = 8ε³(1 − 3ε/2 + …) and 1 + q² = 2(1 − ε + …), so the ratio is 1 − ε/2 + O(ε²).
        assertThat(fine).isCloseTo(-0.5 * 0.2 * 1e-3, within(1e-7));
        // First order: the next terms are ε = 4e-4 relative.
        assertThat(coarse / fine).isCloseTo(2, within(2e-3));
    }

    @Test
    void theLocalExponentIsTheLogarithmicSlopeOfTheFirstTerm() {
        // The first term alone: reaching the relative distance 1 takes no second one.
        Expression first =
                value("integrator.steps-to-learn", "steps").substitute(Map.of("epsilon", Expression.number(1)));
        Expression slope = Expression.parse("cstar*derivative/steps")
                .substitute(Map.of("derivative", first.derivative("cstar"), "steps", first));
        Map<String, Domain> domains = Map.of("cstar", Domain.parse("(0, 1)"), "kappa", Domain.parse("(0, 0.4)"));
        proves(slope, value("integrator.steps-to-learn", "local-exponent"), domains);
    }

    @ParameterizedTest
    @CsvSource({"0.02, 0.25", "0.02, 0.1", "0.01, 0.25"})
    void theStepsToLearnAreThoseOfDescentOnTheLoss(double cstar, double kappa) {
        double predicted = predictedSteps(cstar, kappa, 1e-3);
        // "About": the terms left out are 112 cstar²/27 = 4e-4 of 0.5 and a few steps where the two phases join.
        assertThat((double) steps(cstar, kappa, 1e-3)).isCloseTo(predicted, within(0.01 * predicted));
    }

    @ParameterizedTest
    @CsvSource({"0.02, 0.25", "0.05, 0.1", "0.05, 0.4", "0.05, 0.9"})
    void theLastStretchIsGeometric(double cstar, double kappa) {
        double predicted = predictedSteps(cstar, kappa, 1e-6) - predictedSteps(cstar, kappa, 1e-3);
        int measured = steps(cstar, kappa, 1e-6) - steps(cstar, kappa, 1e-3);
        // Both counts are whole numbers, and at 1e-3 the map is not quite linear.
        assertThat((double) measured).isCloseTo(predicted, within(1.5));
    }

    private static double predictedSteps(double cstar, double kappa, double epsilon) {
        return value("integrator.steps-to-learn", "steps")
                .evaluate(Map.of("cstar", cstar, "kappa", kappa, "epsilon", epsilon));
    }

    /** Descends from c = 1 at kappa times the critical rate. */
    private static int steps(double cstar, double kappa, double epsilon) {
        double rate = kappa * value("integrator.critical-rate", "rate").evaluate(Map.of("cstar", cstar));
        double[] c = {1};
        double[] slope = new double[1];
        int steps = 0;
        while (Math.abs(c[0] - cstar) > epsilon * cstar) {
            OUTLIER.derivative(0, c, new double[] {cstar}, slope);
            c[0] += rate * slope[0];
            steps++;
        }
        return steps;
    }

    @Test
    void belowTheCriticalRateDescentSettlesAndAboveItDoesNot() {
        double cstar = 0.1;
        double critical = value("integrator.critical-rate", "rate").evaluate(Map.of("cstar", cstar));
        List<Double> ends = List.of(0.98, 1.02).stream()
                .map(factor -> distanceAfterDescent(cstar, factor * critical))
                .toList();
        // The multiplier at the optimum is 1 − 2κ: −0.96 contracts to nothing in 5000 steps, −1.04 leaves a 2-cycle.
        assertThat(ends.get(0)).isLessThan(1e-12);
        assertThat(ends.get(1)).isGreaterThan(1e-3 * cstar);
    }

    @Test
    void thePlaneAtFullOverlapDescendsAsTheOutlier() {
        // u = v = e₁ and W = (1 − c) e₁ e₁ᵀ.
        Expression zero = Expression.number(0);
        Matrix weights = new Matrix(List.of(List.of(Expression.parse("1 - c"), zero), List.of(zero, zero)));
        Matrix first = Matrix.column(List.of(Expression.number(1), zero));
        Expression gradient = PlaneSystem.of(weights, first, first, LinearSystem.integrator(Expression.symbol("cstar")))
                .gradient()
                .entry(0, 0);
        // dc/dτ = −dW₁₁/dτ = ∂L/∂W₁₁
        proves(gradient, FIELD, unit("c", "cstar"));
        // The second direction is decoupled, whatever W₂₂.
        double[] field = plane(new double[] {0.7, 0, 0, -0.4}, 0.1, 1);
        // The same formula in another order, and entries that vanish as products with zero.
        assertThat(-field[0]).isCloseTo(FIELD.evaluate(Map.of("c", 0.3, "cstar", 0.1)), within(1e-13));
        assertThat(field[1]).isZero();
        assertThat(field[2]).isZero();
        assertThat(field[3]).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0.5", "0", "-0.8", "-1"})
    void thePlaneDescendsTheLossAtAnyOverlap(double overlap) {
        ReducedDynamics dynamics = planeDynamics();
        double[] weights = {0.3, -0.2, 0.5, -0.1};
        double[] field = plane(weights, 0.1, overlap);
        for (int i = 0; i < 4; i++) {
            double slope = dynamics.observableFormulas()
                    .get("loss")
                    .derivative(dynamics.state().get(i))
                    .evaluate(
                            Map.of("w11", 0.3, "w12", -0.2, "w21", 0.5, "w22", -0.1, "cstar", 0.1, "overlap", overlap));
            // Rounding of two formulas of order 1 that cancel a digit.
            assertThat(field[i]).isCloseTo(-slope, within(1e-13));
        }
    }

    @Test
    void thePlaneAtOppositeOverlapOnlyFallsSilent() {
        // f = −e^{−ct} from W = 0: L = ½ [1/(2c) + 2/(c + c⋆) + 1/(2c⋆)] falls with c, so that the outlier goes the
        // wrong way.
        double[] field = plane(new double[4], 0.1, -1);
        assertThat(field[0]).isCloseTo(-(1.0 / 4 + 1 / 1.21), within(1e-14));
        assertThat(field[1]).isZero();
        assertThat(field[2]).isZero();
        assertThat(field[3]).isZero();
    }

    private static ReducedDynamics planeDynamics() {
        return Laws.named("integrator.plane").orElseThrow().dynamics().orElseThrow();
    }

    private static double[] plane(double[] weights, double cstar, double overlap) {
        double[] field = new double[4];
        planeDynamics().derivative(0, weights, new double[] {cstar, overlap}, field);
        return field;
    }

    private static double distanceAfterDescent(double cstar, double rate) {
        double[] c = {1};
        double[] slope = new double[1];
        for (int step = 0; step < 5000; step++) {
            OUTLIER.derivative(0, c, new double[] {cstar}, slope);
            c[0] += rate * slope[0];
        }
        return Math.abs(c[0] - cstar);
    }
}
