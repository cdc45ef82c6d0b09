package org.theoremeter.theory.critical;

import java.util.List;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.algebra.Algebra;
import org.theoremeter.theory.symbolic.algebra.Simplification;
import org.theoremeter.theory.symbolic.algebra.numeric.Equality;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Term;

/** Finds out whether formulas are equal, and what is known of several equalities together. */
final class Proofs {
    private static final Expression ZERO = Expression.number(0);
    private static final int POINTS = 64;
    private static final double RELATIVE = 1e-10;

    private Proofs() {}

    /** Tells how it is known that a formula vanishes in a region, or where it does not. */
    static Equality vanishing(Expression formula, Region region) {
        Simplification simple = Simplification.of(formula, region);
        return isZero(simple.formula()) ? simple.equality() : equal(formula, ZERO, region);
    }

    /** Tells how it is known that two formulas are equal in a region, or where they are not. */
    static Equality equal(Expression left, Expression right, Region region) {
        return Algebra.withDefaults().compare(Term.formula(left), Term.formula(right), region, POINTS, RELATIVE, true);
    }

    /** Tells whether two formulas agree in numbers; formulas that are both 0 everywhere do. */
    static Equality agreeing(Expression left, Expression right, Region region) {
        Equality numbers = Algebra.withDefaults()
                .compare(Term.formula(left), Term.formula(right), region, POINTS, RELATIVE, false);
        boolean vanishing = isZero(right) && numbers instanceof Equality.Undecided;
        return vanishing ? vanishing(left, region) : numbers;
    }

    /** Tells whether a formula is written as 0. */
    static boolean isZero(Expression formula) {
        return formula.equals(ZERO);
    }

    /** Returns what is known of several equalities taken together: the weakest of them. */
    static Equality weakest(List<Equality> equalities) {
        Equality weakest = equalities.get(0);
        for (Equality next : equalities) {
            weakest = rank(next) > rank(weakest) ? next : weakest;
        }
        return weakest;
    }

    private static int rank(Equality equality) {
        if (equality instanceof Equality.Proved) {
            return 0;
        }
        if (equality instanceof Equality.Agreed) {
            return 1;
        }
        return equality instanceof Equality.Undecided ? 2 : 3;
    }
}
