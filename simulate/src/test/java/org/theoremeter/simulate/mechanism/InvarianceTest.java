package org.theoremeter.simulate.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.simulate.mechanism.MechanismOfMemory.Answer;
import org.theoremeter.simulate.network.LeakyRnn;
import org.theoremeter.simulate.network.Readout;
import org.theoremeter.simulate.random.RandomStreams;

/** The answer is one about dynamics: frames, signs of axes, scales and read-outs do not matter. */
class InvarianceTest {

    private static final int SIZE = 12;

    /** A system seen in other coordinates, x = s Q y. */
    private record Seen(AutonomousSystem system, RealMatrix frame, double scale) implements AutonomousSystem {

        @Override
        public int dimension() {
            return system.dimension();
        }

        double[] to(double[] y) {
            return frame.operate(scaled(y, scale));
        }

        double[] from(double[] x) {
            return scaled(frame.transpose().operate(x), 1 / scale);
        }

        private static double[] scaled(double[] x, double by) {
            double[] y = x.clone();
            for (int i = 0; i < y.length; i++) {
                y[i] *= by;
            }
            return y;
        }

        @Override
        public void step(double[] state, double[] next) {
            double[] moved = new double[state.length];
            system.step(to(state), moved);
            System.arraycopy(from(moved), 0, next, 0, moved.length);
        }

        @Override
        public void step(double[] state, double[] direction, double[] next, double[] nextDirection) {
            double[] moved = new double[state.length];
            double[] carried = new double[state.length];
            system.step(to(state), to(direction), moved, carried);
            System.arraycopy(from(moved), 0, next, 0, moved.length);
            System.arraycopy(from(carried), 0, nextDirection, 0, moved.length);
        }

        @Override
        public double[][] jacobian(double[] state) {
            return frame.transpose()
                    .multiply(new Array2DRowRealMatrix(system.jacobian(to(state))))
                    .multiply(frame)
                    .getData();
        }

        @Override
        public double[] read(double[] state) {
            return new double[] {-3 * system.read(to(state))[0]};
        }
    }

    /** A leaky network whose units 2k and 2k + 1 turn into each other, the first pair the more strongly. */
    private static LeakyDynamics network(double gain, double turn) {
        LeakyRnn network = new LeakyRnn(SIZE, 1, 1, 0.5, Readout.LOGISTIC);
        double[] parameters = new double[network.layout().size()];
        for (int i = 0; i < SIZE; i += 2) {
            double strength = i == 0 ? gain : 0.5;
            set(network, parameters, i, i, strength);
            set(network, parameters, i + 1, i + 1, strength);
            set(network, parameters, i, i + 1, -turn * strength);
            set(network, parameters, i + 1, i, turn * strength);
        }
        return new LeakyDynamics(network, parameters);
    }

    private static void set(LeakyRnn network, double[] parameters, int row, int column, double weight) {
        parameters[network.layout().block("W_rec").at(row, column)] = weight;
    }

    private static RealMatrix frame(long seed) {
        double[] numbers = RandomStreams.of(seed).gaussians("frame", SIZE * SIZE);
        double[][] rows = new double[SIZE][SIZE];
        for (int i = 0; i < numbers.length; i++) {
            rows[i / SIZE][i % SIZE] = numbers[i];
        }
        return new QRDecomposition(new Array2DRowRealMatrix(rows)).getQ();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.9, 1.3, 2})
    void framesSignsScalesAndReadOutsDoNotMatter(double gain) {
        LeakyDynamics network = network(gain, 0.3);
        double[] start = RandomStreams.of(1).gaussians("start", SIZE);
        MechanismOfMemory here = MechanismOfMemory.of(network, start, MechanismSettings.withDefaults());
        for (long seed = 2; seed < 5; seed++) {
            Seen seen = new Seen(network, frame(seed), seed == 4 ? 1e-3 : -1);
            MechanismOfMemory there = MechanismOfMemory.of(seen, seen.from(start), MechanismSettings.withDefaults());
            assertThat(there.answer()).isEqualTo(here.answer());
            assertThat(there.steps()).isEqualTo(here.steps());
            if (here.period().isPresent()) {
                // the section goes through the same state, up to rounding
                assertThat(there.period().getAsDouble()).isCloseTo(here.period().getAsDouble(), within(1e-6));
            }
            assertThat(there.multiplier().getAsDouble())
                    .isCloseTo(here.multiplier().getAsDouble(), within(1e-6));
        }
    }

    /** Each pair has DF = 0.5 + 0.5 g (1 + 0.3 i) at rest, of modulus 1 at a gain g of 0.99 or nearly. */
    @Test
    void aNetworkOfTurningPairsRestsBelowItsHopfPointAndTurnsBeyond() {
        double[] start = RandomStreams.of(1).gaussians("start", SIZE);
        MechanismOfMemory below = MechanismOfMemory.of(network(0.9, 0.3), start, MechanismSettings.withDefaults());
        assertThat(below.answer()).isEqualTo(Answer.FIXED_POINT);
        assertThat(below.multiplier().getAsDouble()).isCloseTo(Math.hypot(0.5 + 0.45, 0.45 * 0.3), within(1e-9));
        MechanismOfMemory beyond = MechanismOfMemory.of(network(1.3, 0.3), start, MechanismSettings.withDefaults());
        assertThat(beyond.answer()).isEqualTo(Answer.PERIODIC_ORBIT);
        assertThat(beyond.period().getAsDouble()).isCloseTo(counted(network(1.3, 0.3), start), within(0.01));
    }

    /** Counts the changes of sign of a unit over 100,000 steps: the period within 2 steps of 100,000, a turn less or more. */
    private static double counted(AutonomousSystem system, double[] start) {
        double[][] state = {start.clone(), new double[start.length]};
        double first = -1;
        double last = -1;
        int turns = -1;
        for (int t = 0; t < 100_000; t++) {
            double[] from = state[t % 2];
            double[] to = state[1 - t % 2];
            system.step(from, to);
            if (t > 5000 && from[0] < 0 && to[0] >= 0) {
                double crossing = t + from[0] / (from[0] - to[0]);
                first = first < 0 ? crossing : first;
                last = crossing;
                turns++;
            }
        }
        return (last - first) / turns;
    }
}
