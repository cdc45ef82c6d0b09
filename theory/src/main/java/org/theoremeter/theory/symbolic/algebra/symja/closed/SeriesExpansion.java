package org.theoremeter.theory.symbolic.algebra.symja.closed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.util.CombinatoricsUtils;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
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
import org.theoremeter.theory.symbolic.algebra.numeric.Bounded;
import org.theoremeter.theory.symbolic.algebra.numeric.SamplePoints;
import org.theoremeter.theory.symbolic.algebra.symja.AlgebraSystem;
import org.theoremeter.theory.symbolic.algebra.symja.Translation;
import org.theoremeter.theory.symbolic.algebra.symja.Vanishing;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Term;

/**
 * Expands a formula in powers of a small positive symbol x by arithmetic on series, since Symja's own {@code Series} and
 * {@code Limit} are wrong too often.
 *
 * <p>The logarithm of x is carried as a symbol of its own, which any positive power of x beats.
 */
final class SeriesExpansion implements ExpressionVisitor<PowerSeries> {
    private static final String ARGUMENT = "y";
    private static final String LOGARITHM = "logarithm_of_the_expansion";
    private static final int POINTS = 4;
    /** Bounds on rounding are to first order; beyond so many of them there is no doubt. */
    private static final double ROUNDING = 16;

    private final AlgebraSystem system;
    private final Translation translation;
    private final String variable;
    private final PowerSeries.Ring ring;
    private final int terms;
    private final List<Map<String, Double>> points;
    private final IExpr logarithm;

    SeriesExpansion(AlgebraSystem system, Translation translation, Region region, String variable, int terms) {
        this.system = system;
        this.translation = translation;
        this.variable = variable;
        this.terms = terms;
        this.logarithm = translation.named(LOGARITHM);
        Vanishing zero = new Vanishing(system, translation, region);
        this.points = SamplePoints.of(region, POINTS);
        this.ring = new PowerSeries.Ring(zero::together, this::differsFromZero, zero);
    }

    private boolean differsFromZero(IExpr coefficient) {
        return translation
                .back(coefficient)
                .filter(formula -> points.get(0).keySet().containsAll(formula.symbols()))
                .map(Term::formula)
                .filter(formula -> points.stream()
                        .map(point -> Bounded.of(formula, point))
                        .anyMatch(value -> value.isFinite() && Math.abs(value.value()) > ROUNDING * value.error()))
                .isPresent();
    }

    /**
     * Returns the limit for x → 0 from above, or nothing if it was not found or is infinite.
     *
     * @throws PowerSeries.Unknown if an operation lies beyond what series can do
     */
    Optional<IExpr> limit(Expression expression) {
        PowerSeries series = expression.accept(this);
        if (series.valuation() > 0) {
            return Optional.of(F.C0);
        }
        return series.valuation() < 0 ? Optional.empty() : constant(series, 0);
    }

    /**
     * Returns the coefficients of x⁰ to xⁿ, or nothing if the formula has no such polynomial.
     *
     * @throws PowerSeries.Unknown if an operation lies beyond what series can do
     */
    Optional<List<IExpr>> polynomial(Expression expression, int order) {
        PowerSeries series = expression.accept(this);
        if (series.valuation() < 0) {
            return Optional.empty();
        }
        List<IExpr> coefficients = new ArrayList<>();
        for (int power = 0; power <= order; power++) {
            Optional<IExpr> coefficient = constant(series, power);
            if (coefficient.isEmpty()) {
                return Optional.empty();
            }
            coefficients.add(coefficient.get());
        }
        return Optional.of(coefficients);
    }

    private Optional<IExpr> constant(PowerSeries series, int power) {
        IExpr coefficient = series.coefficient(power);
        return coefficient.isFree(logarithm) ? Optional.of(coefficient) : Optional.empty();
    }

    @Override
    public PowerSeries numeral(Numeral numeral) {
        return ring.constant(translation.numeral(numeral), terms);
    }

    @Override
    public PowerSeries symbol(Symbol symbol) {
        return symbol.name().equals(variable)
                ? ring.variable(terms)
                : ring.constant(translation.named(symbol.name()), terms);
    }

