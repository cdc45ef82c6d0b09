package org.theoremeter.theory.symbolic.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Piecewise;
import org.theoremeter.theory.symbolic.RandomExpressions;
import org.theoremeter.theory.symbolic.numeric.FieldEvaluation;
import org.theoremeter.theory.symbolic.region.Domain;

class EvaluatorTest {
    /** 40 digits: what a double shows of a value, and what rounding outwards adds, is far above their own rounding. */
    private static final DfpField DIGITS = new DfpField(40);
    /** Where more digits say something else, as for the cosine of 10⁵⁰, 40 say nothing. */
    private static final DfpField MORE_DIGITS = new DfpField(60);

    private static Box box(String... domains) {
        SortedMap<String, Domain> sides = new TreeMap<>();
        for (int i = 0; i < domains.length; i += 2) {
            sides.put(domains[i], Domain.parse(domains[i + 1]));
        }
        return Box.of(sides);
    }

    private static Evaluator evaluated(String formula, Box box) {
        Evaluator evaluator = new Evaluator(List.of(Expression.parse(formula)), box);
        evaluator.evaluate(box);
        return evaluator;
    }

    @Test
    void everyValueOfARandomFormulaLiesInItsEnclosure() {
        RandomExpressions formulas = new RandomExpressions(11, true);
        Random random = new Random(12);
        int compared = 0;
        for (int i = 0; i < 4_000; i++) {
            Expression formula = formulas.next(1 + i % 4);
            Box box = randomBox(random);
            Evaluator evaluator = new Evaluator(List.of(formula), box);
            evaluator.evaluate(box);
            for (int k = 0; k < 4; k++) {
                Map<String, Double> point = randomPoint(box, random);
                double value = formula.evaluate(point);
                if (Double.isFinite(value)) {
                    compared += inside(formula, box, evaluator, point);
                } else if (Double.isNaN(value)) {
                    assertThat(evaluator.isDefined(0)
                                    && Math.abs(evaluator.upper(0)) < 1e100
                                    && Math.abs(evaluator.lower(0)) < 1e100
                                    && exact(formula, point).isNaN())
                            .as("%s is said to be defined on %s, but is not at %s", formula, box, point)
                            .isFalse();
                }
            }
        }
        assertThat(compared).isGreaterThan(3_000);
    }

    /** Doubles and decimals go on after a division by 0, and call anything to the power of 0 one; an enclosure does not. */
    private static boolean isDefined(Expression formula, Map<String, Double> point) {
        if (formula instanceof Piecewise cases) {
            for (Piecewise.Branch branch : cases.branches()) {
                Condition condition = branch.condition();
                if (!isDefined(condition.left(), point) || !isDefined(condition.right(), point)) {
                    return false;
                }
                if (exact(
                                new Piecewise(
                                        List.of(new Piecewise.Branch(condition, Expression.number(1))),
                                        Expression.number(0)),
                                point)
                        .equals(DIGITS.getOne())) {
                    return isDefined(branch.value(), point);
                }
            }
            return isDefined(cases.otherwise(), point);
        }
        Dfp value = exact(formula, point);
        List<Expression> parts = formula instanceof Operation operation
                ? List.of(operation.left(), operation.right())
                : formula instanceof Call call
                        ? call.arguments()
                        : formula instanceof Negation negation ? List.of(negation.operand()) : List.of();
        return !value.isNaN() && !value.isInfinite() && parts.stream().allMatch(part -> isDefined(part, point));
    }

    private static boolean isKnown(Expression formula, Map<String, Double> point, Dfp exact) {
        Map<String, Dfp> at = new HashMap<>();
        point.forEach((name, value) -> at.put(name, MORE_DIGITS.newDfp(value)));
        Dfp finer = FieldEvaluation.of(formula, at, MORE_DIGITS.getOne());
        Dfp rounded = DIGITS.newDfp(finer.toString());
        return !rounded.subtract(exact).abs().greaterThan(slack(exact));
    }

    private static int inside(Expression formula, Box box, Evaluator evaluator, Map<String, Double> point) {
        Dfp exact = exact(formula, point);
        if (!isDefined(formula, point) || !isKnown(formula, point, exact)) {
            return 0;
        }
        assertThat(evaluator.isEmpty(0))
                .as("%s has the value %s at %s of %s", formula, exact, point, box)
                .isFalse();
        boolean above = Double.isInfinite(evaluator.lower(0))
                || !exact.lessThan(DIGITS.newDfp(evaluator.lower(0)).subtract(slack(exact)));
        boolean below = Double.isInfinite(evaluator.upper(0))
                || !exact.greaterThan(DIGITS.newDfp(evaluator.upper(0)).add(slack(exact)));
        assertThat(above && below)
                .as("%s = %s at %s lies outside of %s on %s", formula, exact, point, evaluator.value(0), box)
                .isTrue();
        return 1;
    }

    /** The decimals' own rounding, and functions of theirs that lose some: far below a double's. */
    private static Dfp slack(Dfp exact) {
        return exact.abs().add(DIGITS.getOne()).multiply(DIGITS.newDfp("1e-25"));
    }

