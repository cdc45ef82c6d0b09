package org.theoremeter.theory.symbolic.algebra.symja;

import java.util.HashMap;
import java.util.Map;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Puts symbols in the place of sums that divide and are free of a variable, so that expanding leaves them whole. */
public final class ConstantDivisors {
    private final ISymbol variable;
    private final Map<IExpr, ISymbol> hidden = new HashMap<>();

    /** Creates a hiding place for divisors that are free of a variable. */
    public ConstantDivisors(ISymbol variable) {
        this.variable = variable;
    }

    /** Returns an expression with its constant divisors replaced by symbols. */
    public IExpr hide(IExpr expression) {
        boolean divides = expression.isPower() && expression.exponent().isNegative();
        if (divides && expression.base().isPlus() && expression.base().isFree(variable)) {
            ISymbol symbol = hidden.computeIfAbsent(expression.base(), base -> F.Dummy("divisor" + hidden.size()));
            return F.Power(symbol, expression.exponent());
        }
        if (!(expression instanceof IAST tree)) {
            return expression;
        }
        IExpr[] parts = new IExpr[tree.size() - 1];
        for (int i = 1; i < tree.size(); i++) {
            parts[i - 1] = hide(tree.get(i));
        }
        return F.ast(parts, tree.head());
    }

    /** Returns an expression with the divisors back in their places. */
    public IExpr restore(IExpr expression) {
        IExpr restored = expression;
        for (Map.Entry<IExpr, ISymbol> entry : hidden.entrySet()) {
            restored = F.subst(restored, entry.getValue(), entry.getKey());
        }
        return restored;
    }
}
