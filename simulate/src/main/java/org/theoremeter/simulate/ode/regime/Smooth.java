package org.theoremeter.simulate.ode.regime;

import org.theoremeter.simulate.ode.method.Flow;
import org.theoremeter.theory.dynamics.ReducedDynamics;

/**
 * Dynamics without case distinctions, at given parameters.
 *
 * @param dynamics the dynamics
 * @param constants the values of its parameters
 */
record Smooth(ReducedDynamics dynamics, double[] constants) implements Flow {

    @Override
    public void derivative(double time, double[] state, double[] slope) {
        dynamics.derivative(time, state, constants, slope);
    }

    @Override
    public double[][] jacobian(double time, double[] state) {
        return dynamics.jacobian(time, state, constants);
    }
}
