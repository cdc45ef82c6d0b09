package org.theoremeter.simulate.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.Networks;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.network.Target;
import org.theoremeter.simulate.training.ImpulseResponseGradient;

/** The tangent kernel against the definition and against the gradient (theory 1.9). */
class TangentKernelTest {

    private static final double DT = 0.2;
    private static final int STEPS = 12;
    private static final int SIZE = 3;
    private static final Target TARGET = Target.integrator(0.3);

    private static double[] response(LinearRnn network) {
        double[] state = network.readIn().clone();
        double[] response = new double[STEPS];
        for (int k = 0; k < STEPS; k++) {
            response[k] = Rows.dot(network.readOut(), state);
            double[] next = new double[SIZE];
            for (int i = 0; i < SIZE; i++) {
                next[i] = (1 - DT) * state[i];
                for (int j = 0; j < SIZE; j++) {
                    next[i] += DT * network.weights()[i * SIZE + j] * state[j];
                }
            }
            state = next;
        }
        return response;
    }

    private static double[] errors(LinearRnn network) {
        double[] errors = response(network);
        Rows.add(-1, TARGET.response(DT, STEPS), errors);
        return errors;
    }

    /** ∂f_k/∂W by central differences, an array a weight. */
    private static double[][] slopes(LinearRnn network) {
        double step = 1e-5;
        double[] weights = network.weights();
        double[][] slopes = new double[weights.length][];
        for (int i = 0; i < weights.length; i++) {
            double weight = weights[i];
            weights[i] = weight + step;
            slopes[i] = response(network);
            weights[i] = weight - step;
            Rows.add(-1, response(network), slopes[i]);
            weights[i] = weight;
            for (int k = 0; k < STEPS; k++) {
                slopes[i][k] /= 2 * step;
            }
        }
        return slopes;
    }

    @Test
    void itsChangeIsThatOfTheProductsOfSlopes() {
        LinearRnn one = Networks.random(SIZE, 0.7, 1);
        LinearRnn other = Networks.random(SIZE, 0.7, 2);
        double[][] before = slopes(one);
        double[][] after = slopes(other);
        double difference = 0;
        double norm = 0;
        for (int k = 0; k < STEPS; k++) {
            for (int l = 0; l < STEPS; l++) {
                double first = 0;
                double second = 0;
                for (int i = 0; i < before.length; i++) {
                    first += before[i][k] * before[i][l];
                    second += after[i][k] * after[i][l];
                }
                difference += (second - first) * (second - first);
                norm += first * first;
            }
        }
        double change = TangentKernel.of(one, DT, STEPS).changeTo(TangentKernel.of(other, DT, STEPS));
        // central differences of step 1e-5
        assertThat(change).isCloseTo(Math.sqrt(difference / norm), within(1e-7));
        assertThat(TangentKernel.of(one, DT, STEPS).changeTo(TangentKernel.of(one, DT, STEPS)))
                .isZero();
    }

    @Test
    void itsFrozenLossStartsLikeTheLossUnderGradientFlow() {
        LinearRnn network = Networks.random(SIZE, 0.7, 3);
        ImpulseResponseGradient gradient = new ImpulseResponseGradient(SIZE, TARGET, DT, STEPS);
        gradient.evaluate(network);
        TangentKernel.FrozenLoss frozen = TangentKernel.of(network, DT, STEPS).frozenLoss(errors(network));
        assertThat(frozen.at(0)).isCloseTo(gradient.loss(), within(1e-14));
        // dL/dτ = −‖∂L/∂W‖² at the start, by a one-sided difference of second order
        double tau = 1e-4;
        double slope = (-3 * frozen.at(0) + 4 * frozen.at(tau) - frozen.at(2 * tau)) / (2 * tau);
        double squared = Rows.dot(gradient.byWeights(), gradient.byWeights());
        assertThat(slope).isCloseTo(-squared, within(1e-5 * squared));
    }

    @Test
    void itsFrozenLossSolvesTheLinearDynamics() {
        LinearRnn network = Networks.random(SIZE, 0.7, 4);
        double[][] slopes = slopes(network);
        double[] errors = errors(network);
        TangentKernel.FrozenLoss frozen = TangentKernel.of(network, DT, STEPS).frozenLoss(errors);
        // de/dτ = −Δt K e with K = Σ_i ∂f/∂W_i ∂f/∂W_iᵀ, by the midpoint rule
        int count = 4000;
        double step = 2.0 / count;
        for (int n = 0; n < count; n++) {
            double[] middle = errors.clone();
            Rows.add(step / 2, speed(slopes, errors), middle);
            Rows.add(step, speed(slopes, middle), errors);
        }
        // the square of the step, and central differences
        assertThat(frozen.at(2)).isCloseTo(DT * Rows.dot(errors, errors) / 2, within(1e-6));
    }

    @Test
    void itsFrozenWeightChangeIsTheWayOfTheWeights() {
        LinearRnn network = Networks.random(SIZE, 0.7, 4);
        double[][] slopes = slopes(network);
        double[] errors = errors(network);
        TangentKernel.FrozenLoss frozen = TangentKernel.of(network, DT, STEPS).frozenLoss(errors);
        // dW_i/dτ = −Δt Σ_k e_k ∂f_k/∂W_i, by the midpoint rule
        int count = 4000;
        double step = 2.0 / count;
        double[] weights = new double[slopes.length];
        for (int n = 0; n < count; n++) {
            double[] middle = errors.clone();
            Rows.add(step / 2, speed(slopes, errors), middle);
            for (int i = 0; i < slopes.length; i++) {
                weights[i] -= step * DT * Rows.dot(slopes[i], middle);
            }
            Rows.add(step, speed(slopes, middle), errors);
        }
        // the square of the step, and central differences
        assertThat(frozen.weightChange(2)).isCloseTo(Rows.norm(weights), within(1e-6));
    }

    private static double[] speed(double[][] slopes, double[] errors) {
        double[] speed = new double[STEPS];
        for (double[] slope : slopes) {
            Rows.add(-DT * Rows.dot(slope, errors), slope, speed);
        }
        return speed;
    }
}
