package org.theoremeter.theory.symbolic.enclosure.integral;

import java.util.List;
import java.util.Optional;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.Constant;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.ExpressionVisitor;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Numeral;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.Piecewise;
import org.theoremeter.theory.symbolic.Symbol;
import org.theoremeter.theory.symbolic.enclosure.Directed;
import org.theoremeter.theory.symbolic.enclosure.Evaluator;
import org.theoremeter.theory.symbolic.enclosure.Interval;
import org.theoremeter.theory.symbolic.enclosure.Range;

/** Bounds of 1/|g| on all x ≥ T: how fast g grows, or how slowly it falls. */
final class Reciprocal implements ExpressionVisitor<Optional<Decay>> {
    private final Range range;
    private final Envelope envelope;
    private final Exponential exponential;

    Reciprocal(Range range, Envelope envelope, Exponential exponential) {
        this.range = range;
        this.envelope = envelope;
        this.exponential = exponential;
    }

    /** Bounds 1/|g|, or finds nothing. */
    Optional<Decay> of(Expression g) {
        if (range.isConstant(g)) {
            return bounded(g);
        }
        Optional<Decay> byForm = g.accept(this);
        boolean decays =
                byForm.filter(bound -> bound.isFinite() && bound.isFalling()).isPresent();
        return decays ? byForm : bounded(g).or(() -> byForm);
    }

    private Optional<Decay> bounded(Expression g) {
        return range.values(g)
                .map(Interval::mignitude)
                .filter(least -> least > 0)
                .map(least -> Decay.constant(Directed.divideUp(1, least)));
    }

    @Override
    public Optional<Decay> numeral(Numeral numeral) {
        return bounded(numeral);
    }

    @Override
    public Optional<Decay> constant(Constant constant) {
        return bounded(constant);
    }

    @Override
    public Optional<Decay> symbol(Symbol symbol) {
        return Optional.of(new Decay(Decay.logarithmUp(Directed.divideUp(1, range.from())), -1, 0));
    }

    @Override
    public Optional<Decay> negation(Negation negation) {
        return of(negation.operand());
    }

    @Override
    public Optional<Decay> operation(Operation operation) {
        Expression a = operation.left();
        Expression b = operation.right();
        return switch (operation.operator()) {
            case PLUS -> sum(a, b);
            case MINUS -> sum(a, new Negation(b));
            case TIMES -> of(a).flatMap(left -> of(b).map(left::times));
            case DIVIDE -> of(a).flatMap(left -> envelope.single(b).map(left::times));
            case POWER -> power(a, b);
        };
    }

    /** Of one sign, the term that grows faster bounds; otherwise the one that outweighs the other. */
    private Optional<Decay> sum(Expression a, Expression b) {
        Optional<Decay> ofA = of(a);
        Optional<Decay> ofB = of(b);
        if (haveOneSign(a, b)) {
            return ofA.isPresent() && ofB.isPresent()
                    ? Optional.of(ofA.get().fallsFasterThan(ofB.get()) ? ofA.get() : ofB.get())
                    : ofA.or(() -> ofB);
        }
        return ofA.flatMap(bound -> outweighing(bound, b)).or(() -> ofB.flatMap(bound -> outweighing(bound, a)));
    }

    private boolean haveOneSign(Expression a, Expression b) {
        Optional<Interval> left = range.values(a);
        Optional<Interval> right = range.values(b);
        return left.isPresent()
                && right.isPresent()
                && ((left.get().lower() >= 0 && right.get().lower() >= 0)
                        || (left.get().upper() <= 0 && right.get().upper() <= 0));
    }

    /** 1/|a + b| ≤ 1/|a| · 1/(1 − |b/a|). */
    private Optional<Decay> outweighing(Decay inverse, Expression other) {
        return envelope.single(other)
                .map(inverse::times)
                .filter(ratio -> ratio.isFalling() && ratio.largest() < 1)
                .map(ratio ->
                        inverse.times(Decay.constant(Directed.divideUp(1, Directed.addDown(1, -ratio.largest())))));
    }

    private Optional<Decay> power(Expression a, Expression b) {
        if (!range.isConstant(b)) {
            return exponential.ofPower(a, new Negation(b));
        }
        Interval y = range.values(b).orElse(null);
        if (y == null || (y.lower() < 0 && y.upper() > 0)) {
            return Optional.empty();
        }
        return y.lower() >= 0
                ? of(a).map(bound -> bound.raised(y.lower(), y.upper()))
                : envelope.single(a).map(bound -> bound.raised(-y.upper(), -y.lower()));
    }

    @Override
    public Optional<Decay> call(Call call) {
        Expression u = call.arguments().get(0);
        return switch (call.function()) {
            case EXP -> exponential.of(new Negation(u));
            case COSH ->
                of(Envelope.exp(u))
                        .filter(Decay::isFalling)
                        .or(() -> of(Envelope.exp(new Negation(u))))
                        .map(bound -> bound.times(Decay.constant(2)));
            case SINH ->
                of(new Operation(Operator.MINUS, Envelope.exp(u), Envelope.exp(new Negation(u))))
                        .map(bound -> bound.times(Decay.constant(2)));
            case SQRT -> power(u, Expression.number(0.5));
            case ABS, TRANSPOSE, TRACE, DET -> of(u);
            case INVERSE -> envelope.single(u);
            default -> bounded(call);
        };
    }

    @Override
    public Optional<Decay> piecewise(Piecewise piecewise) {
        List<Piecewise.Branch> branches = piecewise.branches();
        for (Piecewise.Branch branch : branches) {
            Evaluator.Truth truth = range.holds(branch.condition());
            if (truth == Evaluator.Truth.ALWAYS) {
                return of(branch.value());
            }
            if (truth == Evaluator.Truth.SOMETIMES) {
                return bounded(piecewise);
            }
        }
        return of(piecewise.otherwise());
    }
}
