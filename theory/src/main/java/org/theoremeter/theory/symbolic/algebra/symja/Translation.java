package org.theoremeter.theory.symbolic.algebra.symja;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IBuiltInSymbol;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.Condition;
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
import org.theoremeter.theory.symbolic.algebra.rewrite.ExactSize;
import org.theoremeter.theory.symbolic.region.Region;

/**
 * Carries formulas to Symja's objects and back.
 *
 * <p>Numbers become exact fractions. Symbols are renamed, since Symja knows constants and functions by short names
 * such as C, D, E, I and N.
 */
public final class Translation implements ExpressionVisitor<IExpr> {
    private static final Map<ElementaryFunction, IBuiltInSymbol> HEADS = heads();

    /** Functions of the algebra system that formulas write as reciprocals. */
    private static final Map<IExpr, ElementaryFunction> RECIPROCALS = Map.of(
            S.Sec, ElementaryFunction.COS,
            S.Csc, ElementaryFunction.SIN,
            S.Cot, ElementaryFunction.TAN,
            S.Sech, ElementaryFunction.COSH,
            S.Csch, ElementaryFunction.SINH,
            S.Coth, ElementaryFunction.TANH);

    private final Map<String, ISymbol> symbols = new HashMap<>();
    private final Map<ISymbol, String> names = new HashMap<>();

    private static Map<ElementaryFunction, IBuiltInSymbol> heads() {
        Map<ElementaryFunction, IBuiltInSymbol> heads = new EnumMap<>(ElementaryFunction.class);
        for (ElementaryFunction function : ElementaryFunction.values()) {
            heads.put(
                    function,
                    switch (function) {
                        case EXP -> S.Exp;
                        case LN -> S.Log;
                        case SQRT -> S.Sqrt;
                        case ABS -> S.Abs;
                        case SIN -> S.Sin;
                        case COS -> S.Cos;
                        case TAN -> S.Tan;
                        case SINH -> S.Sinh;
                        case COSH -> S.Cosh;
                        case TANH -> S.Tanh;
                        case ASIN -> S.ArcSin;
                        case ACOS -> S.ArcCos;
                        case ATAN -> S.ArcTan;
                        case MIN -> S.Min;
                        case MAX -> S.Max;
                        case SIGN -> S.Sign;
                        // Of numbers; formulas of matrices are written out before they get here.
                        case TRANSPOSE, TRACE, DET -> S.Identity;
                        case INVERSE -> S.Divide;
                    });
        }
        return heads;
    }

    /** Says that a formula has no translation. */
    static final class Untranslatable extends RuntimeException {
        Untranslatable(String message) {
            super(message);
        }
    }

    /**
     * Translates a formula.
     *
     * @throws Untranslatable if it contains a case distinction
     * @throws ExactSize.TooLarge if exact arithmetic could not hold it
     */
    public IExpr translate(Expression expression) {
        IExpr translated = expression.accept(this);
        ExactSize.check(expression);
        return translated;
    }

    /** Returns the object that stands for a symbol. */
    public ISymbol named(String name) {
        return symbols.computeIfAbsent(name, unknown -> {
            ISymbol symbol = F.Dummy("symbol" + symbols.size());
            names.put(symbol, unknown);
            return symbol;
        });
    }

    /** Returns what a region says about its symbols, as one conjunction. */
    public IExpr assumptions(Region region) {
        List<IExpr> all = new ArrayList<>();
        region.domains().forEach((name, domain) -> {
            ISymbol symbol = named(name);
            boolean below = Double.isFinite(domain.lower());
            boolean above = Double.isFinite(domain.upper());
            if (below) {
                all.add(F.binaryAST2(domain.lowerOpen() ? S.Greater : S.GreaterEqual, symbol, exact(domain.lower())));
            }
            if (above) {
                all.add(F.binaryAST2(domain.upperOpen() ? S.Less : S.LessEqual, symbol, exact(domain.upper())));
            }
            // A bound implies that the symbol is real.
            if (!below && !above) {
                all.add(F.Element(symbol, S.Reals));
            }
            if (domain.integer()) {
                all.add(F.Element(symbol, S.Integers));
            }
        });
        region.assumptions().forEach(assumption -> all.add(comparison(assumption)));
        return all.size() == 1 ? all.get(0) : F.And(all.toArray(IExpr[]::new));
    }

    private IExpr comparison(Condition condition) {
        IExpr left = translate(condition.left());
        IExpr right = translate(condition.right());
        return F.binaryAST2(
                switch (condition.relation()) {
                    case LESS -> S.Less;
                    case AT_MOST -> S.LessEqual;
                    case GREATER -> S.Greater;
                    case AT_LEAST -> S.GreaterEqual;
                    case EQUAL -> S.Equal;
                },
                left,
                right);
    }

