package org.theoremeter.theory.symbolic.enclosure.integral;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.theoremeter.theory.symbolic.Endpoint;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.enclosure.Bounds;
import org.theoremeter.theory.symbolic.enclosure.Box;
import org.theoremeter.theory.symbolic.enclosure.Directed;
import org.theoremeter.theory.symbolic.enclosure.Evaluator;
import org.theoremeter.theory.symbolic.enclosure.Interval;

/**
 * Encloses a definite integral by cutting its range where its share is known least.
 *
 * <p>On each panel the integrand's range and its Taylor series with the remainder enclosed bound the share; towards an end
 * where it grows, and towards infinity, its form does ({@link Tail}). Since nothing is sampled, nothing can be missed: a peak
 * of width 10⁻¹² is found wherever it is. The rounding of the place of a jump, and of a limit, is part of the error.
 */
public final class IntegralEnclosure {
    /** How many panels are tried before an integral counts as not enclosed. */
    public static final int BUDGET = 1_500;

    /** Relative to the sum of all shares' sizes: finer than this is not asked for. */
    private static final double WANTED = 0x1p-41;
    /** A used-up budget still gives a result if its error is below this. */
    private static final double ACCEPTED = 1e-11;
    /** What is left open is cut no finer than this part of what no cut can lessen, as the rounding of the place of a jump. */
    private static final double BESIDE_SETTLED = 0x1p-6;
    /** So many cuts reach the last place of a double, or 2⁹⁰ times as far out. */
    private static final int DEEPEST = 90;

    private static final int SUMMED_ANEW = 32;

    private final PriorityQueue<Numbered> open =
            new PriorityQueue<>(Comparator.comparingDouble((Numbered entry) -> -entry.panel.error())
                    .thenComparingInt(entry -> -entry.number));
    private final List<Panel> settled = new ArrayList<>();
    private double slivers;
    private double error;
    private double settledError;
    private double size;
    private int unbounded;
    private int panels;

    private IntegralEnclosure() {}

    private record Numbered(Panel panel, int number) {}

    /** What is known of an integral. */
    public sealed interface Result {
        /**
         * The integral exists and lies in an interval.
         *
         * @param values the interval
         * @param panels over how many panels it was enclosed
         */
        record Enclosed(Interval values, int panels) implements Result {}

        /**
         * There is no integral, shown strictly: the integrand is not integrable, or has no value on a part of the range.
         *
         * @param how where and why
         */
        record Absent(String how) implements Result {}

        /**
         * Neither was shown.
         *
         * @param why the reason
         * @param values where the integral surely lies if it exists, which says little; the whole line if nothing is known
         * @param unbounded whether the integrand may have no bound inside of the range, so that quadrature says nothing
         */
        record Undecided(String why, Interval values, boolean unbounded) implements Result {}
    }

    /**
     * Encloses an integral.
     *
     * @param formula the integrand
     * @param variable its variable
     * @param from the lower limit
     * @param to the upper limit; if it lies below the lower one, the sign changes
     * @param values a value for every other symbol
     * @param budget how many panels may be tried
     * @return what is known of it
     * @throws IllegalArgumentException if a symbol has no value
     */
    public static Result of(
            Expression formula, String variable, Endpoint from, Endpoint to, Map<String, Double> values, int budget) {
        Box parameters = Box.at(new TreeMap<>(values));
        Interval start = limit(from, parameters);
        Interval end = limit(to, parameters);
        if (start == null || end == null) {
            return new Result.Undecided("a limit has no value", Integrand.everything(), false);
        }
        Map<String, Expression> exact = new HashMap<>();
        values.forEach((name, value) -> exact.put(name, Shift.numeral(new BigDecimal(value))));
        exact.remove(variable);
        Expression integrand = formula.substitute(exact);
        if (start.lower() == end.lower() && start.upper() == end.upper() && start.width() == 0) {
            return new Result.Enclosed(Interval.point(0), 0);
        }
        Integrand of = new Integrand(integrand, variable, Box.at(new TreeMap<>()));
        if (end.upper() <= start.lower()) {
            return negated(new IntegralEnclosure().enclosed(of, end, start, budget));
        }
        return start.upper() <= end.lower()
                ? new IntegralEnclosure().enclosed(of, start, end, budget)
                : new Result.Undecided("the limits cannot be told apart", Integrand.everything(), false);
    }

    private static Result negated(Result result) {
        if (result instanceof Result.Enclosed enclosed) {
            return new Result.Enclosed(negated(enclosed.values), enclosed.panels);
        }
        return result instanceof Result.Undecided undecided
                ? new Result.Undecided(undecided.why, negated(undecided.values), undecided.unbounded)
                : result;
    }

    private static Interval negated(Interval values) {
        return Interval.closed(-values.upper(), -values.lower());
    }

