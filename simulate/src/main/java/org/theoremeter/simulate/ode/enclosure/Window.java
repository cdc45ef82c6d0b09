package org.theoremeter.simulate.ode.enclosure;

/** A box of time and state over which formulas are enclosed; it is moved from one place to the next. */
public final class Window {

    private final double[] from;
    private final double[] to;
    private long moves;

    /** Creates a window between two corners, time first; the arrays are kept and may be moved. */
    public Window(double[] from, double[] to) {
        this.from = from;
        this.to = to;
    }

    /** Returns the window of one point: the time, then the state. */
    public static Window at(double time, double[] state) {
        double[] point = new double[state.length + 1];
        point[0] = time;
        System.arraycopy(state, 0, point, 1, state.length);
        return new Window(point, point);
    }

    /** Says that the ends were changed. */
    public void moved() {
        moves++;
    }

    /** Returns how often it was moved. */
    long moves() {
        return moves;
    }

    double from(int index) {
        return from[index];
    }

    double to(int index) {
        return to[index];
    }
}
