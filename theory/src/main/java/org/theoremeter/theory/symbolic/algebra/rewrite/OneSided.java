package org.theoremeter.theory.symbolic.algebra.rewrite;

import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;

/** What a formula is just beside a place, where its case distinctions no longer change. */
public final class OneSided {
    /** So near that no other place in sight is nearer; how near does not matter for a limit. */
    private static final double NEAR = 0x1p-40;

    private OneSided() {}

    /**
     * Decides the case distinctions of a formula as far as they are the same at all small distances.
     *
     * @param formula the formula of a positive distance
     * @param distance the name of the distance
     * @param region domains and assumptions of the other symbols; what it says of one with that name is left out
     */
    public static Expression of(Expression formula, String distance, Region region) {
        Region others = new Region(
                region.with(distance, Domain.reals()).domains(),
                region.assumptions().stream()
                        .filter(assumption -> !assumption.symbols().contains(distance))
                        .toList());
        return CaseDistinctions.in(others.with(distance, new Domain(0, true, NEAR, true)), formula)
                .expression();
    }
}
