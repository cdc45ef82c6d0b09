package org.theoremeter.theory.symbolic.enclosure.integral;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.ElementaryFunction;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.enclosure.Directed;
import org.theoremeter.theory.symbolic.enclosure.Interval;
import org.theoremeter.theory.symbolic.enclosure.Range;

/** Bounds of exponentials, of powers with the variable above, and of logarithms, on all x ≥ T. */
final class Exponential {
    private static final int DERIVATIVES = 4;
    /** A logarithm is bounded by this power. */
    private static final double LITTLE = 0.0625;

    private final Range range;
    private final Envelope envelope;

    Exponential(Range range, Envelope envelope) {
        this.range = range;
        this.envelope = envelope;
    }

    /** Bounds eᵘ, or finds nothing. */
    Optional<Decay> of(Expression u) {
        Optional<Decay> whole = Stream.of(bySlope(u), bySize(u))
                .flatMap(Optional::stream)
                .filter(Decay::isFinite)
                .reduce((a, b) -> a.fallsFasterThan(b) ? a : b);
        boolean decays = whole.filter(bound -> bound.isFalling() && (bound.rate() > 0 || bound.power() < 0))
                .isPresent();
        return decays ? whole : apart(u).or(() -> whole);
    }

    /** u ≤ u(T) − λ (x − T) where u′ ≤ −λ. */
    private Optional<Decay> bySlope(Expression u) {
        double slope = Math.min(range.steepest(u), byDerivatives(u));
        return range.start(u).map(start -> new Decay(start.upper(), 0, -slope)).filter(Decay::isFinite);
    }

    /** Where the second and further derivatives are not positive at T, and the last nowhere, the first is largest at T. */
    private double byDerivatives(Expression u) {
        Expression derivative = u.derivative(range.variable());
        double first = range.isDefined(derivative)
                ? range.start(derivative).map(Interval::upper).orElse(Double.POSITIVE_INFINITY)
                : Double.POSITIVE_INFINITY;
        for (int order = 2; order <= DERIVATIVES && first < Double.POSITIVE_INFINITY; order++) {
            derivative = derivative.derivative(range.variable());
            if (!range.isDefined(derivative)) {
                break;
            }
            if (range.values(derivative).filter(all -> all.upper() <= 0).isPresent()) {
                return first;
            }
            if (range.start(derivative).filter(start -> start.upper() <= 0).isEmpty()) {
                break;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Where −u ≥ A (x/T)^p, it is at least A + A p (x/T − 1) for p ≥ 1, and at least A + A p ln(x/T) in any case. */
    private Optional<Decay> bySize(Expression u) {
        if (range.values(u).filter(all -> all.upper() <= 0).isEmpty()) {
            return Optional.empty();
        }
        return envelope.reciprocal()
                .of(u)
                .filter(bound -> bound.isFalling() && bound.isFinite())
                .map(bound -> {
                    double least = Math.max(0, Directed.below(Math.exp(-bound.logarithm()), 2));
                    double power = -bound.power();
                    double slope = Directed.multiplyDown(least, power);
                    return power >= 1
                            ? new Decay(-least, 0, Directed.divideDown(slope, range.from()))
                            : new Decay(-least, -slope, 0);
                });
    }

    /** e^{a + b} is a product, and e^{y ln v} a power. */
    private Optional<Decay> apart(Expression u) {
        if (u instanceof Negation negation) {
            Expression inner = negation.operand();
            if (inner instanceof Operation sum && isSum(sum)) {
                return both(
                        new Negation(sum.left()), sum.operator() == Operator.PLUS ? negated(sum.right()) : sum.right());
            }
            return inner instanceof Operation product && product.operator() == Operator.TIMES
                    ? apart(Envelope.times(new Negation(product.left()), product.right()))
                    : logarithmic(inner, Expression.number(-1));
        }
        if (u instanceof Operation operation) {
            if (isSum(operation)) {
                return both(
                        operation.left(),
                        operation.operator() == Operator.PLUS ? operation.right() : negated(operation.right()));
            }
            if (operation.operator() == Operator.TIMES) {
                return logarithmic(operation.right(), operation.left())
                        .or(() -> logarithmic(operation.left(), operation.right()));
            }
        }
        return logarithmic(u, Expression.number(1));
    }

    private static Expression negated(Expression u) {
        return u instanceof Negation negation ? negation.operand() : new Negation(u);
    }

    private static boolean isSum(Operation operation) {
        return operation.operator() == Operator.PLUS || operation.operator() == Operator.MINUS;
    }

    private Optional<Decay> both(Expression a, Expression b) {
        return envelope.single(Envelope.exp(a))
                .flatMap(left -> envelope.single(Envelope.exp(b)).map(left::times));
    }

    private Optional<Decay> logarithmic(Expression logarithm, Expression factor) {
        return logarithm instanceof Call call && call.function() == ElementaryFunction.LN && range.isConstant(factor)
                ? envelope.single(new Operation(Operator.POWER, call.arguments().get(0), factor))
                : Optional.empty();
    }

    /** Bounds |aᵇ| = e^{b ln |a|}; where a may be 0 and b is positive, the largest |a| stands for all. */
    Optional<Decay> ofPower(Expression a, Expression b) {
        if (range.isConstant(a)) {
            Interval base = range.values(a).orElse(null);
            boolean positive = range.values(b).filter(all -> all.lower() > 0).isPresent();
            if (base == null || base.magnitude() == 0 || (base.mignitude() == 0 && !positive)) {
                return Optional.empty();
            }
            if (base.mignitude() == 0) {
                return of(Envelope.times(b, ln(Expression.number(base.magnitude()))));
            }
        }
        return of(Envelope.times(b, ln(new Call(ElementaryFunction.ABS, List.of(a)))));
    }

    private static Expression ln(Expression v) {
        return new Call(ElementaryFunction.LN, List.of(v));
    }

    /**
     * Bounds |ln u|: ln(1 + v) by v, otherwise by a small power, since ln y ≤ (y^ε − 1)/ε.
     */
    Optional<Decay> ofLogarithm(Expression u) {
        return nearOne(u).or(() -> {
            Optional<Decay> above = envelope.single(u).map(bound -> bound.raised(LITTLE, LITTLE));
            Optional<Decay> below = envelope.reciprocal().of(u).map(bound -> bound.raised(LITTLE, LITTLE));
            return above.flatMap(one -> below.map(one::plus)).map(bound -> bound.times(Decay.constant(1 / LITTLE)));
        });
    }

    private Optional<Decay> nearOne(Expression u) {
        Expression one = Expression.number(1);
        if (!(u instanceof Operation sum && isSum(sum))) {
            return Optional.empty();
        }
        Expression rest = sum.left().equals(one)
                ? sum.right()
                : sum.operator() == Operator.PLUS && sum.right().equals(one) ? sum.left() : null;
        if (rest == null) {
            return Optional.empty();
        }
        return envelope.single(rest)
                .filter(bound -> bound.isFalling() && bound.largest() < 1)
                .map(bound -> bound.times(Decay.constant(Directed.divideUp(1, Directed.addDown(1, -bound.largest())))));
    }
}