    @Override
    public PowerSeries constant(Constant constant) {
        return ring.constant(translation.constant(constant), terms);
    }

    @Override
    public PowerSeries negation(Negation negation) {
        return ring.scaled(negation.operand().accept(this), F.CN1);
    }

    @Override
    public PowerSeries operation(Operation operation) {
        PowerSeries a = operation.left().accept(this);
        if (operation.operator() == Operator.POWER) {
            return power(a, operation.right());
        }
        PowerSeries b = operation.right().accept(this);
        return switch (operation.operator()) {
            case PLUS -> ring.plus(a, b);
            case MINUS -> ring.plus(a, ring.scaled(b, F.CN1));
            case TIMES -> ring.times(a, b);
            default -> ring.times(a, ring.power(b, F.CN1));
        };
    }

    private PowerSeries power(PowerSeries base, Expression exponent) {
        if (!exponent.symbols().contains(variable)) {
            IExpr power = system.evaluate(translation.translate(exponent));
            if (power.isInteger() || base.valuation() == 0 || power.isFraction()) {
                return power.isZero() ? ring.constant(F.C1, terms) : ring.power(base, power);
            }
        }
        return function(ElementaryFunction.EXP, ring.times(exponent.accept(this), logarithm(base)));
    }

    @Override
    public PowerSeries call(Call call) {
        PowerSeries argument = call.arguments().get(0).accept(this);
        return switch (call.function()) {
            case SQRT -> ring.power(argument, F.C1D2);
            case LN -> logarithm(argument);
            case INVERSE -> ring.power(argument, F.CN1);
            case TRANSPOSE, TRACE, DET -> argument;
            case ABS, SIGN, MIN, MAX -> throw new PowerSeries.Unknown("a kink");
            default -> function(call.function(), argument);
        };
    }

    /** ln(c xᵛ (1 + u)) = v ln x + ln c + ln(1 + u). */
    private PowerSeries logarithm(PowerSeries argument) {
        if (argument.coefficients().isEmpty()) {
            throw new PowerSeries.Unknown("the logarithm of what may be zero");
        }
        IExpr first = argument.coefficients().get(0);
        PowerSeries scaled = ring.scaled(ring.shifted(argument, -argument.valuation()), F.Power(first, F.CN1));
        PowerSeries u = ring.plus(scaled, ring.constant(F.CN1, terms));
        List<IExpr> outer = new ArrayList<>();
        outer.add(F.Plus(F.Times(F.ZZ(argument.valuation()), logarithm), F.Log(first)));
        for (int k = 1; k < terms; k++) {
            outer.add(F.QQ(k % 2 == 1 ? 1 : -1, k));
        }
        return ring.composed(outer, u, terms);
    }

    /** Composes a function that is analytic at the constant term of its argument. */
    private PowerSeries function(ElementaryFunction function, PowerSeries argument) {
        if (argument.valuation() < 0 || argument.end() <= 0) {
            throw new PowerSeries.Unknown("a function of what is unbounded");
        }
        IExpr centre = argument.coefficient(0);
        if (!centre.isFree(logarithm)) {
            throw new PowerSeries.Unknown("a function of a logarithm");
        }
        PowerSeries u = ring.plus(argument, ring.constant(F.Times(F.CN1, centre), terms));
        List<IExpr> outer = new ArrayList<>();
        Expression derivative = new Call(function, List.of(Expression.symbol(ARGUMENT)));
        Translation own = new Translation();
        for (int k = 0; k < terms; k++) {
            IExpr formula = own.translate(derivative);
            IExpr there = formula.isFree(own.named(ARGUMENT)) ? formula : F.subst(formula, own.named(ARGUMENT), centre);
            outer.add(system.evaluate(F.Times(there, F.Power(F.ZZ(CombinatoricsUtils.factorial(k)), F.CN1))));
            derivative = derivative.derivative(ARGUMENT);
        }
        return ring.composed(outer, u, terms);
    }

    @Override
    public PowerSeries piecewise(Piecewise piecewise) {
        throw new PowerSeries.Unknown("a case distinction");
    }
}
