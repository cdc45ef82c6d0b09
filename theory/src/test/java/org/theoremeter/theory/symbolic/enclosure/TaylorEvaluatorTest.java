package org.theoremeter.theory.symbolic.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.hipparchus.analysis.differentiation.FDSFactory;
import org.hipparchus.analysis.differentiation.FieldDerivativeStructure;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.util.CombinatoricsUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.RandomExpressions;
import org.theoremeter.theory.symbolic.numeric.FieldEvaluation;

class TaylorEvaluatorTest {
    private static final int ORDER = 5;
    private static final DfpField DIGITS = new DfpField(50);
    private static final FDSFactory<Dfp> SERIES = new FDSFactory<>(DIGITS, 1, ORDER);

    private static Box box(double x, double half, double y) {
        TreeMap<String, Double> point = new TreeMap<>(Map.of("x", x, "y", y));
        return Box.at(point).with(0, Interval.closed(x - half, x + half));
    }

    /** The derivatives by a second route: automatic differentiation of decimals of 50 digits. */
    private static Dfp[] coefficients(Expression formula, double x, double y) {
        Map<String, FieldDerivativeStructure<Dfp>> at = new HashMap<>();
        at.put("x", SERIES.variable(0, DIGITS.newDfp(x)));
        at.put("y", SERIES.constant(DIGITS.newDfp(y)));
        FieldDerivativeStructure<Dfp> value = FieldEvaluation.of(formula, at, SERIES.constant(DIGITS.getOne()));
        Dfp[] found = new Dfp[ORDER + 1];
        for (int k = 0; k <= ORDER; k++) {
            found[k] = value.getPartialDerivative(k).divide(DIGITS.newDfp(CombinatoricsUtils.factorial(k)));
        }
        return found;
    }

    private static int compared(Expression formula, double x, double half, double y, Random random) {
        Box box = box(x, half, y);
        TaylorEvaluator taylor = new TaylorEvaluator(formula, box, 0, ORDER);
        taylor.evaluate(box);
        if (!taylor.values().isSmooth(0)) {
            return 0;
        }
        double inside = half == 0 ? x : x + half * (2 * random.nextDouble() - 1);
        Dfp[] exact = coefficients(formula, inside, y);
        int found = 0;
        for (int k = 0; k <= ORDER; k++) {
            if (exact[k].isNaN() || exact[k].isInfinite()) {
                continue;
            }
            Dfp slack = exact[k].abs().add(DIGITS.getOne()).multiply(DIGITS.newDfp("1e-30"));
            boolean above = Double.isInfinite(taylor.lower(k))
                    || !exact[k].lessThan(DIGITS.newDfp(taylor.lower(k)).subtract(slack));
            boolean below = Double.isInfinite(taylor.upper(k))
                    || !exact[k].greaterThan(DIGITS.newDfp(taylor.upper(k)).add(slack));
            assertThat(above && below)
                    .as(
                            "coefficient %d of %s at x = %s, y = %s is %s, not in [%s, %s] on %s",
                            k, formula, inside, y, exact[k], taylor.lower(k), taylor.upper(k), box)
                    .isTrue();
            found += Double.isInfinite(taylor.lower(k)) || Double.isInfinite(taylor.upper(k)) ? 0 : 1;
        }
        return found;
    }

    @Test
    void coefficientsOfRandomFormulasLieInTheirEnclosures() {
        RandomExpressions formulas = new RandomExpressions(21, true);
        Random random = new Random(22);
        int found = 0;
        for (int i = 0; i < 4_000; i++) {
            Expression formula = formulas.next(1 + i % 4);
            double half = i % 3 == 0 ? 0 : Math.pow(10, -5 + 5 * random.nextDouble());
            found += compared(formula, 2 * random.nextGaussian(), half, 1 + random.nextDouble(), random);
        }
        assertThat(found).isGreaterThan(4_000);
    }

    /** Each function and each kind of power once for sure, with an argument that is not the variable itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "exp(x*y)",
                "ln(1 + x^2)",
                "sqrt(2 + x)",
                "abs(x - 5)",
                "sign(x + 5)",
                "sin(x*y)",
                "cos(x^2)",
                "tan(x/3)",
                "sinh(x)",
                "cosh(x*y)",
                "tanh(3*x)",
                "asin(x/4)",
                "acos(x/4)",
                "atan(2*x)",
                "min(x, y + 5)",
                "max(x - 9, y*x)",
                "x^7",
                "(x - 0.3)^2",
                "(2 + x)^(-3)",
                "(3 + x)^y",
                "y^x",
                "(3 + x)^x",
                "x/(3 + x)",
                "inverse(4 + x)",
                "piecewise(x < -7, 1, x < 7, x^3, 2)",
                "-x*pi"
            })
    void everyFunctionIsExpanded(String formula) {
        Random random = new Random(23);
        int found = 0;
        for (double half : new double[] {0, 1e-3, 0.1}) {
            found += compared(Expression.parse(formula), 0.3, half, 1.25, random);
        }
        assertThat(found).isEqualTo(3 * (ORDER + 1));
    }

    @Test
    void coefficientsAtAPointAreTight() {
        Box box = box(0.5, 0, 1);
        TaylorEvaluator taylor = new TaylorEvaluator(Expression.parse("exp(sin(x))/(1 + x^2)"), box, 0, ORDER);
        taylor.evaluate(box);
        for (int k = 0; k <= ORDER; k++) {
            assertThat(taylor.upper(k) - taylor.lower(k)).isLessThan(1e-13);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"abs(x)", "sign(x)", "min(x, 0)", "piecewise(x < 0, 1, 2)", "sqrt(x + 0.1)", "ln(x)", "1/x"})
    void whatIsNotSmoothHasNoBounds(String formula) {
        Box box = box(0, 0.1, 1);
        TaylorEvaluator taylor = new TaylorEvaluator(Expression.parse(formula), box, 0, ORDER);
        taylor.evaluate(box);
        assertThat(taylor.lower(2)).isEqualTo(Double.NEGATIVE_INFINITY);
    }
}
