package org.theoremeter.theory.symbolic.enclosure.integral;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.Constant;
import org.theoremeter.theory.symbolic.ElementaryFunction;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.ExpressionVisitor;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Numeral;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.Piecewise;
import org.theoremeter.theory.symbolic.Symbol;
import org.theoremeter.theory.symbolic.enclosure.Evaluator;
import org.theoremeter.theory.symbolic.enclosure.Interval;
import org.theoremeter.theory.symbolic.enclosure.Range;

/**
 * Bounds of |g| on all x ≥ T, built up along the tree of g: sums term by term, products factor by factor.
 *
 * <p>An empty answer says that nothing was found, an empty list that g is 0.
 */
final class Envelope implements ExpressionVisitor<Optional<List<Decay>>> {
    private static final int MOST_TERMS = 40;
    /** Functions of one variable that have a value everywhere. */
    private static final Set<ElementaryFunction> EVERYWHERE = EnumSet.of(
            ElementaryFunction.EXP,
            ElementaryFunction.ABS,
            ElementaryFunction.SIGN,
            ElementaryFunction.SIN,
            ElementaryFunction.COS,
            ElementaryFunction.SINH,
            ElementaryFunction.COSH,
            ElementaryFunction.TANH,
            ElementaryFunction.ATAN);

    /** Functions that have a value wherever their argument is positive. */
    private static final Set<ElementaryFunction> POSITIVE = EnumSet.of(ElementaryFunction.SQRT, ElementaryFunction.LN);

    private final Range range;
    private final Reciprocal reciprocal;
    private final Exponential exponential;

    Envelope(Range range) {
        this.range = range;
        this.exponential = new Exponential(range, this);
        this.reciprocal = new Reciprocal(range, this, exponential);
    }

    /** Bounds |g|: by the form of g, or by a constant where that says no more. */
    Optional<List<Decay>> ceiling(Expression g) {
        if (range.isConstant(g)) {
            return bounded(g);
        }
        Optional<List<Decay>> byForm = g.accept(this);
        boolean decays = byForm.filter(
                        bounds -> bounds.stream().allMatch(bound -> bound.isFinite() && bound.isFalling()))
                .isPresent();
        return decays ? byForm : bounded(g).or(() -> byForm);
    }

    /** Tells whether g surely has a value everywhere, also where only its growth shows that a divisor does not vanish. */
    boolean isDefined(Expression g) {
        if (range.isDefined(g)) {
            return true;
        }
        if (g instanceof Negation negation) {
            return isDefined(negation.operand());
        }
        if (g instanceof Operation operation && operation.operator() != Operator.POWER) {
            return isDefined(operation.left())
                    && isDefined(operation.right())
                    && (operation.operator() != Operator.DIVIDE
                            || reciprocal.of(operation.right()).isPresent());
        }
        if (g instanceof Operation power) {
            return isPositive(power.left()) && isDefined(power.right());
        }
        return g instanceof Call call
                && ((EVERYWHERE.contains(call.function())
                                && isDefined(call.arguments().get(0)))
                        || (POSITIVE.contains(call.function())
                                && isPositive(call.arguments().get(0))));
    }

    /** Tells whether g is surely positive: continuous, nowhere 0, and positive at T. */
    private boolean isPositive(Expression g) {
        return isContinuous(g)
                && reciprocal.of(g).isPresent()
                && range.start(g).filter(start -> start.lower() > 0).isPresent();
    }

    /** Tells whether g is surely defined and continuous. */
    boolean isContinuous(Expression g) {
        return range.isContinuous(g) || (isDefined(g) && isContinuousWhereDefined(g));
    }

    private boolean isContinuousWhereDefined(Expression g) {
        if (g instanceof Operation operation) {
            return isContinuousWhereDefined(operation.left())
                    && isContinuousWhereDefined(operation.right())
                    && (operation.operator() != Operator.POWER || range.isConstant(operation.right()));
        }
        if (g instanceof Negation negation) {
            return isContinuousWhereDefined(negation.operand());
        }
        return g instanceof Call call
                ? call.function() != ElementaryFunction.SIGN
                        && call.arguments().stream().allMatch(this::isContinuousWhereDefined)
                : !(g instanceof Piecewise);
    }

    /** Bounds |g| by one term. */
    Optional<Decay> single(Expression g) {
        return ceiling(g)
                .map(bounds -> bounds.stream().reduce(Decay::plus).orElse(new Decay(Double.NEGATIVE_INFINITY, 0, 0)));
    }

    Reciprocal reciprocal() {
        return reciprocal;
    }

    private Optional<List<Decay>> bounded(Expression g) {
        return range.values(g)
                .map(Interval::magnitude)
                .filter(Double::isFinite)
                .map(magnitude -> magnitude == 0 ? List.of() : List.of(Decay.constant(magnitude)));
    }

    @Override
    public Optional<List<Decay>> numeral(Numeral numeral) {
        return bounded(numeral);
    }

    @Override
    public Optional<List<Decay>> constant(Constant constant) {
        return bounded(constant);
    }

