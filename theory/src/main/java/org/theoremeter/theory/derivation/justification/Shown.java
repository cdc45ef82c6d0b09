package org.theoremeter.theory.derivation.justification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.theoremeter.theory.definedness.Definedness;
import org.theoremeter.theory.evidence.Obligation;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Relation;
import org.theoremeter.theory.symbolic.algebra.numeric.SamplePoints;
import org.theoremeter.theory.symbolic.algebra.rewrite.Inequalities;
import org.theoremeter.theory.symbolic.enclosure.Answer;
import org.theoremeter.theory.symbolic.enclosure.Enclosures;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Derivative;
import org.theoremeter.theory.symbolic.term.Formula;
import org.theoremeter.theory.symbolic.term.Term;

/** Discharges obligations about inequalities and definedness on whole regions; an inequality that is enclosed is proved. */
public final class Shown {
    private static final int POINTS = 64;
    private static final long BUDGET = 200_000;

    private Shown() {}

    /** Returns the obligation that two terms have a value everywhere on a region, as far as they are formulas. */
    public static Obligation defined(Term left, Term right, Region region) {
        List<Expression> formulas = new ArrayList<>();
        Stream.of(left, right).forEach(term -> {
            if (term instanceof Formula formula) {
                formulas.add(formula.expression());
            } else if (term instanceof Derivative derivative) {
                formulas.add(derivative.of());
                formulas.add(derivative.expression());
            }
        });
        String statement = "both sides are defined on the whole domain";
        Definedness found = Definedness.of(formulas, region);
        return switch (found.state()) {
            case SHOWN -> Obligation.proved(statement, found.sentence());
            case REFUTED -> Obligation.refuted(statement, found.sentence());
            case OPEN -> Obligation.undecided(statement, found.sentence());
        };
    }

    /**
     * Returns the obligation that a comparison holds on a region; what subdivision leaves open is looked at at points.
     *
     * @param statement the obligation in words
     */
    static Obligation holds(String statement, Condition condition, Region region) {
        Answer answer = Inequalities.imply(region, condition) || Exactly.holds(condition, region)
                ? Answer.shown()
                : Enclosures.in(region).withBudget(BUDGET).holds(condition);
        String text = condition + ": " + answer.effort();
        if (answer.isShown()) {
            return Obligation.proved(statement, text);
        }
        if (answer.isRefuted()) {
            return Obligation.refuted(
                    statement, condition + " fails at " + answer.witness().orElseThrow());
        }
        Optional<Map<String, Double>> failure = SamplePoints.of(region, POINTS).stream()
                .filter(point -> !condition.holds(point))
                .findFirst();
        return failure.map(point -> Obligation.refuted(statement, condition + " fails at " + point))
                .orElseGet(() -> Obligation.agreed(
                        statement, condition + " holds at " + POINTS + " points; " + answer.effort()));
    }

    /** Returns the obligation that a value lies in a domain, whose ends count as limits unless strictness is asked for. */
    static List<Obligation> inside(String statement, Expression value, Domain domain, boolean strict, Region region) {
        List<Obligation> obligations = new ArrayList<>();
        if (Double.isFinite(domain.lower())) {
            Relation relation = strict && domain.lowerOpen() ? Relation.GREATER : Relation.AT_LEAST;
            obligations.add(
                    holds(statement, new Condition(relation, value, Expression.number(domain.lower())), region));
        }
        if (Double.isFinite(domain.upper())) {
            Relation relation = strict && domain.upperOpen() ? Relation.LESS : Relation.AT_MOST;
            obligations.add(
                    holds(statement, new Condition(relation, value, Expression.number(domain.upper())), region));
        }
        return obligations;
    }
}
