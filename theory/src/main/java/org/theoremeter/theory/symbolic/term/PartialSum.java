package org.theoremeter.theory.symbolic.term;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Symbol;
import org.theoremeter.theory.symbolic.enclosure.Box;
import org.theoremeter.theory.symbolic.enclosure.Evaluator;
import org.theoremeter.theory.symbolic.enclosure.Interval;
import org.theoremeter.theory.symbolic.enclosure.integral.Tail;
import org.theoremeter.theory.symbolic.numeric.Approximation;

/**
 * The terms of a sum at one point, each enclosed, added up until what is left is bounded: by the form of the summand, for all
 * whole numbers beyond, so that no late term and no zero in between can end the sum.
 */
final class PartialSum {
    /** A term that rises at 10⁵ is still met. */
    private static final int MOST_TERMS = 1 << 18;
    /** As many operations on intervals as take a tenth of a second. */
    private static final int MOST_OPERATIONS = 1 << 21;

    private static final int FIRST_STAGE = 64;
    private static final double NEGLIGIBLE = 0x1p-54;
    /** A rest that still leaves the sum known well, where the budget is used up. */
    private static final double SMALL = 1e-11;

    private static final double ROUNDING = 0x1p-50;

    private final Expression summand;
    private final String index;
    private final int from;
    private final Box parameters;
    private final Evaluator evaluator;

    private Box at;
    private double sum;
    private double lost;
    private double magnitude;
    private double uncertain;
    private boolean defined = true;

    PartialSum(InfiniteSum terms, Map<String, Double> values) {
        summand = terms.summand();
        index = terms.index();
        from = terms.from();
        SortedMap<String, Double> point = new TreeMap<>();
        terms.symbols().forEach(name -> point.put(name, new Symbol(name).evaluate(values)));
        parameters = Box.at(point);
        at = parameters.and(index, Interval.point(from), true);
        evaluator = new Evaluator(List.of(summand), at);
    }

    /** Returns the sum with a rigorous bound on its error; NaN if the budget does not suffice, or the sum may diverge. */
    Approximation toInfinity() {
        int most = Math.min(MOST_TERMS, Math.max(FIRST_STAGE, MOST_OPERATIONS / evaluator.operations()));
        int offset = Math.max(0, 1 - from);
        double last = rest(offset + most);
        if (Double.isInfinite(last)) {
            return Approximation.NONE;
        }
        int done = 0;
        for (int stage = FIRST_STAGE; defined; stage *= 2) {
            int end = offset + Math.min(stage, most);
            add(done, end);
            done = end;
            double rest = end == offset + most ? last : rest(end);
            boolean hopeless = last > SMALL * (magnitude + rest);
            if (rest <= NEGLIGIBLE * magnitude || stage >= most) {
                return rest <= SMALL * magnitude || rest < Double.MIN_NORMAL ? found(rest) : Approximation.NONE;
            }
            if (hopeless) {
                return Approximation.NONE;
            }
        }
        return Approximation.NONE;
    }

    /** Bounds all terms from a place on. */
    private double rest(int terms) {
        return Tail.ofWhole(summand, index, (double) from + terms, parameters)
                .map(Tail::sum)
                .orElse(Double.POSITIVE_INFINITY);
    }

    private void add(int first, int end) {
        int side = at.size() - 1;
        for (int i = first; i < end; i++) {
            at = at.with(side, Interval.point((double) from + i));
            evaluator.evaluate(at);
            defined &= !evaluator.isEmpty(0) && evaluator.isDefined(0);
            if (!defined) {
                return;
            }
            double low = evaluator.lower(0);
            double high = evaluator.upper(0);
            double middle = low / 2 + high / 2;
            uncertain += Math.max(high - middle, middle - low);
            magnitude += Math.abs(middle);
            // Neumaier's sum keeps what rounding loses.
            double next = sum + middle;
            lost += Math.abs(sum) >= Math.abs(middle) ? (sum - next) + middle : (middle - next) + sum;
            sum = next;
        }
    }

    private Approximation found(double rest) {
        double value = sum + lost;
        double error = (uncertain + rest) * (1 + SMALL) + ROUNDING * Math.abs(value) + ROUNDING * ROUNDING * magnitude;
        return Double.isFinite(value) && Double.isFinite(error) ? new Approximation(value, error) : Approximation.NONE;
    }
}
