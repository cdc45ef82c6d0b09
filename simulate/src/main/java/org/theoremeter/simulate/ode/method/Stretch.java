package org.theoremeter.simulate.ode.method;

import org.hipparchus.ode.sampling.ODEStateInterpolator;

/** A piece of a solution, from one time to a later one. */
public interface Stretch {

    double from();

    double to();

    /** Returns the state at a time of the piece; nobody else keeps the array. */
    double[] at(double time);

    /** Returns where the path is within a part of the piece, {lowest, highest}, with some room. */
    default double[][] reach(double begin, double end) {
        double[][] points = {at(begin), at(begin + (end - begin) / 2), at(end)};
        double[][] reach = {points[0].clone(), points[0].clone()};
        for (int i = 0; i < reach[0].length; i++) {
            double low = Math.min(points[0][i], Math.min(points[1][i], points[2][i]));
            double high = Math.max(points[0][i], Math.max(points[1][i], points[2][i]));
            reach[0][i] = low - ROOM * (high - low);
            reach[1][i] = high + ROOM * (high - low);
        }
        return reach;
    }

    /** What part of a range, or of the way at the speed of either end, may be gone beyond the points looked at. */
    double ROOM = 0.25;

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
        return new LibraryStep(step);
    }
}
