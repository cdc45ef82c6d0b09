package org.theoremeter.theory.symbolic.enclosure;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;

/**
 * Whether a stated root of a formula in one of its symbols is the only one on a region, for all values of the others.
 *
 * <p>A box holds no other root if the formula is nowhere zero on it, or if its slope in the symbol is nowhere zero on all
 * that lies between the box and the root. There is another one where the formula is zero on a box that the root surely avoids.
 */
public final class OnlyRoot {
    private final Paving paving;
    private final Evaluator evaluator;
    private final Zero zero;
    private final Evaluator between;
    private final Evaluator root;
    private final int side;

    private OnlyRoot(Expression formula, String symbol, Expression stated, Region region, long budget) {
        this.paving = new Paving(List.of(formula), region, budget);
        this.evaluator = paving.evaluator();
        this.zero = new Zero(paving);
        Box like = Box.of(region.domains());
        this.between = new Evaluator(List.of(formula), like);
        this.root = new Evaluator(List.of(stated), like);
        this.side = like.names().indexOf(symbol);
    }

    /**
     * Decides whether there is no other root.
     *
     * @param formula the formula
     * @param symbol the symbol x that it is solved for
     * @param stated the root, without x
     * @param region a domain for x and all other symbols
     * @param budget how many interval operations it may take
     */
    public static Answer of(Expression formula, String symbol, Expression stated, Region region, long budget) {
        OnlyRoot search = new OnlyRoot(formula, symbol, stated, region, budget);
        return search.paving.decide(search::at);
    }

    /** Decides the same for one value of every other symbol. */
    public static Answer at(
            SortedMap<String, Double> point,
            Expression formula,
            String symbol,
            Expression stated,
            Region region,
            long budget) {
        SortedMap<String, Domain> fixed = new TreeMap<>(region.domains());
        point.forEach((name, value) -> {
            if (!name.equals(symbol)) {
                fixed.replace(name, new Domain(value, false, value, false));
            }
        });
        return of(formula, symbol, stated, new Region(fixed, region.assumptions()), budget);
    }

    private Answer.State at(Box box, boolean inside) {
        if (evaluator.isNowhereZero(0)) {
            return Answer.State.SHOWN;
        }
        root.evaluate(box);
        if (!root.isEmpty(0) && isAlone(box, root.value(0))) {
            return Answer.State.SHOWN;
        }
        Answer.State absent = zero.absent(box, inside);
        if (absent != Answer.State.REFUTED) {
            return absent;
        }
        // The zero that was found may be the stated root itself.
        return avoids(box) ? Answer.State.REFUTED : Answer.State.OPEN;
    }

    private boolean isAlone(Box box, Interval stated) {
        Interval x = box.side(side);
        double low = Math.min(x.lower(), stated.lower());
        double high = Math.max(x.upper(), stated.upper());
        boolean lowOpen = (x.lower() > low || x.lowerOpen()) && (stated.lower() > low || stated.lowerOpen());
        boolean highOpen = (x.upper() < high || x.upperOpen()) && (stated.upper() < high || stated.upperOpen());
        between.evaluate(box.with(side, new Interval(low, lowOpen, high, highOpen)));
        if (between.isEmpty(0) || !between.isContinuous(0)) {
            return false;
        }
        Slopes slopes = between.slopes(0);
        return slopes.lower(side) > 0 || slopes.upper(side) < 0;
    }

    /** Tells whether the stated root surely differs from what was found: from the whole side, or from the exact zero. */
    private boolean avoids(Box box) {
        root.evaluate(box);
        if (root.isEmpty(0)) {
            return true;
        }
        Interval x = box.side(side);
        if (root.upper(0) < x.lower() || root.lower(0) > x.upper()) {
            return true;
        }
        for (Box point : Enclosures.points(box)) {
            boolean there = paving.evaluate(point) == Evaluator.Truth.ALWAYS && !evaluator.isEmpty(0);
            if (there && evaluator.isDefined(0) && evaluator.lower(0) == 0 && evaluator.upper(0) == 0) {
                root.evaluate(point);
                double at = point.lower(side);
                if (root.isEmpty(0) || root.upper(0) < at || root.lower(0) > at) {
                    return true;
                }
            }
        }
        return false;
    }
}
