package org.theoremeter.theory.symbolic.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Region;
import org.theoremeter.theory.symbolic.Relation;
import org.theoremeter.theory.symbolic.Term;

/** An attempt to prove two terms equal that agree in numbers, case by case where a case distinction is left. */
final class Proof {
    private static final int MOST_CASES = 200;

    private final Term left;
    private final Term right;
    private final Region region;
    private final AlgebraSystem system = AlgebraSystem.open();
    private final Translation translation = new Translation();
    private final TreeSet<String> steps = new TreeSet<>();
    private int cases;

    private Proof(Term left, Term right, Region region) {
        this.left = left;
        this.right = right;
        this.region = region;
    }

    /**
     * What came of an attempt.
     *
     * @param proved whether the terms are equal
     * @param how the steps, or why they did not lead there
     * @param cutOff whether it took too long
     */
    record Attempt(boolean proved, String how, boolean cutOff) {
        static Attempt failed(String why) {
            return new Attempt(false, why, false);
        }
    }

    /** Attempts a proof; the algebra system is bound to the thread that does. */
    static Attempt attempt(Term left, Term right, Region region) {
        return new Proof(left, right, region).attempt();
    }

    private Attempt attempt() {
        ClosedForm closed = new ClosedForm(system, translation, region);
        List<String> found = new ArrayList<>();
        Optional<Expression> first = formula(left, "left", closed, found);
        Optional<Expression> second = formula(right, "right", closed, found);
        if (first.isEmpty() || second.isEmpty()) {
            return Attempt.failed("no closed form that the numbers confirm");
        }
        Optional<String> failure = prove(first.get(), second.get(), region);
        if (failure.isPresent()) {
            return Attempt.failed(failure.get());
        }
        found.addAll(steps);
        if (cases > 1) {
            found.add("in each of " + cases + " cases");
        }
        return new Attempt(true, String.join("; ", found), false);
    }

    private static Optional<Expression> formula(Term term, String side, ClosedForm closed, List<String> found) {
        Optional<ClosedForm.Found> form = closed.of(term);
        form.filter(result -> !result.how().isEmpty()).ifPresent(result -> found.add(side + ": " + result.how()));
        return form.map(ClosedForm.Found::formula);
    }

    /** Returns why it failed, or nothing if the sides are equal everywhere in the region. */
    private Optional<String> prove(Expression a, Expression b, Region where) {
        CaseDistinctions.Resolved first = CaseDistinctions.in(where, a);
        CaseDistinctions.Resolved second = CaseDistinctions.in(where, b);
        Optional<Condition> open = first.open().or(second::open);
        if (open.isEmpty()) {
            return compare(first.expression(), second.expression(), where);
        }
        if (open.get().relation() == Relation.EQUAL) {
            return Optional.of("the equation " + open.get() + " is neither implied nor excluded");
        }
        for (Condition half : List.of(open.get(), Inequalities.opposite(open.get()))) {
            Region part = where.assuming(half);
            if (!Inequalities.contradictory(part)) {
                Optional<String> failure = prove(first.expression(), second.expression(), part);
                if (failure.isPresent()) {
                    return failure;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> compare(Expression a, Expression b, Region where) {
        cases++;
        if (cases > MOST_CASES) {
            return Optional.of("more than " + MOST_CASES + " cases");
        }
        if (equalInParts(a, b)) {
            steps.add("Together[left - right] is 0, repeated parts taken as symbols");
            return Optional.empty();
        }
        IExpr assumptions = translation.assumptions(where);
        Optional<String> how =
                new Vanishing(system, assumptions).equal(translation.translate(a), translation.translate(b));
        how.ifPresent(steps::add);
        return how.isPresent()
                ? Optional.empty()
                : Optional.of("neither Together nor FullSimplify reduces the difference to 0"
                        + (where.assumptions().size() > region.assumptions().size()
                                ? " where " + where.assumptions()
                                : ""));
    }

    /** A quick attempt that spares expanding what both sides have in common. */
    private boolean equalInParts(Expression a, Expression b) {
        RepeatedParts parts = new RepeatedParts(a, b);
        Expression left = parts.replaced(a);
        Expression right = parts.replaced(b);
        if (!parts.any()) {
            return false;
        }
        Translation own = new Translation();
        try {
            IExpr difference = F.Plus(own.translate(left), F.Times(F.CN1, own.translate(right)));
            return system.evaluate(F.Together(difference)).isZero();
        } catch (ExactSize.TooLarge tooLarge) {
            return false;
        }
    }
}
