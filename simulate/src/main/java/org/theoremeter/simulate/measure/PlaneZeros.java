package org.theoremeter.simulate.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * Holds the zeros of a smooth field of the plane in a box, each alone in a box of its own; none is overlooked (theory 3.9).
 *
 * <p>The box is cut until every piece is free of zeros or has exactly one. With c the middle of a piece, h its half sides and A ± R what
 * encloses DF a little beyond it, all its zeros lie within |A⁻¹| R h of c − A⁻¹ F(c) (Krawczyk's operator): where that misses the piece it has
 * none, and where it lies inside there is one and no other. Nor has a piece any where |F(c)| exceeds what DF can change of a component. A piece too
 * narrow to cut that is neither stays undecided: it may hold zeros that touch, zeros that are about to part, or none.
 *
 * @param zeros the zeros, in the order in which they were found
 * @param undecided how many pieces stay undecided
 */
public record PlaneZeros(List<Zero> zeros, int undecided) {

    /** Where pieces are cut; not in the middle, so that symmetric fields do not vanish at a cut. */
    private static final double CUT = 0.4871;

    /** By how much more than a piece is searched for the one zero in it, so that one on its border is seen from either side. */
    private static final double BEYOND = 1.1;

    /** Relative size below which a piece is cut no more. */
    private static final double NARROWEST = 1e-7;

    /** Pieces looked at, after which all that is left stays undecided: there are curves of zeros. */
    private static final int MOST = 200_000;

    /** Steps of Newton's method with one derivative for the whole box, and then with that of the place. */
    private static final int SAFE = 40;

    private static final int FAST = 4;

    /**
     * A zero.
     *
     * @param x its first coordinate
     * @param y its second coordinate
     */
    public record Zero(double x, double y) {}

    /** Copies the list. */
    public PlaneZeros {
        zeros = List.copyOf(zeros);
    }

    /**
     * Finds the zeros of a field in the box |x| ≤ width, |y| ≤ height.
     *
     * @param rounding a bound of the absolute error with which the field is computed
     * @param width half the width of the box, above 0; no zero lies on its border
     * @param height half the height of the box, above 0
     */
    public static PlaneZeros of(PlaneField field, double rounding, double width, double height) {
        Search search = new Search(field, rounding, width, height);
        search.in(0, 0, width, height);
        return new PlaneZeros(search.zeros, search.undecided);
    }

    /** A box with exactly one zero. */
    private record Alone(double x, double y, double halfWidth, double halfHeight) {

        boolean contains(double px, double py, double h, double k) {
            return Math.abs(px - x) + h <= halfWidth && Math.abs(py - y) + k <= halfHeight;
        }
    }

    private static final class Search {

        private final PlaneField field;
        private final double rounding;
        private final double width;
        private final double height;
        private final double narrowest;
        private final double[] value = new double[2];
        private final double[] middle = new double[4];
        private final double[] radius = new double[4];
        private final List<Zero> zeros = new ArrayList<>();
        private final List<Alone> boxes = new ArrayList<>();
        private int undecided;
        private int pieces;

        Search(PlaneField field, double rounding, double width, double height) {
            this.field = field;
            this.rounding = rounding;
            this.width = width;
            this.height = height;
            narrowest = NARROWEST * Math.max(width, height);
        }

        void in(double x, double y, double h, double k) {
            if (pieces == MOST) {
                undecided++;
                return;
            }
            pieces++;
            if (isKnown(x, y, h, k) || decides(x, y, h, k)) {
                return;
            }
            if (Math.max(h, k) < narrowest) {
                undecided++;
            } else if (h >= k) {
                in(x - (1 - CUT) * h, y, CUT * h, k);
                in(x + CUT * h, y, (1 - CUT) * h, k);
            } else {
                in(x, y - (1 - CUT) * k, h, CUT * k);
                in(x, y + CUT * k, h, (1 - CUT) * k);
            }
        }

        private boolean isKnown(double x, double y, double h, double k) {
            for (Alone box : boxes) {
                if (box.contains(x, y, h, k)) {
                    return true;
                }
            }
            return false;
        }

        private boolean decides(double x, double y, double h, double k) {
            double wide = BEYOND * h;
            double high = BEYOND * k;
            field.value(x, y, value);
            field.slopes(x, y, wide, high, middle, radius);
            double first = radius[0] * wide + radius[1] * high + rounding;
            double second = radius[2] * wide + radius[3] * high + rounding;
            if (Math.abs(value[0]) > Math.abs(middle[0]) * h + Math.abs(middle[1]) * k + first
                    || Math.abs(value[1]) > Math.abs(middle[2]) * h + Math.abs(middle[3]) * k + second) {
                return true;
            }
            double determinant = middle[0] * middle[3] - middle[1] * middle[2];
            double reachX = (Math.abs(middle[3]) * first + Math.abs(middle[1]) * second) / Math.abs(determinant);
            double reachY = (Math.abs(middle[2]) * first + Math.abs(middle[0]) * second) / Math.abs(determinant);
            // not finite where the determinant is 0, and then neither
            double stepX = Math.abs((middle[3] * value[0] - middle[1] * value[1]) / determinant);
            double stepY = Math.abs((middle[0] * value[1] - middle[2] * value[0]) / determinant);
            if (stepX > h + reachX || stepY > k + reachY) {
                return true;
            }
            if (stepX + reachX < wide && stepY + reachY < high) {
                alone(x, y, wide, high);
                return true;
            }
            return false;
        }

        /** Takes down the one zero of a box, unless it is one of another box too. */
        private void alone(double x, double y, double wide, double high) {
            double[] place = {x, y};
            double[] fixed = middle.clone();
            for (int i = 0; i < SAFE; i++) {
                // A⁻¹ F leads nearer from wherever in the box it starts
                field.value(place[0], place[1], value);
                step(fixed, place);
            }
            for (int i = 0; i < FAST; i++) {
                field.value(place[0], place[1], value);
                field.slopes(place[0], place[1], 0, 0, middle, radius);
                step(middle, place);
            }
            double zeroX = place[0];
            double zeroY = place[1];
            if (!isKnown(zeroX, zeroY, 0, 0) && Math.abs(zeroX) <= width && Math.abs(zeroY) <= height) {
                zeros.add(new Zero(zeroX, zeroY));
            }
            boxes.add(new Alone(x, y, wide, high));
        }

        /** Moves a place by −A⁻¹ F, F being the value held. */
        private void step(double[] a, double[] place) {
            double determinant = a[0] * a[3] - a[1] * a[2];
            place[0] -= (a[3] * value[0] - a[1] * value[1]) / determinant;
            place[1] -= (a[0] * value[1] - a[2] * value[0]) / determinant;
        }
    }
}
