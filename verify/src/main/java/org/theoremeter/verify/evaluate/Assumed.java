package org.theoremeter.verify.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.Given;

/** Says where a claim's formulas are meant. */
public final class Assumed {

    private Assumed() {}

    /**
     * Returns the domains of the given symbols and of those of a law, as {@code c in (0, 1]}, then what is assumed to hold
     * between symbols, as {@code c > cstar}.
     */
    public static List<String> of(Claim claim) {
        Given given = claim.header().given();
        List<String> assumed = new ArrayList<>(domains(given.domains()));
        claim.curves()
                .flatMap(curves -> curves.dynamics())
                .map(dynamics -> domains(dynamics.domains()))
                .ifPresent(assumed::addAll);
        given.assumptions().forEach(assumption -> assumed.add(assumption.toString()));
        return assumed.stream().distinct().toList();
    }

    private static List<String> domains(Map<String, Domain> domains) {
        return domains.entrySet().stream()
                .map(entry -> entry.getKey() + " in " + entry.getValue())
                .toList();
    }
}
