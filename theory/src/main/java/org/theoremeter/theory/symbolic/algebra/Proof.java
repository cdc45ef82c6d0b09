package org.theoremeter.theory.symbolic.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.theoremeter.theory.symbolic.DefiniteIntegral;
import org.theoremeter.theory.symbolic.Derivative;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Formula;
import org.theoremeter.theory.symbolic.Region;
import org.theoremeter.theory.symbolic.Term;

/** An attempt to prove two terms equal that agree in numbers. */
final class Proof {
    private final Term left;
    private final Term right;
    private final Region region;
    private final int points;
    private final List<String> steps = new ArrayList<>();

    Proof(Term left, Term right, Region region, int points) {
        this.left = left;
        this.right = right;
        this.region = region;
        this.points = points;
    }

    /**
     * What came of an attempt.
     *
     * @param proved whether the terms are equal
     * @param how the steps, or why they did not lead there
     */
    record Attempt(boolean proved, String how) {}

    Attempt attempt() {
        AlgebraSystem system = AlgebraSystem.open();
        Translation translation = new Translation();
        IExpr assumptions = translation.assumptions(region);
        ClosedForm integrals = new ClosedForm(system, translation, region, assumptions, points);
        Optional<Expression> first = formula(left, "left", integrals);
        Optional<Expression> second = formula(right, "right", integrals);
        if (first.isEmpty() || second.isEmpty()) {
            return new Attempt(false, "no closed form of an integral that quadrature confirms");
        }
        IExpr a = translation.translate(first.get());
        IExpr b = translation.translate(second.get());
        IExpr difference = F.Plus(a, F.Times(F.CN1, b));
        if (system.evaluate(F.Together(difference)).isZero()) {
            return proved("Together[left - right] is 0");
        }
        if (system.evaluate(F.binaryAST2(S.FullSimplify, difference, assumptions))
                .isZero()) {
            return proved("FullSimplify[left - right] is 0");
        }
        if (system.evaluate(F.binaryAST2(S.FullSimplify, F.Equal(a, b), assumptions))
                .isTrue()) {
            return proved("FullSimplify[left == right] is True");
        }
        return new Attempt(false, "neither Together nor FullSimplify reduces the difference to 0");
    }

    private Optional<Expression> formula(Term term, String side, ClosedForm integrals) {
        if (term instanceof DefiniteIntegral integral) {
            Optional<ClosedForm.Found> found = integrals.of(integral);
            found.ifPresent(form -> steps.add(side + ": " + form.how()));
            return found.map(ClosedForm.Found::formula);
        }
        if (term instanceof Derivative derivative) {
            steps.add(side + ": differentiated");
            return Optional.of(derivative.expression());
        }
        return Optional.of(((Formula) term).expression());
    }

    private Attempt proved(String last) {
        steps.add(last);
        return new Attempt(true, String.join("; ", steps));
    }
}
