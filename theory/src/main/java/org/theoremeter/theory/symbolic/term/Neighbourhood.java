package org.theoremeter.theory.symbolic.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.dfp.Dfp;
import org.theoremeter.theory.symbolic.Endpoint;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.Symbol;
import org.theoremeter.theory.symbolic.enclosure.Box;
import org.theoremeter.theory.symbolic.enclosure.Evaluator;
import org.theoremeter.theory.symbolic.enclosure.Interval;
import org.theoremeter.theory.symbolic.numeric.Approximation;
import org.theoremeter.theory.symbolic.numeric.HighPrecision;

/**
 * What a formula does on one side of a limit, at one point of the other symbols.
 *
 * <p>First it is enclosed on the whole of a small neighbourhood. If that says too little, it is evaluated at the places of
 * {@link Probes} with so many digits that more of them change nothing. It has a limit if its values are the same at the
 * nearest ones, or if they fall, from group to group, towards 0.
 */
final class Neighbourhood {
    private static final int[] DIGITS = {60, 100, 170, 200};
    /** More digits change a value that is good for double precision by less. */
    private static final double SETTLED = 1e-15;

    private static final double AGREEMENT = 1e-13;
    /** From group to group, ten decades apart, what goes to 0 as a power of at least 1/4 falls by more. */
    private static final double FALLS = 1e-2;
    /** So small is a value only where the formula is 0 or leaves the range of doubles. */
    private static final double NOTHING = 1e-200;
    /** A zero as digits have it: below what fewer digits leave by a power of ten for each digit added. */
    private static final double NOISE = 1e-25;
    /** As near as doubles get, with room for products. */
    private static final double NEAREST = 1e-300;

    private static final double RIGOROUS_AT = 1e-30;
    private static final String DISTANCE = "distance";

    private final LimitValue limit;
    private final Map<String, Double> values;
    private final boolean infinite;
    private final Expression moved;
    private final Evaluator evaluator;
    private final Box parameters;
    private int level;

    Neighbourhood(LimitValue limit, Map<String, Double> values) {
        this.limit = limit;
        this.values = values;
        infinite = limit.at() instanceof Endpoint.Infinite;
        String free = free(limit);
        moved = moved(free);
        SortedMap<String, Double> point = new TreeMap<>();
        limit.symbols().forEach(name -> point.put(name, new Symbol(name).evaluate(values)));
        parameters = Box.at(point).and(free, Interval.closed(0, 1), limit.whole());
        evaluator = new Evaluator(List.of(moved), parameters);
    }

    private static String free(LimitValue limit) {
        StringBuilder name = new StringBuilder(DISTANCE);
        while (limit.symbols().contains(name.toString())) {
            name.append('0');
        }
        return name.toString();
    }

    /** The formula in terms of a positive distance from a finite limit, or of a positive number that grows. */
    private Expression moved(String free) {
        Expression away = Expression.symbol(free);
        Expression place = limit.at() instanceof Endpoint.Finite finite
                ? new Operation(limit.approach().sign() > 0 ? Operator.PLUS : Operator.MINUS, finite.at(), away)
                : limit.at() == Endpoint.Infinite.PLUS ? away : new Negation(away);
        return limit.of().substitute(Map.of(limit.symbol(), place));
    }

    /** Returns the limit with a bound on its error; NaN if it was not established. */
    Approximation limit() {
        Approximation enclosed = enclosed();
        return Double.isNaN(enclosed.value()) ? probed() : enclosed;
    }

    /** Encloses the formula on all of the neighbourhood; NaN if that leaves too much open. */
    private Approximation enclosed() {
        Interval near = enclosure(neighbourhood(RIGOROUS_AT));
        if (isNarrow(near)) {
            double middle = near.lower() / 2 + near.upper() / 2;
            return new Approximation(middle, near.width());
        }
        Interval nearest = enclosure(neighbourhood(NEAREST));
        return nearest != null && nearest.magnitude() < NOTHING
                ? new Approximation(0, nearest.magnitude())
                : Approximation.NONE;
    }

    private Interval neighbourhood(double distance) {
        return infinite
                ? new Interval(1 / distance, false, Double.POSITIVE_INFINITY, true)
                : new Interval(0, true, distance, false);
    }

    private static boolean isNarrow(Interval interval) {
        return interval != null && interval.width() <= AGREEMENT * interval.mignitude();
    }

    /** Encloses the formula, or returns null where it may be undefined. */
    private Interval enclosure(Interval distances) {
        evaluator.evaluate(parameters.with(parameters.size() - 1, distances));
        return evaluator.isEmpty(0) || !evaluator.isDefined(0) ? null : evaluator.value(0);
    }