    private static Interval limit(Endpoint limit, Box parameters) {
        if (limit instanceof Endpoint.Finite finite) {
            Evaluator evaluator = new Evaluator(List.of(finite.at()), parameters);
            evaluator.evaluate(parameters);
            boolean known = !evaluator.isEmpty(0)
                    && evaluator.isDefined(0)
                    && Double.isFinite(evaluator.value(0).width());
            return known ? evaluator.value(0) : null;
        }
        return Interval.point(limit == Endpoint.Infinite.PLUS ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
    }

    private Result enclosed(Integrand of, Interval start, Interval end, int budget) {
        lay(of, start, end);
        while (!open.isEmpty() && !isDone()) {
            Panel widest = open.poll().panel;
            take(widest, -1);
            if (widest.isEmpty()) {
                return new Result.Absent("the integrand has no value " + place(widest));
            }
            if (!widest.isBounded() && (widest.depth() > DEEPEST || !widest.isDivisible())) {
                return stuck(widest);
            }
            if (panels >= budget) {
                add(widest);
                break;
            }
            if (widest.isSettled()) {
                settled.add(widest);
                settledError += widest.error();
                take(widest, 1);
            } else {
                widest.halves().forEach(this::add);
            }
        }
        return result();
    }

    private Result stuck(Panel panel) {
        return Stream.concat(Stream.of(panel), open.stream().map(Numbered::panel))
                .filter(each -> !each.isBounded() && each.diverges())
                .findFirst()
                .<Result>map(each -> new Result.Absent("the integrand is not integrable " + place(each)))
                .orElseGet(() -> new Result.Undecided(
                        "not bounded by its form " + place(panel),
                        Integrand.everything(),
                        panel.kind() == Panel.Kind.INNER));
    }

    /** Running sums lose digits when large shares leave them, so that they are summed anew before they count. */
    private boolean isDone() {
        if (unbounded > 0) {
            return false;
        }
        if (isFine() || panels % SUMMED_ANEW == 0) {
            error = 0;
            size = 0;
            settled.forEach(panel -> take(panel, 1));
            open.forEach(entry -> take(entry.panel, 1));
        }
        return isFine();
    }

    private boolean isFine() {
        return error - settledError <= Math.max(WANTED * size, BESIDE_SETTLED * settledError);
    }

    /** Infinite ranges are cut at a power of two beyond their finite end. */
    private void lay(Integrand of, Interval start, Interval end) {
        double reach = 1;
        for (double side : new double[] {start.upper(), end.lower()}) {
            while (Double.isFinite(side) && reach <= Math.abs(side)) {
                reach *= 2;
            }
        }
        double left = Double.isInfinite(start.lower()) ? -reach : start.upper();
        double right = Double.isInfinite(end.upper()) ? reach : end.lower();
        if (Double.isInfinite(start.lower())) {
            add(Panel.of(of.mirrored(), reach, Double.POSITIVE_INFINITY, Panel.Kind.TAIL, 0));
        } else {
            slivers = Directed.addUp(slivers, of.sliver(start));
        }
        if (Double.isInfinite(end.upper())) {
            add(Panel.of(of, reach, Double.POSITIVE_INFINITY, Panel.Kind.TAIL, 0));
        } else {
            slivers = Directed.addUp(slivers, of.sliver(end));
        }
        double middle = left < 0 && right > 0 ? 0 : left / 2 + right / 2;
        if (middle > left && middle < right) {
            add(Panel.of(of, left, middle, kind(start, Panel.Kind.FIRST), 0));
            add(Panel.of(of, middle, right, kind(end, Panel.Kind.LAST), 0));
        } else if (left < right) {
            add(Panel.of(of, left, right, Panel.Kind.INNER, 0));
        }
    }

    private static Panel.Kind kind(Interval limit, Panel.Kind ifAtIt) {
        return limit.lower() == limit.upper() && Double.isFinite(limit.lower()) ? ifAtIt : Panel.Kind.INNER;
    }

    private void add(Panel panel) {
        panels++;
        open.add(new Numbered(panel, panels));
        take(panel, 1);
    }

    private void take(Panel panel, int sign) {
        if (panel.isBounded()) {
            error += sign * panel.error();
            size += sign * panel.share().magnitude();
        } else {
            unbounded += sign;
        }
    }

    private static String place(Panel panel) {
        return switch (panel.kind()) {
            case TAIL -> "towards infinity";
            case EDGE -> "at an end of its range";
            default -> "near " + panel.from();
        };
    }

    private Result result() {
        Bounds total = new Bounds();
        total.set(-slivers, slivers, 0);
        for (Panel panel : settled) {
            add(total, panel);
        }
        open.forEach(entry -> add(total, entry.panel));
        boolean known = Double.isFinite(total.lower) && Double.isFinite(total.upper);
        boolean done = open.isEmpty() || isDone() || error <= ACCEPTED * size;
        return known && done
                ? new Result.Enclosed(Interval.closed(total.lower, total.upper), panels)
                : new Result.Undecided(
                        "not enclosed within " + panels + " panels, " + open.size() + " of them left",
                        known ? Interval.closed(total.lower, total.upper) : Integrand.everything(),
                        false);
    }

    private static void add(Bounds total, Panel panel) {
        total.add(
                total.lower,
                total.upper,
                0,
                panel.share().lower(),
                panel.share().upper(),
                0);
    }
}
