package org.theoremeter.theory.critical;

import java.util.List;

/**
 * What descending from many starts led to, at one point of the parameters.
 *
 * @param inside the different minima inside the box, the lowest first
 * @param spread how much the loss varies over the starts: the scale on which two losses are the same
 * @param lowestElsewhere the lowest loss at which a descent ended without settling; infinite if all settled
 * @param elsewhere in words, where that was: at an end of the box, or where the loss has no lower bound
 * @param missed how many more minima there are to be expected, after how often each was found
 * @param descents how many descents this rests on
 */
record Minima(
        List<Minimum> inside, double spread, double lowestElsewhere, String elsewhere, double missed, int descents) {
    /** Losses nearer than this, relative to their spread, are the same. */
    private static final double SAME = 1e-9;
    /** Fewer than this many minima missed are none. */
    static final double NONE = 0.5;

    Minima {
        inside = List.copyOf(inside);
    }

    /** What a minimum is like. */
    enum Kind {
        /** The Hessian is positive definite. */
        POINT,
        /** The Hessian has a zero, and yet descents from beside it come back. */
        DEGENERATE,
        /** Descents from beside it end beside it, as low. */
        SET,
        /** There is no Hessian. */
        KINK
    }

    /**
     * A minimum.
     *
     * @param state where it lies
     * @param loss the loss there
     * @param kind what it is like
     * @param flat the direction in which the Hessian vanishes; empty if there is none
     * @param kink why there is no Hessian; empty if there is one
     * @param curvatures the eigenvalues of the Hessian, the largest first; empty if it is not positive definite
     */
    record Minimum(double[] state, double loss, Kind kind, double[] flat, String kink, double[] curvatures) {
        static Minimum proposed(double[] state, double loss, double[] flat, double[] curvatures) {
            return new Minimum(state, loss, flat.length > 0 ? Kind.DEGENERATE : Kind.POINT, flat, "", curvatures);
        }

        /** Tells whether there is neither slope nor curvature. */
        boolean isLevel() {
            return curvatures.length > 0 && curvatures[0] == 0;
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

    /** Tells whether so many minima were found, each so rarely, that others are likely. */
    boolean isUnfinished() {
        return missed > NONE;
    }
}