    private IExpr exact(double end) {
        return translate(Expression.number(end));
    }

    @Override
    public IExpr numeral(Numeral numeral) {
        BigDecimal value = numeral.value();
        BigInteger unscaled = value.unscaledValue();
        return value.scale() <= 0
                ? F.ZZ(unscaled.multiply(BigInteger.TEN.pow(-value.scale())))
                : F.QQ(F.ZZ(unscaled), F.ZZ(BigInteger.TEN.pow(value.scale())));
    }

    @Override
    public IExpr symbol(Symbol symbol) {
        return named(symbol.name());
    }

    @Override
    public IExpr constant(Constant constant) {
        return S.Pi;
    }

    @Override
    public IExpr negation(Negation negation) {
        return F.Times(F.CN1, negation.operand().accept(this));
    }

    @Override
    public IExpr operation(Operation operation) {
        IExpr left = operation.left().accept(this);
        IExpr right = operation.right().accept(this);
        return switch (operation.operator()) {
            case PLUS -> F.Plus(left, right);
            case MINUS -> F.Plus(left, F.Times(F.CN1, right));
            case TIMES -> F.Times(left, right);
            case DIVIDE -> F.Times(left, F.Power(right, F.CN1));
            case POWER -> F.Power(left, right);
        };
    }

    @Override
    public IExpr call(Call call) {
        IExpr[] arguments =
                call.arguments().stream().map(argument -> argument.accept(this)).toArray(IExpr[]::new);
        return call.function() == ElementaryFunction.INVERSE
                ? F.Power(arguments[0], F.CN1)
                : F.ast(arguments, HEADS.get(call.function()));
    }

    @Override
    public IExpr piecewise(Piecewise piecewise) {
        throw new Untranslatable("case distinctions are compared in numbers only");
    }

    /** Carries a result back; there is none if it holds anything that a formula cannot say. */
    public Optional<Expression> back(IExpr result) {
        try {
            return Optional.of(expression(result));
        } catch (Untranslatable | IllegalArgumentException unsayable) {
            return Optional.empty();
        }
    }

    private Expression expression(IExpr result) {
        if (result instanceof IRational rational) {
            return rational(rational);
        }
        if (result.equals(S.Pi)) {
            return Constant.PI;
        }
        if (result.equals(S.E)) {
            return new Call(ElementaryFunction.EXP, List.of(Expression.number(1)));
        }
        if (result instanceof ISymbol symbol && names.containsKey(symbol)) {
            return Expression.symbol(names.get(symbol));
        }
        if (result instanceof IAST tree) {
            return tree(tree);
        }
        throw new Untranslatable(String.valueOf(result));
    }

    private static Expression rational(IRational rational) {
        BigInteger numerator = rational.toBigNumerator();
        Expression above = new Numeral(new BigDecimal(numerator.abs()));
        BigInteger denominator = rational.toBigDenominator();
        Expression size = denominator.equals(BigInteger.ONE)
                ? above
                : new Operation(Operator.DIVIDE, above, new Numeral(new BigDecimal(denominator)));
        return numerator.signum() < 0 ? new Negation(size) : size;
    }

    private Expression tree(IAST tree) {
        List<Expression> parts = new ArrayList<>();
        for (int i = 1; i < tree.size(); i++) {
            boolean naturalBase = i == 1 && tree.isPower() && tree.arg1().equals(S.E);
            if (!naturalBase) {
                parts.add(expression(tree.get(i)));
            }
        }
        if (tree.isPlus()) {
            return chain(Operator.PLUS, parts);
        }
        if (tree.isTimes()) {
            return chain(Operator.TIMES, parts);
        }
        if (tree.isPower()) {
            return parts.size() == 1
                    ? new Call(ElementaryFunction.EXP, parts)
                    : new Operation(Operator.POWER, parts.get(0), parts.get(1));
        }
        if (RECIPROCALS.containsKey(tree.head()) && parts.size() == 1) {
            return new Operation(Operator.DIVIDE, Expression.number(1), new Call(RECIPROCALS.get(tree.head()), parts));
        }
        ElementaryFunction function = HEADS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(tree.head()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new Untranslatable(String.valueOf(tree.head())));
        return new Call(function, parts);
    }

    private static Expression chain(Operator operator, List<Expression> parts) {
        return parts.stream()
                .reduce((left, right) -> new Operation(operator, left, right))
                .orElseThrow(() -> new Untranslatable("nothing joined by " + operator));
    }
}
