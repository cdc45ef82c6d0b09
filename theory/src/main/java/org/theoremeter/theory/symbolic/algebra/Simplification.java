package org.theoremeter.theory.symbolic.algebra;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.algebra.numeric.Comparison;
import org.theoremeter.theory.symbolic.algebra.numeric.Equality;
import org.theoremeter.theory.symbolic.algebra.rewrite.Summands;
import org.theoremeter.theory.symbolic.algebra.symja.Proposals;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Formula;

/**
 * A shorter formula for the same thing.
 *
 * <p>The algebra system proposes, first for each summand, then for the sum: common denominators, factors, expansions,
 * partial fractions. Of what equals the original, the formula that is shortest in print is taken.
 *
 * @param formula the formula
 * @param equality how it is known to equal the original
 */
public record Simplification(Expression formula, Equality equality) {
    private static final int POINTS = 64;
    private static final double RELATIVE = 1e-10;
    /** Proposals that are tried for a proof before one is taken that merely agrees in numbers. */
    private static final int MOST_PROOFS = 3;

    /**
     * Simplifies.
     *
     * @param original a formula
     * @param region a domain for each of its symbols, and what is assumed of them
     * @return the shortest formula found, the original itself at worst
     * @throws IllegalArgumentException if a free symbol has no domain
     */
    public static Simplification of(Expression original, Region region) {
        Region about = region.about(original.symbols());
        Reduction reduction = new Reduction(about, POINTS, RELATIVE);
        List<Expression> terms = Summands.of(original).stream()
                .flatMap(term -> Summands.of(reduction.of(term)).stream())
                .toList();
        if (terms.size() == 1) {
            Simplification only = shortest(terms.get(0), about, Proposals.of(terms.get(0), about));
            return new Simplification(only.formula(), together(original, only.formula(), about, List.of(only)));
        }
        List<Simplification> parts = terms.stream()
                .map(term ->
                        shortest(term, about, Proposals.readable(term).stream().toList()))
                .toList();
        Expression sum =
                Summands.sum(parts.stream().map(Simplification::formula).toList());
        Simplification gathered =
                shortest(sum, about, Proposals.readable(sum).stream().toList());
        Simplification whole = shortest(gathered.formula(), about, Proposals.of(gathered.formula(), about));
        List<Simplification> steps = new ArrayList<>(parts);
        steps.add(gathered);
        steps.add(whole);
        return new Simplification(whole.formula(), together(original, whole.formula(), about, steps));
    }

    /** Several proved steps are a proof; whether the ends agree in numbers is looked at all the same. */
    private static Equality together(
            Expression original, Expression formula, Region region, List<Simplification> steps) {
        // Unlike a mere comparison, a proof needs no number other than 0.
        Equality ends = new Comparison(new Formula(original), new Formula(formula), region, RELATIVE).firstLook(POINTS);
        boolean proved = steps.stream().allMatch(step -> step.equality() instanceof Equality.Proved);
        return proved && ends instanceof Equality.Agreed agreed
                ? new Equality.Proved(agreed.points(), agreed.worst(), "simplified term by term, each step proved")
                : compare(original, formula, region, false);
    }

    private static Simplification shortest(Expression original, Region region, List<Expression> proposals) {
        List<Expression> candidates = new ArrayList<>(proposals);
        candidates.add(original);
        Optional<Simplification> agreed = Optional.empty();
        int proofs = 0;
        List<Expression> shortestFirst = candidates.stream()
                .filter(candidate -> region.domains().keySet().containsAll(candidate.symbols()))
                .distinct()
                .sorted(Comparator.comparingInt(
                        candidate -> candidate.toUnicode().length()))
                .toList();
        for (Expression candidate : shortestFirst) {
            Equality equality = compare(original, candidate, region, true);
            if (equality instanceof Equality.Proved) {
                return new Simplification(candidate, equality);
            }
            if (equality instanceof Equality.Agreed && proofs < MOST_PROOFS) {
                agreed = agreed.or(() -> Optional.of(new Simplification(candidate, equality)));
                proofs++;
            }
        }
        return agreed.orElseGet(() -> new Simplification(original, compare(original, original, region, false)));
    }

    private static Equality compare(Expression left, Expression right, Region region, boolean prove) {
        return Algebra.withDefaults().compare(new Formula(left), new Formula(right), region, POINTS, RELATIVE, prove);
    }
}