    @Override
    public Optional<List<Decay>> symbol(Symbol symbol) {
        return Optional.of(List.of(new Decay(Decay.logarithmUp(range.from()), 1, 0)));
    }

    @Override
    public Optional<List<Decay>> negation(Negation negation) {
        return ceiling(negation.operand());
    }

    @Override
    public Optional<List<Decay>> operation(Operation operation) {
        Expression a = operation.left();
        Expression b = operation.right();
        return switch (operation.operator()) {
            case PLUS -> sum(a, b);
            case MINUS -> Cancellation.of(operation).map(this::ceiling).orElseGet(() -> sum(a, b));
            case TIMES -> ceiling(a).flatMap(left -> ceiling(b).map(right -> product(left, right)));
            case DIVIDE -> reciprocal.of(b).flatMap(right -> ceiling(a).map(left -> product(left, List.of(right))));
            case POWER -> power(a, b);
        };
    }

    private Optional<List<Decay>> sum(Expression a, Expression b) {
        return ceiling(a).flatMap(left -> ceiling(b).map(right -> joined(left, right)));
    }

    private static List<Decay> joined(List<Decay> left, List<Decay> right) {
        List<Decay> all = new ArrayList<>(left);
        all.addAll(right);
        return few(all);
    }

    private static List<Decay> product(List<Decay> left, List<Decay> right) {
        List<Decay> all = new ArrayList<>();
        left.forEach(a -> right.forEach(b -> all.add(a.times(b))));
        return few(all);
    }

    /** The terms that fall slowest are kept apart; the others are bounded by one. */
    private static List<Decay> few(List<Decay> bounds) {
        if (bounds.size() <= MOST_TERMS) {
            return bounds;
        }
        List<Decay> sorted = new ArrayList<>(bounds);
        sorted.sort(Comparator.comparingDouble(Decay::rate).reversed());
        List<Decay> kept = new ArrayList<>(sorted.subList(MOST_TERMS, sorted.size()));
        Decay rest = sorted.subList(0, MOST_TERMS).stream().reduce(Decay::plus).orElseThrow();
        kept.add(rest);
        return few(kept);
    }

    private Optional<List<Decay>> power(Expression a, Expression b) {
        if (!range.isConstant(b)) {
            return exponential.ofPower(a, b).map(List::of);
        }
        Interval y = range.values(b).orElse(null);
        if (y == null) {
            return Optional.empty();
        }
        if (y.upper() < 0) {
            return reciprocal.of(a).map(bound -> List.of(bound.raised(-y.upper(), -y.lower())));
        }
        if (y.lower() < 0) {
            return Optional.empty();
        }
        if (y.upper() <= 1) {
            // (a + b)ʸ is at most aʸ + bʸ.
            return ceiling(a)
                    .map(bounds -> bounds.stream()
                            .map(bound -> bound.raised(y.lower(), y.upper()))
                            .toList());
        }
        if (y.lower() == 2 && y.upper() == 2) {
            return ceiling(a).map(bounds -> product(bounds, bounds));
        }
        return single(a).map(bound -> List.of(bound.raised(y.lower(), y.upper())));
    }

    @Override
    public Optional<List<Decay>> call(Call call) {
        Expression u = call.arguments().get(0);
        return switch (call.function()) {
            case EXP -> exponential.of(u).map(List::of);
            case SINH, COSH -> sum(exp(u), exp(new Negation(u))).map(bounds -> product(bounds, half()));
            case SQRT -> power(u, Expression.number(0.5));
            case ABS, TRANSPOSE, TRACE, DET -> ceiling(u);
            // Each of them is below its argument in size.
            case SIN, TANH, ATAN -> ceiling(u);
            case INVERSE -> reciprocal.of(u).map(List::of);
            case MIN, MAX -> sum(u, call.arguments().get(1));
            case LN -> exponential.ofLogarithm(u).map(List::of);
            case COS, SIGN, TAN, ASIN, ACOS -> bounded(call);
        };
    }

    private static List<Decay> half() {
        return List.of(Decay.constant(0.5));
    }

    static Expression exp(Expression u) {
        return new Call(ElementaryFunction.EXP, List.of(u));
    }

    static Expression times(Expression a, Expression b) {
        return new Operation(Operator.TIMES, a, b);
    }

    @Override
    public Optional<List<Decay>> piecewise(Piecewise piecewise) {
        List<Decay> all = new ArrayList<>();
        for (Piecewise.Branch branch : piecewise.branches()) {
            Evaluator.Truth truth = range.holds(branch.condition());
            if (truth != Evaluator.Truth.NEVER) {
                Optional<List<Decay>> bounds = ceiling(branch.value());
                if (bounds.isEmpty()) {
                    return bounds;
                }
                all.addAll(bounds.get());
            }
            if (truth == Evaluator.Truth.ALWAYS) {
                return Optional.of(few(all));
            }
        }
        return ceiling(piecewise.otherwise()).map(bounds -> joined(all, bounds));
    }
}
