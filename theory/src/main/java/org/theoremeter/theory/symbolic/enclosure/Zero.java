package org.theoremeter.theory.symbolic.enclosure;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Looks on boxes for a zero of the first formula of a paving. */
final class Zero {
    /** How far from an end that is left out a point is taken, as a share of the side. */
    private static final double INSIDE = 0.25;

    private final Paving paving;
    private final Evaluator evaluator;
    private final MeanValue mean;

    Zero(Paving paving) {
        this.paving = paving;
        this.evaluator = paving.evaluator();
        this.mean = new MeanValue(evaluator);
    }

    /** Decides whether the formula is nowhere zero on a box. */
    Answer.State absent(Box box, boolean inside) {
        if (evaluator.isNowhereZero(0)) {
            return Answer.State.SHOWN;
        }
        boolean bounded = mean.on(box);
        if (bounded && (mean.lower() > 0 || mean.upper() < 0)) {
            return Answer.State.SHOWN;
        }
        if (bounded && inside && changesSign(box)) {
            return Answer.State.REFUTED;
        }
        for (Box point : paving.isWorthPoints() ? Enclosures.points(box) : List.<Box>of()) {
            boolean there = paving.evaluate(point) == Evaluator.Truth.ALWAYS && !evaluator.isEmpty(0);
            if (there && evaluator.isDefined(0) && evaluator.lower(0) == 0 && evaluator.upper(0) == 0) {
                return Answer.State.REFUTED;
            }
        }
        return Answer.State.OPEN;
    }

    /** On the way between points of different signs, inside a box on which the formula is continuous, there is a zero. */
    private boolean changesSign(Box box) {
        return surely(box, false) && surely(box, true);
    }

    /** Tells whether the formula is surely positive, or negative, where its slopes say that it is largest, or smallest. */
    private boolean surely(Box box, boolean positive) {
        SortedMap<String, Double> point = new TreeMap<>();
        for (int i = 0; i < box.size(); i++) {
            boolean rising = mean.slopeLower(i) + mean.slopeUpper(i) >= 0;
            point.put(box.names().get(i), end(box, i, rising == positive));
        }
        evaluator.evaluate(Box.at(point));
        boolean defined = !evaluator.isEmpty(0) && evaluator.isDefined(0);
        return defined && (positive ? evaluator.lower(0) > 0 : evaluator.upper(0) < 0);
    }

    private static double end(Box box, int i, boolean upper) {
        double width = box.upper(i) - box.lower(i);
        boolean open = (box.marks(i) & (upper ? Bounds.UPPER_OPEN : Bounds.LOWER_OPEN)) != 0;
        double share = open ? INSIDE : 0;
        return upper ? box.upper(i) - share * width : box.lower(i) + share * width;
    }
}
