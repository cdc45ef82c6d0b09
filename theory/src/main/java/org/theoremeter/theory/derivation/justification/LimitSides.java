package org.theoremeter.theory.derivation.justification;

import java.util.List;
import org.theoremeter.theory.evidence.Obligation;
import org.theoremeter.theory.symbolic.Endpoint;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.enclosure.Box;
import org.theoremeter.theory.symbolic.enclosure.Evaluator;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;

/**
 * What a limit needs beside the equality of its value, which is compared from each side that the domain has: that the domain
 * goes there at all.
 */
public final class LimitSides {
    private LimitSides() {}

    /**
     * Returns the obligations of a limit.
     *
     * @param limit the limit
     * @param region where the symbols are meant
     */
    public static List<Obligation> obligations(LimitTaken limit, Region region) {
        String statement = String.format(
                "the domain of '%s' comes arbitrarily near %s",
                limit.of(), limit.at().toUnicode());
        return List.of(
                limit.at() instanceof Endpoint.Finite finite
                        ? finite(limit.of(), finite.at(), region, statement)
                        : infinite(limit.of(), limit.at() == Endpoint.Infinite.PLUS, region, statement));
    }

    private static Obligation infinite(String symbol, boolean plus, Region region, String statement) {
        Domain domain = region.domains().getOrDefault(symbol, Domain.reals());
        boolean open = Double.isInfinite(plus ? domain.upper() : domain.lower());
        return open
                ? Obligation.proved(statement, "its domain is " + domain)
                : Obligation.undecided(statement, "its domain is " + domain + ", so that the limit says nothing");
    }

    static Obligation finite(String symbol, Expression place, Region region, String statement) {
        Domain domain = region.domains().getOrDefault(symbol, Domain.reals());
        if (domain.integer()) {
            return Obligation.undecided(statement, "it takes whole values only, which do not come near a place");
        }
        PlaceSides sides = new PlaceSides(symbol, place, region);
        if (sides.inside().isEmpty()) {
            return Obligation.undecided(statement, "its domain is " + domain + ", so that the limit says nothing");
        }
        Box box = Box.of(region.about(place.symbols()).domains());
        Evaluator evaluator = new Evaluator(List.of(place), box);
        evaluator.evaluate(box);
        boolean everywhere = !evaluator.isEmpty(0)
                && evaluator.isDefined(0)
                && evaluator.lower(0) >= domain.lower()
                && evaluator.upper(0) <= domain.upper();
        String seen = String.join(
                " and ", sides.inside().stream().map(side -> side.words()).toList());
        return everywhere
                ? Obligation.proved(statement, "its domain is " + domain + ": " + seen)
                : Obligation.agreed(statement, seen + ", where the place lies in its domain " + domain);
    }
}
