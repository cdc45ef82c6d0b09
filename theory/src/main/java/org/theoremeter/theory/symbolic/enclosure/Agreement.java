package org.theoremeter.theory.symbolic.enclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.region.Region;

/**
 * Whether two formulas differ by at most ε max(|L|, |R|) everywhere in a region, by subdivision: of each box the difference is
 * enclosed by its range and by its Taylor series in the widest variable.
 */
public final class Agreement {
    /** How many boxes are tried before nothing is said. */
    public static final long BUDGET = 20_000;

    private static final int ORDER = 10;

    private final Evaluator sides;
    private final TaylorEvaluator[] onBox;
    private final TaylorEvaluator[] atMiddle;
    private final double relative;
    private double low;
    private double high;
    private final Bounds sum = new Bounds();
    private final Bounds term = new Bounds();
    private final Bounds power = new Bounds();

    private Agreement(Expression left, Expression right, Region region, Box like, double relative) {
        this.relative = relative;
        List<Expression> formulas = new ArrayList<>(List.of(left, right));
        region.assumptions().forEach(assumption -> {
            formulas.add(assumption.left());
            formulas.add(assumption.right());
        });
        sides = new Evaluator(formulas, like);
        Expression difference = new Operation(Operator.MINUS, left, right);
        onBox = new TaylorEvaluator[like.size()];
        atMiddle = new TaylorEvaluator[like.size()];
        for (int i = 0; i < like.size(); i++) {
            onBox[i] = new TaylorEvaluator(difference, like, i, ORDER);
            atMiddle[i] = new TaylorEvaluator(difference, like, i, ORDER);
        }
    }

    /** What is known. */
    public sealed interface Result {
        /**
         * They differ by no more than that anywhere.
         *
         * @param boxes over how many boxes it was shown
         */
        record Shown(long boxes) implements Result {}

        /**
         * On a box they surely differ by more, everywhere.
         *
         * @param box the box
         * @param left the values of the left side there
         * @param right the values of the right side there
         */
        record Differ(Box box, Interval left, Interval right) implements Result {}

        /**
         * Neither was shown.
         *
         * @param why the reason
         */
        record Undecided(String why) implements Result {}
    }

    /**
     * Compares two formulas everywhere in a region.
     *
     * @param left one side
     * @param right the other
     * @param region a domain for every symbol; boxes on which an assumption surely fails are left out
     * @param relative ε, the largest difference relative to the larger side
     * @param budget how many boxes may be evaluated
     * @return what is known
     * @throws IllegalArgumentException if a symbol has no domain
     */
    public static Result of(Expression left, Expression right, Region region, double relative, long budget) {
        TreeSet<String> symbols = new TreeSet<>(left.symbols());
        symbols.addAll(right.symbols());
        Region about = region.about(symbols);
        Box whole = Box.of(about.domains());
        return new Agreement(left, right, about, whole, relative).subdivided(about, whole, budget);
    }

    private Result subdivided(Region region, Box whole, long budget) {
        Deque<Box> open = new ArrayDeque<>(List.of(whole));
        long boxes = 0;
        while (!open.isEmpty()) {
            if (boxes >= budget) {
                return new Result.Undecided(open.size() + " of " + (boxes + open.size()) + " boxes left");
            }
            if (Thread.currentThread().isInterrupted()) {
                return new Result.Undecided("interrupted");
            }
            Box box = open.poll();
            boxes++;
            sides.evaluate(box);
            if (isOutside(region)) {
                continue;
            }
            if (sides.isEmpty(0) || sides.isEmpty(1)) {
                return new Result.Undecided("a side has no value where " + box);
            }
            int side = widest(box);
            if (sides.isDefined(0) && sides.isDefined(1)) {
                enclose(box, side);
                if (magnitude(low, high) <= Directed.multiplyDown(relative, largerAtLeast())) {
                    continue;
                }
                if (differ() && isInside(region)) {
                    return new Result.Differ(box, sides.value(0), sides.value(1));
                }
            }
            if (side < 0) {
                return new Result.Undecided("not decided where " + box);
            }
            open.addAll(box.halves(side));
        }
        return new Result.Shown(boxes);
    }

    private boolean isOutside(Region region) {
        return region.assumptions().stream().anyMatch(assumption -> holds(region, assumption) == Evaluator.Truth.NEVER);
    }

    private boolean isInside(Region region) {
        return region.assumptions().stream()
                .allMatch(assumption -> holds(region, assumption) == Evaluator.Truth.ALWAYS);
    }

    private Evaluator.Truth holds(Region region, Condition assumption) {
        int place = 2 + 2 * region.assumptions().indexOf(assumption);
        return sides.holds(assumption.relation(), place, place + 1);
    }

    /** Returns the side that can be cut and is widest; −1 if none can. */
    private static int widest(Box box) {
        int widest = -1;
        for (int i = 0; i < box.size(); i++) {
            if (box.isDivisible(i) && (widest < 0 || box.span(i) > box.span(widest))) {
                widest = i;
            }
        }
        return widest;
    }

    private double largerAtLeast() {
        return Math.max(sides.value(0).mignitude(), sides.value(1).mignitude());
    }

    private boolean differ() {
        double gap = low > 0 ? low : high < 0 ? -high : 0;
        double most = Math.max(sides.value(0).magnitude(), sides.value(1).magnitude());
        return gap > 0 && gap > Directed.multiplyUp(relative, most);
    }

    /** Encloses L − R on a box. */
    private void enclose(Box box, int side) {
        low = Directed.addDown(sides.lower(0), -sides.upper(1));
        high = Directed.addUp(sides.upper(0), -sides.lower(1));
        if (side >= 0 && isFinite(box, side)) {
            bySeries(box, side);
        }
    }

    private void narrow(double lower, double upper) {
        if (Math.max(low, lower) <= Math.min(high, upper)) {
            low = Math.max(low, lower);
            high = Math.min(high, upper);
        }
    }

    private static boolean isFinite(Box box, int side) {
        return Double.isFinite(box.lower(side)) && Double.isFinite(box.upper(side));
    }

    /** Encloses L − R by its Taylor series about the middle of one side, at all values of the others. */
    private void bySeries(Box box, int side) {
        double middle = box.lower(side) / 2 + box.upper(side) / 2;
        onBox[side].evaluate(box);
        atMiddle[side].evaluate(box.with(side, Interval.point(middle)));
        double reach = Math.max(Directed.addUp(box.upper(side), -middle), Directed.addUp(middle, -box.lower(side)));
        narrow(onBox[side].lower(0), onBox[side].upper(0));
        sum.set(0, 0, 0);
        power.set(1, 1, 0);
        for (int k = 0; k <= ORDER; k++) {
            if (k > 0) {
                term.multiply(onBox[side].lower(k), onBox[side].upper(k), 0, power.lower, power.upper, 0);
                narrow(Directed.addDown(sum.lower, term.lower), Directed.addUp(sum.upper, term.upper));
            }
            term.multiply(atMiddle[side].lower(k), atMiddle[side].upper(k), 0, power.lower, power.upper, 0);
            sum.add(sum.lower, sum.upper, 0, term.lower, term.upper, 0);
            double next = Directed.multiplyUp(power.upper, reach);
            power.set((k + 1) % 2 == 0 ? 0 : -next, next, 0);
        }
    }

    private static double magnitude(double low, double high) {
        return Math.max(Math.abs(low), Math.abs(high));
    }
}
