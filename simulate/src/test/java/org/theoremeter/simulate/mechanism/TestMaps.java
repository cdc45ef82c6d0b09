package org.theoremeter.simulate.mechanism;

import java.util.function.Function;
import org.hipparchus.analysis.differentiation.Gradient;

/** Small maps that are given by a formula; their derivatives come from automatic differentiation. */
public final class TestMaps {

    private TestMaps() {}

    public static AutonomousSystem of(int dimension, Function<Gradient[], Gradient[]> map) {
        return new AutonomousSystem() {
            @Override
            public int dimension() {
                return dimension;
            }

            private Gradient[] at(double[] state) {
                Gradient[] variables = new Gradient[dimension];
                for (int i = 0; i < dimension; i++) {
                    variables[i] = Gradient.variable(dimension, i, state[i]);
                }
                return map.apply(variables);
            }

            @Override
            public void step(double[] state, double[] next) {
                Gradient[] values = at(state);
                for (int i = 0; i < dimension; i++) {
                    next[i] = values[i].getValue();
                }
            }

            @Override
            public void step(double[] state, double[] direction, double[] next, double[] nextDirection) {
                Gradient[] values = at(state);
                for (int i = 0; i < dimension; i++) {
                    next[i] = values[i].getValue();
                    nextDirection[i] = 0;
                    for (int k = 0; k < dimension; k++) {
                        nextDirection[i] += values[i].getPartialDerivative(k) * direction[k];
                    }
                }
            }

            @Override
            public double[][] jacobian(double[] state) {
                Gradient[] values = at(state);
                double[][] rows = new double[dimension][];
                for (int i = 0; i < dimension; i++) {
                    rows[i] = values[i].getGradient();
                }
                return rows;
            }

            @Override
            public double[] read(double[] state) {
                return new double[] {state[0]};
            }
        };
    }

    /** A turn by an angle after x, y ← s (x, y). */
    public static Gradient[] turned(Gradient[] z, Gradient stretch, Gradient angle) {
        Gradient cosine = angle.cos().multiply(stretch);
        Gradient sine = angle.sin().multiply(stretch);
        return new Gradient[] {
            cosine.multiply(z[0]).subtract(sine.multiply(z[1])),
            sine.multiply(z[0]).add(cosine.multiply(z[1]))
        };
    }

    public static Gradient squares(Gradient[] z) {
        return z[0].multiply(z[0]).add(z[1].multiply(z[1]));
    }
}
