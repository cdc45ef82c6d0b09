package org.theoremeter.theory.symbolic.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Relation;
import org.theoremeter.theory.symbolic.algebra.numeric.ContinuityCheck;
import org.theoremeter.theory.symbolic.algebra.rewrite.CaseDistinctions;
import org.theoremeter.theory.symbolic.algebra.rewrite.ExactSize;
import org.theoremeter.theory.symbolic.algebra.rewrite.Inequalities;
import org.theoremeter.theory.symbolic.algebra.rewrite.LinearForm;
import org.theoremeter.theory.symbolic.algebra.rewrite.RepeatedParts;
import org.theoremeter.theory.symbolic.algebra.symja.AlgebraSystem;
import org.theoremeter.theory.symbolic.algebra.symja.Attempt;
import org.theoremeter.theory.symbolic.algebra.symja.Translation;
import org.theoremeter.theory.symbolic.algebra.symja.closed.ClosedForm;
import org.theoremeter.theory.symbolic.exact.ExactIdentity;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Term;

/** An attempt to prove two terms equal that agree in numbers, case by case where a case distinction is left. */
final class Proof {
    private static final int MOST_CASES = 200;

    private final Term left;
    private final Term right;
    private final Region region;
    private final ContinuityCheck continuity;
    private final AlgebraSystem system = AlgebraSystem.open();
    private final Translation translation = new Translation();
    private final TreeSet<String> steps = new TreeSet<>();
    private int cases;

    private Proof(Term left, Term right, Region region, ContinuityCheck continuity) {
        this.left = left;
        this.right = right;
        this.region = region;
        this.continuity = continuity;
    }

    /** Attempts a proof; the algebra system is bound to the thread that does. */
    static Attempt attempt(Term left, Term right, Region region, ContinuityCheck continuity) {
        return new Proof(left, right, region, continuity).attempt();
    }

    private Attempt attempt() {
        ClosedForm closed = new ClosedForm(system, translation, region, continuity);
        List<String> found = new ArrayList<>();
        List<String> doubts = new ArrayList<>();
        Optional<Expression> first = formula(left, "left", closed, found, doubts);
        Optional<Expression> second = formula(right, "right", closed, found, doubts);
        if (first.isEmpty() || second.isEmpty()) {
            return Attempt.failed("no closed form that the numbers confirm");
        }
        if (!doubts.isEmpty()) {
            return Attempt.failed(String.join("; ", doubts));
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

    private static Optional<Expression> formula(
            Term term, String side, ClosedForm closed, List<String> found, List<String> doubts) {
        Optional<ClosedForm.Found> form = closed.of(term);
        form.filter(result -> !result.how().isEmpty()).ifPresent(result -> found.add(side + ": " + result.how()));
        form.flatMap(ClosedForm.Found::doubt)
                .ifPresent(doubt -> doubts.add(side + ": " + form.get().how() + ", but " + doubt));
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
        if (whole(first.expression(), second.expression(), where)) {
            return Optional.empty();
        }
        return inCases(open.get(), first.expression(), second.expression(), where);
    }

    /** Absolute values need no cases as long as each stays what it is. */
    private boolean whole(Expression a, Expression b, Region where) {
        ExactIdentity exact = isSmall(a) && isSmall(b)
                ? ExactIdentity.of(a, b, where)
                : new ExactIdentity(false, "", Optional.empty());
        if (exact.proved()) {
            cases++;
            steps.add(exact.how());
        }
        return exact.proved();
    }

    private static boolean isSmall(Expression expression) {
        try {
            ExactSize.check(expression);
            return true;
        } catch (ExactSize.TooLarge | IllegalStateException tooLarge) {
            return false;
        }
    }

    private Optional<String> inCases(Condition open, Expression a, Expression b, Region where) {
        List<Condition> halves = new ArrayList<>();
        halves.add(open);
        halves.addAll(Inequalities.opposites(open));
        for (Condition half : halves) {
            Region part = where.assuming(half);
            if (!Inequalities.contradictory(part)) {
                Optional<String> failure =
                        half.relation() == Relation.EQUAL ? proveOnEquation(half, a, b, part) : prove(a, b, part);
                if (failure.isPresent()) {
                    return failure;
                }
            }
        }
        return Optional.empty();
    }

    /** Two cases that overlap at their edge leave an equation there. */
    private Optional<Condition> impliedEquation(Region where) {
        List<Condition> own = where.assumptions()
                .subList(region.assumptions().size(), where.assumptions().size());
        return own.stream()
                .filter(condition ->
                        condition.relation() == Relation.AT_MOST || condition.relation() == Relation.AT_LEAST)
                .map(condition -> new Condition(Relation.EQUAL, condition.left(), condition.right()))
                .filter(equation -> !own.contains(equation) && Inequalities.imply(where, equation))
                .findFirst();
    }

    /** An equation is used by solving it for a symbol. */
    private Optional<String> proveOnEquation(Condition equation, Expression a, Expression b, Region where) {
        Optional<Map<String, Expression>> solution =
                LinearForm.solved(equation, where.domains().keySet());
        if (solution.isEmpty()) {
            return Optional.of("the equation " + equation + " is neither implied nor excluded");
        }
        Expression left = CaseDistinctions.in(where, a).expression();
        Expression right = CaseDistinctions.in(where, b).expression();
        return prove(left.substitute(solution.get()), right.substitute(solution.get()), where);
    }

    private Optional<String> compare(Expression a, Expression b, Region where) {
        cases++;
        if (cases > MOST_CASES) {
            return Optional.of("more than " + MOST_CASES + " cases");
        }
        if (equalInParts(a, b)) {
            steps.add("left - right is 0 as a quotient of polynomials, repeated parts taken as symbols");
            return Optional.empty();
        }
        ExactSize.check(a);
        ExactSize.check(b);
        ExactIdentity exact = ExactIdentity.of(a, b, where);
        if (exact.proved()) {
            steps.add(exact.how());
            return Optional.empty();
        }
        Optional<Condition> open = exact.open()
                .filter(condition -> !where.assumptions().contains(condition)
                        && !where.assumptions().contains(Inequalities.opposite(condition)));
        if (open.isPresent()) {
            return inCases(open.get(), a, b, where);
        }
        Optional<Condition> edge = impliedEquation(where);
        if (edge.isPresent()) {
            return proveOnEquation(edge.get(), a, b, where.assuming(edge.get()));
        }
        boolean narrowed = where.assumptions().size() > region.assumptions().size();
        return Optional.of(exact.how() + (narrowed ? " where " + where.assumptions() : ""));
    }

    /** A quick attempt that spares expanding what both sides have in common. */
    private boolean equalInParts(Expression a, Expression b) {
        RepeatedParts parts = new RepeatedParts(a, b);
        Expression left = parts.replaced(a);
        Expression right = parts.replaced(b);
        if (!parts.any()) {
            return false;
        }
        try {
            ExactSize.check(left);
            ExactSize.check(right);
            return ExactIdentity.of(left, right, region).proved();
        } catch (ExactSize.TooLarge tooLarge) {
            return false;
        }
    }
}
