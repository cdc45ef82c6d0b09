package org.theoremeter.theory.symbolic.enclosure.integral;

import java.util.List;
import java.util.Map;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.enclosure.Bounds;
import org.theoremeter.theory.symbolic.enclosure.Box;
import org.theoremeter.theory.symbolic.enclosure.Directed;
import org.theoremeter.theory.symbolic.enclosure.Evaluator;
import org.theoremeter.theory.symbolic.enclosure.Interval;
import org.theoremeter.theory.symbolic.enclosure.Range;
import org.theoremeter.theory.symbolic.enclosure.TaylorEvaluator;

/** What is integrated, and enclosures of its integrals over panels. */
final class Integrand {
    private static final int ORDER = 16;
    private static final Expression ONE = Expression.number(1);

    private final Expression formula;
    private final String variable;
    private final Box parameters;
    private final Box like;
    private final int place;
    private final TaylorEvaluator overPanel;
    private final TaylorEvaluator atMiddle;
    private final Bounds total = new Bounds();
    private final Bounds term = new Bounds();

    Integrand(Expression formula, String variable, Box parameters) {
        this.formula = formula;
        this.variable = variable;
        this.parameters = parameters;
        like = parameters.and(variable, Interval.point(0), false);
        place = parameters.size();
        overPanel = new TaylorEvaluator(formula, like, place, ORDER);
        atMiddle = new TaylorEvaluator(formula, like, place, ORDER);
    }

    /** Returns the integrand of the mirrored variable. */
    Integrand mirrored() {
        Expression minus = new Negation(Expression.symbol(variable));
        return new Integrand(formula.substitute(Map.of(variable, minus)), variable, parameters);
    }

    /** Returns the integrand of the distance from a place, to the right or to the left. */
    Integrand from(double place, boolean right) {
        return new Integrand(Shift.of(formula, variable, place, right), variable, parameters);
    }

    /**
     * Encloses the integral from a to b; the whole line where it is not surely finite.
     *
     * <p>The ends are left out: whether there is a value at a single place does not matter.
     */
    Interval over(double a, double b) {
        Box panel = like.with(place, new Interval(a, true, b, true));
        overPanel.evaluateValues(panel);
        Evaluator values = overPanel.values();
        if (values.isEmpty(0) || !values.isDefined(0)) {
            return everything();
        }
        double least = values.lower(0);
        double most = values.upper(0);
        Interval byRange = byRange(a, b, least, most);
        if (least == most || byRange.width() <= Double.MIN_NORMAL) {
            return byRange;
        }
        double middle = a / 2 + b / 2;
        if (!(middle > a && middle < b) || !values.isContinuous(0)) {
            return byRange;
        }
        overPanel.evaluate(panel);
        atMiddle.evaluate(like.with(place, Interval.point(middle)));
        return bySeries(a, middle, b, byRange);
    }

    /** Tells whether there is surely no value anywhere between two places. */
    boolean isEmpty(double a, double b) {
        overPanel.evaluateValues(like.with(place, new Interval(a, true, b, true)));
        return overPanel.values().isEmpty(0);
    }

    /** Returns the whole line. */
    static Interval everything() {
        return Interval.closed(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    private static Interval byRange(double a, double b, double least, double most) {
        double narrow = Directed.addDown(b, -a);
        double wide = Directed.addUp(b, -a);
        return Interval.closed(
                Directed.multiplyDown(least >= 0 ? narrow : wide, least),
                Directed.multiplyUp(most >= 0 ? wide : narrow, most));
    }

    /** Σ cₖ ∫(x − c)ᵏ up to an odd order, and the next coefficient over the panel, all orders intersected. */
    private Interval bySeries(double a, double middle, double b, Interval byRange) {
        double low = byRange.lower();
        double high = byRange.upper();
        Moments moments = new Moments(a, middle, b);
        total.set(0, 0, 0);
        for (int k = 0; k <= ORDER; k++) {
            moments.next();
            if (k > 0 && k % 2 == 0) {
                term.multiply(overPanel.lower(k), overPanel.upper(k), 0, moments.lower(), moments.upper(), 0);
                low = Math.max(low, Directed.addDown(total.lower, term.lower));
                high = Math.min(high, Directed.addUp(total.upper, term.upper));
            }
            term.multiply(atMiddle.lower(k), atMiddle.upper(k), 0, moments.lower(), moments.upper(), 0);
            total.add(total.lower, total.upper, 0, term.lower, term.upper, 0);
        }
        return low <= high ? Interval.closed(low, high) : byRange;
    }

    /** Bounds ∫ |f| from T to infinity; infinite if no bound was found. */
    double beyond(double from) {
        return Tail.of(formula, variable, from, parameters).map(Tail::integral).orElse(Double.POSITIVE_INFINITY);
    }

    /** Bounds ∫ |f| from 0 to h, where f may grow towards 0; infinite if no bound was found. */
    double near(double h) {
        return Tail.of(turned(), variable, Directed.divideDown(1, h), parameters)
                .map(Tail::integral)
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** f(1/s)/s², whose integral from 1/h to infinity is that of f from 0 to h. */
    private Expression turned() {
        Expression s = Expression.symbol(variable);
        Expression inverse = new Operation(Operator.DIVIDE, ONE, s);
        Expression square = new Operation(Operator.POWER, s, Expression.number(2));
        return new Operation(Operator.DIVIDE, formula.substitute(Map.of(variable, inverse)), square);
    }

    /** Tells whether |f| is surely at least c/x far out, and of one sign: then there is no integral. */
    boolean divergesFarOut(double from) {
        return diverges(formula, from);
    }

    /** Tells whether |f| is surely at least c/x near 0, and of one sign. */
    boolean divergesNear(double h) {
        return diverges(turned(), Directed.divideDown(1, h));
    }

    private boolean diverges(Expression of, double from) {
        Envelope envelope = new Envelope(new Range(variable, from, parameters, false));
        return envelope.isContinuous(of)
                && envelope.reciprocal()
                        .of(of)
                        .filter(decay -> decay.isFinite() && decay.power() <= 1 && decay.rate() >= 0)
                        .isPresent();
    }

    /** Returns what is left out at an end that is known as an interval only: its width times the largest |f|. */
    double sliver(Interval end) {
        if (end.lower() == end.upper()) {
            return 0;
        }
        Evaluator values = new Evaluator(List.of(formula), like);
        values.evaluate(like.with(place, end));
        boolean bounded = !values.isEmpty(0) && values.isDefined(0);
        return bounded ? Directed.multiplyUp(end.width(), values.value(0).magnitude()) : Double.POSITIVE_INFINITY;
    }
}
