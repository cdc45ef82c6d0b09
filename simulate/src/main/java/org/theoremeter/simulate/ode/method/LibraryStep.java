package org.theoremeter.simulate.ode.method;

import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.sampling.ODEStateInterpolator;

/** A step of a method of the library. */
final class LibraryStep implements Stretch {

    private final ODEStateInterpolator step;
    private final double from;
    private final double to;

    LibraryStep(ODEStateInterpolator step) {
        this.step = step;
        this.from = step.getPreviousState().getTime();
        this.to = step.getCurrentState().getTime();
    }

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
        if (time == from) {
            return step.getPreviousState().getPrimaryState();
        }
        return time == to
                ? step.getCurrentState().getPrimaryState()
                : step.getInterpolatedState(time).getPrimaryState();
    }

    /** Of a whole step the speeds at its ends tell enough; to ask for the path within takes far longer. */
    @Override
    public double[][] reach(double begin, double end) {
        if (begin != from || end != to) {
            return Stretch.super.reach(begin, end);
        }
        ODEStateAndDerivative first = step.getPreviousState();
        ODEStateAndDerivative last = step.getCurrentState();
        double[] low = first.getPrimaryState();
        double[] high = last.getPrimaryState();
        double[] leaving = first.getPrimaryDerivative();
        double[] arriving = last.getPrimaryDerivative();
        for (int i = 0; i < low.length; i++) {
            double a = low[i];
            double b = high[i];
            double room = ROOM * (to - from) * Math.max(Math.abs(leaving[i]), Math.abs(arriving[i]));
            low[i] = Math.min(a, b) - room;
            high[i] = Math.max(a, b) + room;
        }
        return new double[][] {low, high};
    }
}
