package org.theoremeter.theory.critical;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;

/** Problems in short: the loss, the trained symbols, and a domain or a number a symbol. */
final class Losses {
    /** Theory 1.1. */
    static final String ONE_MODE = "(a^2/(2*c) - 2*a/(c + cstar) + 1/(2*cstar))/2";
    /** Theory 1.6: the amplitude is the product of read-in and read-out. */
    static final String READ_IN_AND_OUT = "(p^2*r^2/(2*c) - 2*p*r/(c + cstar) + 1/(2*cstar))/2";
    /** Theory 2.1. */
    static final String ONE_PAIR = "(1/(4*c) + c/(4*(c^2 + omega^2))"
            + " - (c + cstar)/((c + cstar)^2 + (omega - omegastar)^2)"
            + " - (c + cstar)/((c + cstar)^2 + (omega + omegastar)^2)"
            + " + 1/(4*cstar) + cstar/(4*(cstar^2 + omegastar^2)))/2";

    private Losses() {}

    static LossProblem of(String loss, String trained, String... symbols) {
        return at(Map.of(), loss, trained, symbols);
    }

    static LossProblem at(Map<String, String> places, String loss, String trained, String... symbols) {
        Map<String, Double> numbers = new TreeMap<>();
        Map<String, Domain> domains = new TreeMap<>();
        for (String symbol : symbols) {
            String name = symbol.substring(0, symbol.indexOf(' '));
            String what = symbol.substring(name.length() + 1);
            if (what.matches("[0-9.]+")) {
                numbers.put(name, Double.valueOf(what));
            } else {
                domains.put(name, Domain.parse(what));
            }
        }
        Map<String, Expression> at = new TreeMap<>();
        places.forEach((name, place) -> at.put(name, Expression.parse(place)));
        return new LossProblem(Expression.parse(loss), List.of(trained.split(" ")), numbers, at, Region.of(domains));
    }
}