    private Approximation probed() {
        List<List<String>> groups = Probes.groups(infinite, limit.whole());
        List<double[]> found = new ArrayList<>();
        for (List<String> group : groups.subList(1, groups.size())) {
            // The nearest needs the most digits.
            String nearest = group.get(group.size() - 1);
            OptionalDouble fine = settled(nearest, DIGITS.length);
            if (fine.isEmpty()) {
                return Approximation.NONE;
            }
            found.add(values(group, fine.getAsDouble()));
            Approximation same = same(found.get(found.size() - 1));
            if (!Double.isNaN(same.value())) {
                return same;
            }
        }
        List<String> first = groups.get(0);
        double[] far = values(first, value(first.get(first.size() - 1)));
        return falling(far, found.get(0), found.get(1));
    }

    private Approximation same(double[] near) {
        double fine = near[near.length - 1];
        double apart = 0;
        for (double value : near) {
            apart = Math.max(apart, Math.abs(value - fine));
        }
        // A NaN among the values has made this one.
        if (!(apart <= AGREEMENT * Math.abs(fine)) || fine == 0) {
            return Approximation.NONE;
        }
        OptionalDouble beyond = beyond();
        boolean otherwise =
                beyond.isPresent() && !(Math.abs(beyond.getAsDouble() - fine) <= AGREEMENT * Math.abs(fine));
        return otherwise ? Approximation.NONE : new Approximation(fine, apart + Math.ulp(fine));
    }

    private Approximation falling(double[] far, double[] near, double[] nearest) {
        double first = largest(far);
        double second = largest(near);
        double third = largest(nearest);
        if (!(second <= FALLS * first && third <= FALLS * second)) {
            return Approximation.NONE;
        }
        OptionalDouble beyond = beyond();
        double left = beyond.isPresent() ? Math.abs(beyond.getAsDouble()) : third;
        return left <= FALLS * third || third == 0 ? new Approximation(0, left) : Approximation.NONE;
    }

    private static double largest(double[] found) {
        double largest = 0;
        for (double value : found) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** Evaluates at the places of a group, of which the last is known. */
    private double[] values(List<String> places, double last) {
        double[] found = new double[places.size()];
        for (int i = 0; i < found.length - 1; i++) {
            found[i] = value(places.get(i));
        }
        found[found.length - 1] = last;
        return found;
    }

    /** Evaluates far beyond, if some more digits suffice. */
    private OptionalDouble beyond() {
        return settled(Probes.beyond(infinite, limit.whole()), Math.min(level + 2, DIGITS.length));
    }

    /** Evaluates with the digits that have sufficed nearer by. */
    private double value(String place) {
        Interval enclosure = around(place);
        if (isNarrow(enclosure)) {
            return enclosure.lower();
        }
        double value = at(place, DIGITS[level]);
        return value == 0 && !isNothing(enclosure) ? Double.NaN : value;
    }

    private static boolean isNothing(Interval enclosure) {
        return enclosure != null && enclosure.magnitude() < NOTHING;
    }

    private Interval around(String place) {
        double nearest = Double.parseDouble(place);
        return enclosure(Interval.closed(Math.nextDown(nearest), Math.nextUp(nearest)));
    }

    private double at(String place, int digits) {
        HighPrecision fine = HighPrecision.at(values, digits);
        Dfp distance = fine.number(place);
        return fine.with(parameters.names().get(parameters.size() - 1), distance)
                .evaluate(moved)
                .toDouble();
    }

    /** Evaluates with ever more digits until they change nothing, and remembers how many it took. */
    private OptionalDouble settled(String place, int levels) {
        Interval enclosure = around(place);
        if (isNarrow(enclosure)) {
            return OptionalDouble.of(enclosure.lower());
        }
        double before = at(place, DIGITS[level]);
        for (int next = level + 1; next < levels; next++) {
            double value = at(place, DIGITS[next]);
            boolean zero = value == 0 && before == 0 && isNothing(enclosure);
            boolean agree = value != 0 && Math.abs(value - before) <= SETTLED * Math.abs(value);
            if (zero || agree || isNoise(before, value)) {
                level = next - 1;
                return OptionalDouble.of(agree || zero ? value : 0);
            }
            before = value;
        }
        return OptionalDouble.empty();
    }

    /** Where a formula is 0 but for rounding, each more digit leaves a tenth. */
    private static boolean isNoise(double before, double value) {
        return Math.abs(before) < NOISE && value != 0 && Math.abs(value) < NOISE * Math.abs(before);
    }
}
