package org.theoremeter.theory.critical;

import java.util.List;

/**
 * What descending from many starts led to, at one point of the parameters.
 *
 * @param inside the different minima inside the box, the lowest first
 * @param spread how much the loss varies over the starts: the scale on which two losses are the same
 * @param lowestElsewhere the lowest loss at which a descent ended without settling; infinite if all settled
 * @param elsewhere in words, where that was: at an end of the box, or where the loss has no lower bound
 */
record Minima(List<Minimum> inside, double spread, double lowestElsewhere, String elsewhere) {
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

    /** Tells whether the loss is lower somewhere else than at any minimum inside. */
    boolean isLowerElsewhere() {
        return inside.isEmpty() || lowestElsewhere < inside.get(0).loss() - SAME * spread;
    }
}