    private static Dfp exact(Expression formula, Map<String, Double> point) {
        Map<String, Dfp> at = new HashMap<>();
        point.forEach((name, value) -> at.put(name, DIGITS.newDfp(value)));
        return FieldEvaluation.of(formula, at, DIGITS.getOne());
    }

    private static Box randomBox(Random random) {
        String[] text = new String[4];
        for (int i = 0; i < 2; i++) {
            double middle = 3 * random.nextGaussian();
            double half = Math.pow(10, -6 + 7 * random.nextDouble());
            text[2 * i] = i == 0 ? "x" : "y";
            text[2 * i + 1] =
                    random.nextInt(5) == 0 ? "[0, " + half + "]" : "[" + (middle - half) + ", " + (middle + half) + "]";
        }
        return box(text);
    }

    private static Map<String, Double> randomPoint(Box box, Random random) {
        Map<String, Double> point = new TreeMap<>();
        for (int i = 0; i < box.size(); i++) {
            int where = random.nextInt(4);
            double share = where == 0 ? 0 : where == 1 ? 1 : random.nextDouble();
            double value = share == 0
                    ? box.lower(i)
                    : share == 1 ? box.upper(i) : box.lower(i) + share * (box.upper(i) - box.lower(i));
            point.put(box.names().get(i), Math.min(box.upper(i), Math.max(box.lower(i), value)));
        }
        return point;
    }

    @Test
    void slopesBetweenAnyTwoPointsLieInTheEnclosuresOfSlopes() {
        RandomExpressions formulas = new RandomExpressions(13, true);
        Random random = new Random(14);
        int compared = 0;
        for (int i = 0; i < 4_000; i++) {
            Expression formula = formulas.next(1 + i % 4);
            Box box = randomBox(random);
            Evaluator evaluator = new Evaluator(List.of(formula), box);
            evaluator.evaluate(box);
            if (!evaluator.isContinuous(0) || evaluator.isEmpty(0)) {
                continue;
            }
            Slopes slopes = evaluator.slopes(0);
            Map<String, Double> from = randomPoint(box, random);
            Map<String, Double> to = new TreeMap<>(from);
            to.put("x", randomPoint(box, random).get("x"));
            Dfp run = DIGITS.newDfp(to.get("x")).subtract(DIGITS.newDfp(from.get("x")));
            Dfp rise = exact(formula, to).subtract(exact(formula, from));
            if (run.isZero() || rise.isNaN() || rise.isInfinite()) {
                continue;
            }
            Dfp slope = rise.divide(run);
            Dfp slack = slack(exact(formula, to)).divide(run.abs());
            boolean above = !(slopes.lower(0) > Double.NEGATIVE_INFINITY)
                    || !slope.lessThan(DIGITS.newDfp(slopes.lower(0)).subtract(slack));
            boolean below = !(slopes.upper(0) < Double.POSITIVE_INFINITY)
                    || !slope.greaterThan(DIGITS.newDfp(slopes.upper(0)).add(slack));
            assertThat(above && below)
                    .as(
                            "%s rises by %s between %s and %s, outside of [%s, %s]",
                            formula, slope, from, to, slopes.lower(0), slopes.upper(0))
                    .isTrue();
            compared++;
        }
        assertThat(compared).isGreaterThan(1_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            1/(1 - tanh(x)^2);      (-inf, inf)
            1/(1 - 1/(1 + exp(-x))); (-inf, inf)
            1/x;                    (0, 1]
            ln(x);                  (0, inf)
            1/(x^2 + 1e-12);        (-inf, inf)
            x^(1/3);                (0, 8)
            piecewise(x > 1, 1/x, x); [-1, 2]
            """)
    void whatIsDefinedEverywhereIsSeenToBe(String formula, String domain) {
        // The last one only after its domain is cut at 1, where each side has its branch.
        Box whole = box("x", domain);
        List<Box> boxes = formula.startsWith("piecewise")
                ? List.of(whole.with(0, Interval.closed(-1, 1)), whole.with(0, new Interval(1, true, 2, false)))
                : List.of(whole);
        assertThat(boxes).allMatch(box -> evaluated(formula, box).isDefined(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            1/x;        [0, 1]
            sqrt(x);    (-1e-300, 1)
            ln(x);      [0, 1]
            tan(x);     [1, 2]
            asin(x);    [0, 1.0000001]
            x^(-1/2);   [0, 1]
            1/(x - 1);  [0, 2]
            """)
    void whatEndsSomewhereIsSeenTo(String formula, String domain) {
        assertThat(evaluated(formula, box("x", domain)).isDefined(0)).isFalse();
    }

    @Test
    void overflowIsNoFailure() {
        Evaluator far = evaluated("1/(1 + exp(-x))", box("x", "[-1e6, -1e5]"));
        assertThat(far.isDefined(0)).isTrue();
        assertThat(far.isNowhereZero(0)).isTrue();
        assertThat(far.upper(0)).isLessThan(1e-300);
    }
}
