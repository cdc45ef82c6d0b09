package org.theoremeter.theory.derivation.justification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.theoremeter.theory.definedness.Definedness;
import org.theoremeter.theory.derivation.join.Kinks;
import org.theoremeter.theory.evidence.Obligation;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.algebra.Cofactor;
import org.theoremeter.theory.symbolic.algebra.numeric.SamplePoints;
import org.theoremeter.theory.symbolic.enclosure.Answer;
import org.theoremeter.theory.symbolic.enclosure.Enclosures;
import org.theoremeter.theory.symbolic.enclosure.OnlyRoot;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;

/**
 * That a stated solution lies in its domain and is the only one there: by a factor that leaves no other zero, by enclosures
 * for all values of the other symbols at once, or at some of their values, whichever can be had first.
 *
 * @param difference what is to be zero
 * @param symbol the symbol that is solved for
 * @param stated the solution
 * @param region where all symbols are meant
 */
record Uniqueness(Expression difference, String symbol, Expression stated, Region region) {
    private static final String INSIDE = "the solution lies in its domain";
    private static final String ALONE = "there is no other solution";
    private static final long BUDGET = 600_000;
    private static final int POINTS = 12;

    List<Obligation> obligations() {
        Domain domain = region.domains().getOrDefault(symbol, Domain.reals());
        Region about = region.with(symbol, domain);
        List<Obligation> obligations =
                new ArrayList<>(Shown.inside(INSIDE, stated, domain, true, region.about(known(stated.symbols()))));
        Set<String> symbols = new TreeSet<>(difference.symbols());
        symbols.addAll(stated.symbols());
        symbols.add(symbol);
        region.assumptions().forEach(assumption -> symbols.addAll(assumption.symbols()));
        obligations.add(alone(about.about(symbols)));
        return obligations;
    }

    private Set<String> known(Set<String> symbols) {
        Set<String> known = new TreeSet<>(symbols);
        known.retainAll(region.domains().keySet());
        return known;
    }

    private Obligation alone(Region where) {
        if (isMonotone(where)) {
            return Obligation.proved(ALONE, "the slope in " + symbol + " is nowhere zero");
        }
        Answer answer = OnlyRoot.of(difference, symbol, stated, where, BUDGET);
        if (answer.isRefuted()) {
            return another(answer);
        }
        if (answer.isShown()) {
            return Obligation.proved(ALONE, "no other zero for any values of the other symbols, " + answer.effort());
        }
        return byFactor(where)
                ? Obligation.proved(ALONE, "what is left of the equation besides the solution's factor is nowhere zero")
                : atPoints(where);
    }

    /** A smooth formula whose slope has no zero on an interval has at most one zero there. */
    private boolean isMonotone(Region where) {
        Region free = new Region(
                where.domains(),
                where.assumptions().stream()
                        .filter(assumption -> !assumption.symbols().contains(symbol))
                        .toList());
        return Kinks.areAbsent(difference)
                && Definedness.of(List.of(difference), free).state() == Answer.State.SHOWN
                && Definedness.isNowhereZero(difference.derivative(symbol), free);
    }

    private Obligation another(Answer answer) {
        return Obligation.refuted(
                ALONE,
                "there is another solution at " + answer.witness().orElseThrow() + ", where " + symbol + " = " + stated
                        + " is not one of these values");
    }

    private boolean byFactor(Region where) {
        return Cofactor.of(difference, symbol, stated, where).stream()
                .anyMatch(factors -> factors.stream()
                        .allMatch(factor -> factor.symbols().isEmpty() || Definedness.isNowhereZero(factor, where)));
    }

    private Obligation atPoints(Region where) {
        List<Map<String, Double>> points = SamplePoints.of(where, POINTS);
        boolean all = true;
        for (Map<String, Double> point : points) {
            Answer answer = OnlyRoot.at(new TreeMap<>(point), difference, symbol, stated, where, BUDGET / POINTS);
            if (answer.isRefuted()) {
                return another(answer);
            }
            if (!answer.isShown() && !answer.onlyAtEnds()) {
                return Obligation.undecided(ALONE, "at " + point + ": " + answer.effort());
            }
            all &= answer.isShown();
        }
        return Obligation.agreed(
                ALONE,
                "all solutions enclosed at " + points.size() + " values of the other symbols"
                        + (all ? "" : ", but for what lies within rounding of an end of the domain"));
    }

    /** Returns the obligation that a polynomial keeps its degree: its leading coefficient is nowhere zero. */
    static Obligation leading(Expression difference, String symbol, int degree, Region region) {
        String statement = "the degree is " + degree + " everywhere";
        Expression leading = difference;
        for (int i = 0; i < degree; i++) {
            leading = leading.derivative(symbol);
        }
        Set<String> symbols = new TreeSet<>(leading.symbols());
        Answer answer = Enclosures.in(region.domains().keySet().containsAll(symbols) ? region.about(symbols) : region)
                .nowhereZero(leading);
        if (answer.isRefuted()) {
            return Obligation.refuted(
                    statement,
                    "the leading coefficient vanishes at " + answer.witness().orElseThrow());
        }
        return answer.isShown()
                ? Obligation.proved(statement, "the leading coefficient is nowhere zero, " + answer.effort())
                : Obligation.agreed(statement, "that the leading coefficient is nowhere zero is " + answer.effort());
    }
}
