package org.theoremeter.theory.symbolic.enclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.theoremeter.theory.symbolic.Expression;

/** Where a formula may be undefined or jump, by subdivision. */
public final class Continuity {
    /** Places are known to this share of their size. */
    private static final double NARROW = 1e-12;

    private static final int MOST_PLACES = 64;

    private Continuity() {}

    /**
     * Shows that a formula is defined and continuous everywhere on a box.
     *
     * @param formula the formula
     * @param box the box
     * @param budget how many boxes may be evaluated
     * @return over how many boxes it was shown; nothing if it was not
     */
    public static Optional<Integer> shown(Expression formula, Box box, int budget) {
        Evaluator evaluator = new Evaluator(List.of(formula), box);
        Deque<Box> open = new ArrayDeque<>(List.of(box));
        int boxes = 0;
        while (!open.isEmpty()) {
            Box next = open.poll();
            boxes++;
            evaluator.evaluate(next);
            if (evaluator.isContinuous(0)) {
                continue;
            }
            int side = widest(next);
            if (boxes + open.size() >= budget || !next.isDivisible(side)) {
                return Optional.empty();
            }
            open.addAll(next.halves(side));
        }
        return Optional.of(boxes);
    }

    private static int widest(Box box) {
        int widest = 0;
        for (int i = 1; i < box.size(); i++) {
            widest = box.span(i) > box.span(widest) ? i : widest;
        }
        return widest;
    }

    /**
     * Locates where a formula may be undefined or jump along one variable.
     *
     * @param formula the formula
     * @param line a box that is wide in this variable only
     * @param variable its name
     * @param budget how many pieces may be evaluated
     * @return intervals outside of which it is surely defined and continuous; nothing if there are too many
     */
    public static Optional<List<Interval>> places(Expression formula, Box line, String variable, int budget) {
        int side = line.names().indexOf(variable);
        Evaluator evaluator = new Evaluator(List.of(formula), line);
        Deque<Box> open = new ArrayDeque<>(List.of(line));
        List<Interval> found = new ArrayList<>();
        for (int pieces = 1; !open.isEmpty(); pieces++) {
            Box next = open.pop();
            evaluator.evaluate(next);
            if (evaluator.isContinuous(0)) {
                continue;
            }
            Interval range = next.side(side);
            if (range.width() <= NARROW * Math.max(range.magnitude(), NARROW) || !next.isDivisible(side)) {
                join(found, range);
            } else {
                List<Box> halves = next.halves(side);
                open.push(halves.get(1));
                open.push(halves.get(0));
            }
            if (pieces >= budget || found.size() > MOST_PLACES) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    private static void join(List<Interval> found, Interval next) {
        int last = found.size() - 1;
        if (last >= 0 && found.get(last).upper() >= next.lower()) {
            found.set(last, Interval.closed(found.get(last).lower(), next.upper()));
        } else {
            found.add(Interval.closed(next.lower(), next.upper()));
        }
    }
}
