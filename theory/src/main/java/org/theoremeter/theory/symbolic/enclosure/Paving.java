package org.theoremeter.theory.symbolic.enclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.region.Region;

/**
 * Cuts a region into boxes until a statement is decided on each.
 *
 * <p>Its budget is counted in interval operations, some 20 ns each, so that what it finds depends on nothing else that the
 * machine does.
 */
final class Paving {
    /** So many boxes are tried before it is asked whether cutting helps. */
    private static final long TRIED = 1500;
    /** Where a larger share of boxes is still open then, cutting does not help. */
    private static final double HOPELESS = 0.6;
    /** On the first boxes, and on some later ones, points are looked at as well. */
    private static final long FIRST = 128;

    private static final long EVERY = 16;
    /** An open box costs about so many evaluations: its own, the mean value form, points. */
    private static final long COST = 3;

    /** Sides narrower than this share of the real line are not cut. */
    private static final double NARROWEST = 1e-14;

    private final Evaluator evaluator;
    private final List<Condition> assumptions;
    private final int first;
    private final Box whole;
    private final long budget;
    private long boxes;

    /** Decides a statement on one box. */
    interface Statement {
        /**
         * Looks at a box, on which the evaluator was run.
         *
         * @param inside whether all assumptions surely hold everywhere on the box
         */
        Answer.State at(Box box, boolean inside);
    }

    /**
     * Prepares to pave.
     *
     * @param formulas what the statement is about, the first of them to choose sides by
     * @param region where it is meant
     * @param budget how many interval operations it may take
     */
    Paving(List<Expression> formulas, Region region, long budget) {
        this.whole = Box.of(region.domains());
        this.budget = budget;
        this.first = formulas.size();
        List<Expression> all = new ArrayList<>(formulas);
        Set<String> known = region.domains().keySet();
        this.assumptions = region.assumptions().stream()
                .filter(assumption -> known.containsAll(assumption.symbols()))
                .toList();
        for (Condition assumption : assumptions) {
            all.add(assumption.left());
            all.add(assumption.right());
        }
        this.evaluator = new Evaluator(all, whole);
    }

    Evaluator evaluator() {
        return evaluator;
    }

    /** Evaluates at a point or on a box, and tells what is known of the assumptions there. */
    Evaluator.Truth evaluate(Box box) {
        evaluator.evaluate(box);
        Evaluator.Truth all = Evaluator.Truth.ALWAYS;
        for (int i = 0; i < assumptions.size(); i++) {
            Evaluator.Truth one = evaluator.holds(assumptions.get(i).relation(), first + 2 * i, first + 2 * i + 1);
            if (one == Evaluator.Truth.NEVER) {
                return one;
            }
            all = one == Evaluator.Truth.SOMETIMES ? one : all;
        }
        return all;
    }

    /** Cuts until the statement is decided everywhere, fails somewhere, or the budget is used up. */
    Answer decide(Statement statement) {
        Deque<Box> open = new ArrayDeque<>();
        open.add(whole);
        boxes = 0;
        long left = 0;
        long atEnds = 0;
        long spent = 0;
        while (!open.isEmpty()) {
            Box box = open.poll();
            boxes++;
            spent += COST * evaluator.operations();
            Evaluator.Truth truth = evaluate(box);
            if (truth == Evaluator.Truth.NEVER) {
                continue;
            }
            int side = widest(box);
            Answer.State state = statement.at(box, truth == Evaluator.Truth.ALWAYS);
            if (state == Answer.State.REFUTED) {
                return Answer.refuted(box, boxes);
            }
            if (state == Answer.State.OPEN) {
                if (side < 0) {
                    left++;
                    atEnds += touchesOpenEnd(box) ? 1 : 0;
                } else if (spent > budget
                        || (boxes > TRIED && open.size() > HOPELESS * boxes)
                        || Thread.currentThread().isInterrupted()) {
                    return Answer.open(boxes, left + open.size() + 1);
                } else {
                    open.addAll(box.halves(side));
                }
            }
        }
        return left == 0 ? Answer.shown(boxes) : Answer.open(boxes, left).onlyAtEnds(left == atEnds);
    }

    /** Tells whether a box that cannot be cut lies at an end of the region that is left out. */
    private static boolean touchesOpenEnd(Box box) {
        for (int i = 0; i < box.size(); i++) {
            if ((box.marks(i) & Bounds.OPEN) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether points of the box that is looked at are worth their time: of early ones, and now and then. */
    boolean isWorthPoints() {
        return boxes <= FIRST || boxes % EVERY == 0;
    }

    /** Returns the side along which the first formula changes most, as far as that is known; −1 if none can be cut. */
    private int widest(Box box) {
        boolean useful = !evaluator.isEmpty(0) && evaluator.isContinuous(0);
        Slopes slopes = useful ? evaluator.slopes(0) : null;
        int best = -1;
        double most = -1;
        int bestKnown = -1;
        double mostKnown = 0;
        for (int i = 0; i < box.size(); i++) {
            double span = box.span(i);
            if (span <= NARROWEST || !box.isDivisible(i)) {
                continue;
            }
            if (span > most) {
                most = span;
                best = i;
            }
            double change = useful
                    ? Math.max(Math.abs(slopes.lower(i)), Math.abs(slopes.upper(i))) * (box.upper(i) - box.lower(i))
                    : Double.NaN;
            useful &= Double.isFinite(change);
            if (useful && change > mostKnown) {
                mostKnown = change;
                bestKnown = i;
            }
        }
        return useful && bestKnown >= 0 ? bestKnown : best;
    }
}
