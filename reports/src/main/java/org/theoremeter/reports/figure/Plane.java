package org.theoremeter.reports.figure;

/**
 * The part of a drawing that two axes span, in pixels from the upper left corner of the drawing.
 *
 * @param x the horizontal scale
 * @param y the vertical scale, upwards or downwards
 * @param xTicks marks along the horizontal axis
 * @param yTicks marks along the vertical axis
 */
record Plane(Scale x, Scale y, Ticks xTicks, Ticks yTicks) {

    /** Room for the title of the vertical axis, turned. */
    private static final double TITLE = Layout.FONT + 14;

    /** Room below the plane for labels and title. */
    private static final double BELOW = 58;

    /** Returns where a plane begins whose vertical axis has these marks. */
    static double left(Ticks yTicks) {
        return Layout.EDGE + TITLE + yTicks.widest() + Layout.LABEL_GAP + Layout.TICK;
    }

    double left() {
        return x.from();
    }

    double right() {
        return x.to();
    }

    double top() {
        return Math.min(y.from(), y.to());
    }

    double bottom() {
        return Math.max(y.from(), y.to());
    }

    /** Returns the height of a drawing that ends with the title of the horizontal axis. */
    double height() {
        return bottom() + BELOW;
    }
}
