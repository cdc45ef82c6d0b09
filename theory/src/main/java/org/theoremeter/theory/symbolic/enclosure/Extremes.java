package org.theoremeter.theory.symbolic.enclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedMap;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.region.Region;

/**
 * Where a formula is smallest on a region: the box with the lowest bound is cut first, until boxes are points to rounding.
 *
 * <p>However narrow a valley is, the bounds see it. Places are proposals, for a comparison to look at; nothing is shown.
 */
public final class Extremes {
    private static final int MOST_BOXES = 800;
    /** Boxes as narrow as this share of the real line are points. */
    private static final double NARROW = 1e-15;
    /** Valleys as deep as the deepest one that are kept. */
    private static final int MOST_PLACES = 4;

    private Extremes() {}

    /** Returns points of the region where a formula is about as small as anywhere. */
    public static List<SortedMap<String, Double>> smallest(Expression formula, Region region) {
        return new Search(formula, region).places();
    }

    /** Returns points of the region where a formula is about as large as anywhere. */
    public static List<SortedMap<String, Double>> largest(Expression formula, Region region) {
        return smallest(new Negation(formula), region);
    }

    private record Candidate(Box box, double bound, int age) {}

    private static final class Search {
        private final Paving paving;
        private final Evaluator evaluator;
        private final PriorityQueue<Candidate> open =
                new PriorityQueue<>(Comparator.comparingDouble(Candidate::bound).thenComparingInt(Candidate::age));
        private final List<Box> narrow = new ArrayList<>();
        private int boxes;

        Search(Expression formula, Region region) {
            paving = new Paving(List.of(formula), region, 0);
            evaluator = paving.evaluator();
            offer(Box.of(region.domains()));
        }

        private void offer(Box box) {
            boxes++;
            boolean outside = paving.evaluate(box) == Evaluator.Truth.NEVER;
            if (!outside && !evaluator.isEmpty(0)) {
                open.add(new Candidate(box, evaluator.lower(0), boxes));
            }
        }

        List<SortedMap<String, Double>> places() {
            double deepest = Double.POSITIVE_INFINITY;
            while (boxes < MOST_BOXES && narrow.size() < MOST_PLACES && !open.isEmpty()) {
                if (open.peek().bound() > deepest) {
                    break;
                }
                Box box = open.poll().box();
                int side = widest(box);
                if (side < 0) {
                    narrow.add(box);
                    paving.evaluate(box);
                    deepest = Math.min(deepest, evaluator.upper(0));
                } else {
                    box.halves(side).forEach(this::offer);
                }
            }
            List<SortedMap<String, Double>> places = new ArrayList<>();
            for (Box box : narrow) {
                add(box, places);
            }
            while (places.isEmpty() && !open.isEmpty()) {
                add(open.poll().box(), places);
            }
            return places;
        }

        private void add(Box box, List<SortedMap<String, Double>> places) {
            for (Box point : Enclosures.points(box)) {
                if (paving.evaluate(point) == Evaluator.Truth.ALWAYS) {
                    places.add(point.middle());
                    return;
                }
            }
        }

        private static int widest(Box box) {
            int best = -1;
            double most = NARROW;
            for (int i = 0; i < box.size(); i++) {
                if (box.span(i) > most && box.isDivisible(i)) {
                    most = box.span(i);
                    best = i;
                }
            }
            return best;
        }
    }
}
