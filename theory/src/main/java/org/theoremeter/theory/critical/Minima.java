package org.theoremeter.theory.critical;

import java.util.List;

/**
 * What descending from many starts led to, at one point of the parameters.
 *
 * @param inside the different minima inside the box, the lowest first
 * @param spread how much the loss varies over the starts: the scale on which two losses are the same
 * @param lowestAtEdge the lowest loss at which a descent ran into an end of the box; infinite if none did
 * @param edge in words, where that was
 */
record Minima(List<Minimum> inside, double spread, double lowestAtEdge, String edge) {
    /** Losses nearer than this, relative to their spread, are the same. */
    private static final double SAME = 1e-9;

    Minima {
        inside = List.copyOf(inside);
    }

    /**
     * A minimum.
     *
     * @param state where it lies
     * @param loss the loss there
     * @param flat the direction in which the Hessian vanishes; empty if it is positive definite
     */
    record Minimum(double[] state, double loss, double[] flat) {
        boolean isFlat() {
            return flat.length > 0;
        }
    }

    /** Returns the minima that are as low as the lowest. */
    List<Minimum> lowest() {
        return inside.stream()
                .filter(minimum -> minimum.loss() - inside.get(0).loss() <= SAME * spread)
                .toList();
    }

    /** Tells whether the loss is lower at an end of the box than at any minimum inside. */
    boolean isLowerAtEdge() {
        return inside.isEmpty() || lowestAtEdge < inside.get(0).loss() - SAME * spread;
    }
}
