package org.theoremeter.simulate.ode.enclosure;

import java.util.List;

/**
 * A node of a formula that keeps the range of its values over a box of time and state, how steep it is there, and what
 * rounding its evaluation may bring.
 *
 * <p>It says where a formula varies that hides between the points at which a method looks: over a box that contains a
 * narrow pulse its range is wide, however far the pulse is from all points.
 */
public abstract class Enclosed {

    static final double UNIT = Math.ulp(1.0) / 2;

    double low;
    double high;

    private Window seen;
    private long moves;

    /** Encloses the node and all below it, what occurs twice once. */
    public final void enclose(Window window) {
        if (seen != window || moves != window.moves()) {
            seen = window;
            moves = window.moves();
            over(window);
        }
    }

    /** Encloses the node by what is below it. */
    abstract void over(Window window);

    /** Bounds what rounding may bring to its evaluation anywhere in the box that was enclosed last. */
    public abstract double rounding();

    /**
     * Tells whether a method that steps over the box may miss something of this node: it is not resolved, and what that
     * does to the whole is not negligible.
     *
     * @param gain by how much the whole varies with this node
     * @param negligible how far the whole may vary unseen
     */
    public abstract boolean hides(double gain, double negligible);

    /** Tells whether there is a node that may hide anything. */
    public abstract boolean sharp();

    final void set(double[] range) {
        low = range[0];
        high = range[1];
    }

    /** Sets both ends; what is not a number leaves them open. */
    final void set(double from, double to) {
        if (from <= to) {
            low = from;
            high = to;
        } else {
            set(Ranges.ordered(from, to));
        }
    }

    /** Returns the lower end of the range over the window that was last enclosed. */
    public final double low() {
        return low;
    }

    /** Returns the upper end of the range over the window that was last enclosed. */
    public final double high() {
        return high;
    }

    /** Returns the largest absolute value of the range. */
    public final double size() {
        return Math.max(Math.abs(low), Math.abs(high));
    }

    /** Returns the least distance from zero. */
    final double clear() {
        return low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high));
    }

    final boolean negligible(double gain, double negligible) {
        return low == high || gain * (high - low) <= negligible;
    }

    static double gain(double gain, double slope) {
        double product = Ranges.times(gain, slope);
        return Double.isNaN(product) ? Double.POSITIVE_INFINITY : product;
    }

    /** A number or a parameter. */
    static final class Fixed extends Enclosed {

        private final double rounding;

        Fixed(double value, boolean exact) {
            this(value, exact ? 0 : UNIT * Math.abs(value));
        }

        Fixed(double value, double rounding) {
            low = value;
            high = value;
            this.rounding = rounding;
        }

        @Override
        public double rounding() {
            return rounding;
        }

        @Override
        void over(Window window) {
            // it is the same in every box
        }

        @Override
        public boolean hides(double gain, double negligible) {
            return false;
        }

        @Override
        public boolean sharp() {
            return false;
        }
    }

    /** The time, or a component of the state. */
    static final class Variable extends Enclosed {

        private final int index;

        Variable(int index) {
            this.index = index;
        }

        @Override
        void over(Window window) {
            low = window.from(index);
            high = window.to(index);
        }

        /** A method's times are sums that were rounded; the state is what it is. */
        @Override
        public double rounding() {
            return index == 0 ? UNIT * size() : 0;
        }

        @Override
        public boolean hides(double gain, double negligible) {
            return false;
        }

        @Override
        public boolean sharp() {
            return false;
        }
    }

    /** The smaller or the larger of some. */
    static final class Extreme extends Enclosed {

        private final boolean largest;
        private final List<Enclosed> of;

        Extreme(boolean largest, List<Enclosed> of) {
            this.largest = largest;
            this.of = of;
        }

        @Override
        void over(Window window) {
            of.forEach(each -> each.enclose(window));
            Enclosed a = of.get(0);
            Enclosed b = of.get(1);
            low = largest ? Math.max(a.low, b.low) : Math.min(a.low, b.low);
            high = largest ? Math.max(a.high, b.high) : Math.min(a.high, b.high);
        }

        @Override
        public double rounding() {
            return Math.max(of.get(0).rounding(), of.get(1).rounding());
        }

        @Override
        public boolean hides(double gain, double negligible) {
            return !negligible(gain, negligible) && of.stream().anyMatch(each -> each.hides(gain, negligible));
        }

        @Override
        public boolean sharp() {
            return of.stream().anyMatch(Enclosed::sharp);
        }
    }
}
