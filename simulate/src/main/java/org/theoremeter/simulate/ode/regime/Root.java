package org.theoremeter.simulate.ode.regime;

import org.theoremeter.simulate.ode.method.Flow;

/**
 * A root's argument g where a path comes to g = 0: there the field is not Lipschitz, and if it leads away on a side by more
 * than in proportion to the distance, the path may leave at any time.
 *
 * @param edge the surface g = 0
 * @param whole the field with its case distinctions
 */
public record Root(Surface edge, Flow whole) {

    /** How near to the surface the field is looked at, in units of the state's size. */
    private static final double NEAR = 1e-8;

    private static final double FAR = 1e-4;

    /** By what factor the rate must grow, compared with the distance, from far to near. */
    private static final double GROWTH = 1.5;

    /** What part of the rate nearby that at the surface may be, if the path rests there. */
    private static final double RESTING = 0.1;

    /** Tells whether a path that is here may leave the surface at any time. */
    public boolean repels(double time, double[] state, double[] sizes) {
        double value = edge.at(time, state);
        if (edge.inTimeAlone() || !(Math.abs(value) <= edge.blur(time, state, sizes))) {
            return false;
        }
        double[] gradient = edge.gradient(time, state);
        double squares = 0;
        double size = 0;
        for (int i = 0; i < state.length; i++) {
            squares += gradient[i + 1] * gradient[i + 1];
            size += Math.abs(gradient[i + 1]) * (sizes[i] > 0 ? sizes[i] : 1);
        }
        if (!(squares > 0) || !Double.isFinite(squares)) {
            return false;
        }
        for (int side : new int[] {1, -1}) {
            double resting = side * rate(time, state, gradient, -value / squares);
            double near = side * rate(time, state, gradient, (side * NEAR * size - value) / squares);
            double far = side * rate(time, state, gradient, (side * FAR * size - value) / squares);
            boolean still = !(Math.abs(resting) > RESTING * Math.abs(near));
            if (still && near > 0 && near / NEAR > GROWTH * Math.max(0, far) / FAR) {
                return true;
            }
        }
        return false;
    }

    /** Returns how fast g changes at a state moved along its gradient. */
    private double rate(double time, double[] state, double[] gradient, double distance) {
        double[] moved = state.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += distance * gradient[i + 1];
        }
        double[] slope = new double[moved.length];
        whole.derivative(time, moved, slope);
        return Surface.rate(gradient, slope);
    }
}
