package org.theoremeter.theory.symbolic.algebra.symja;

import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.exact.ExactIdentity;
import org.theoremeter.theory.symbolic.region.Region;

/** Proves that an expression of the algebra system is zero, by exact arithmetic of our own: the system only carries it. */
public final class Vanishing {
    private final AlgebraSystem system;
    private final Translation translation;
    private final Region region;

    /** Creates a check for one session and region. */
    public Vanishing(AlgebraSystem system, Translation translation, Region region) {
        this.system = system;
        this.translation = translation;
        this.region = region;
    }

    /** Brings an expression to one fraction. */
    public IExpr together(IExpr expression) {
        return system.evaluate(F.Together(expression));
    }

    /** Tells whether an expression is shown to be zero. */
    public boolean isZero(IExpr expression) {
        return translation
                .back(expression)
                .filter(formula ->
                        ExactIdentity.of(formula, Expression.number(0), region).proved())
                .isPresent();
    }
}
