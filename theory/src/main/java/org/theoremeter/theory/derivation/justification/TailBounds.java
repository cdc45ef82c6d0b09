package org.theoremeter.theory.derivation.justification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.theoremeter.theory.evidence.Obligation;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.enclosure.Box;
import org.theoremeter.theory.symbolic.enclosure.integral.Tail;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.region.Region;

/**
 * What an infinite sum needs beside the equality with its value: that its terms beyond some index are bounded, for all
 * parameters at once. Where no such bound is found, every compared sum still has one of its own.
 */
public final class TailBounds {
    /** Late terms are met when the range begins beyond them. */
    private static final int LAST_START = 1 << 17;

    private TailBounds() {}

    /**
     * Returns the obligations of a sum, one an entry.
     *
     * @param sum the sum
     * @param from the summands
     * @param region where the symbols are meant
     */
    public static List<Obligation> obligations(Summed sum, Matrix from, Region region) {
        List<Obligation> obligations = new ArrayList<>();
        for (Expression entry : from.entries()) {
            obligations.add(obligation(sum, entry, region));
        }
        return obligations;
    }

    private static Obligation obligation(Summed sum, Expression summand, Region region) {
        String statement = "the terms over '" + sum.over() + "' are bounded to infinity";
        SortedSet<String> symbols = new TreeSet<>(summand.symbols());
        symbols.remove(sum.over());
        Box parameters = Box.of(region.about(symbols).domains());
        for (int start = Math.max(1, sum.first()); start > 0 && start <= LAST_START; start *= 2) {
            Optional<Tail> tail = Tail.ofWhole(summand, sum.over(), start, parameters);
            double rest = tail.map(Tail::sum).orElse(Double.POSITIVE_INFINITY);
            if (Double.isFinite(rest)) {
                String where = "those from " + start + " on add up to less than " + Math.nextUp((float) rest);
                return parameters.size() == 0
                        ? Obligation.proved(statement, where)
                        : Obligation.enclosed(statement, where + ", for all " + parameters);
            }
        }
        return Obligation.agreed(statement, "for every compared sum by a bound of its own, but not for all at once");
    }
}
