package org.theoremeter.simulate.ode;

import org.hipparchus.ode.sampling.ODEStateInterpolator;

/** A piece of a solution, from one time to a later one. */
interface Stretch {

    double from();

    double to();

    /** Returns the state at a time of the piece; nobody else keeps the array. */
    double[] at(double time);

    /** Returns the piece up to a time within it. */
    default Stretch until(double end) {
        Stretch whole = this;
        return new Stretch() {
            @Override
            public double from() {
                return whole.from();
            }

            @Override
            public double to() {
                return end;
            }

            @Override
            public double[] at(double time) {
                return whole.at(time);
            }
        };
    }

    /** Returns a step of a library's method. */
    static Stretch of(ODEStateInterpolator step) {
        double from = step.getPreviousState().getTime();
        double to = step.getCurrentState().getTime();
        return new Stretch() {
            @Override
            public double from() {
                return from;
            }

            @Override
            public double to() {
                return to;
            }

            @Override
            public double[] at(double time) {
                return time == to
                        ? step.getCurrentState().getPrimaryState()
                        : step.getInterpolatedState(time).getPrimaryState();
            }
        };
    }
}
