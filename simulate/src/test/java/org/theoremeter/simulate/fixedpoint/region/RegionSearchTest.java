package org.theoremeter.simulate.fixedpoint.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.assertj.core.data.Offset;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.simulate.fixedpoint.map.NetworkMap;
import org.theoremeter.simulate.fixedpoint.map.PiecewiseMap;
import org.theoremeter.simulate.network.PiecewiseLinearRnn;
import org.theoremeter.simulate.network.Readout;
import org.theoremeter.simulate.random.RandomStreams;

/** Fixed points and cycles of piecewise-linear networks against constructions and exact fractions. */
class RegionSearchTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    static PiecewiseMap map(double[] decay, double[][] weights, double[] bias) {
        int units = bias.length;
        PiecewiseLinearRnn network = new PiecewiseLinearRnn(units, 0, 1, Readout.LINEAR);
        double[] parameters = new double[network.layout().size()];
        for (int i = 0; i < units; i++) {
            parameters[network.layout().block("A").offset() + i] = decay[i];
            parameters[network.layout().block("h").offset() + i] = bias[i];
            for (int k = 0; k < units; k++) {
                parameters[network.layout().block("W").at(i, k)] = weights[i][k];
            }
        }
        return (PiecewiseMap) NetworkMap.of(network, parameters, new double[0]);
    }

    private static PiecewiseMap random(int units, long seed) {
        double[] decay = new double[units];
        double[][] weights = new double[units][];
        for (int i = 0; i < units; i++) {
            decay[i] = 0.5 * RandomStreams.of(seed).child(i).gaussians("decay", 1)[0];
            weights[i] = RandomStreams.of(seed).child(i).gaussians("weights", units);
            weights[i][i] = 0;
        }
        return map(decay, weights, RandomStreams.of(seed).gaussians("bias", units));
    }

    private static PiecewiseMap ring() {
        return map(new double[3], new double[][] {{0, -2, 2}, {2, 0, -2}, {-2, 2, 0}}, new double[] {-1, -1, -1});
    }

    /**
     * Each of three units excites the next and inhibits the one before: z ← W max(z, 0) − 1 with 2 and −2. While one is on, at 1, the next
     * is going to be, so that (1, −3, −1), (−1, 1, −3), (−3, −1, 1) is a cycle, which multiplies deviations by 2 · 2 · 2. With all off there
     * is rest at −1; no unit rests on, since alone it comes to −1 and of two the first comes to −2 z − 1.
     */
    @Test
    void findsAFixedPointAndAThreeCycleMadeByHand() {
        PiecewiseMap ring = ring();
        List<Enumeration> found = new RegionSearch(ring, 2).upTo(3, 10);
        assertThat(found).hasSize(3).allMatch(Enumeration::isComplete).allMatch(Enumeration::isEverywhere);
        assertThat(found.get(0).cycles()).singleElement().satisfies(rest -> {
            assertThat(rest.states().get(0)).containsExactly(-1, -1, -1);
            assertThat(rest.border()).isFalse();
        });
        assertThat(found.get(2).cycles()).anySatisfy(cycle -> {
            assertThat(cycle.period()).isEqualTo(3);
            assertThat(cycle.states())
                    .usingElementComparator((one, other) -> java.util.Arrays.compare(one, other))
                    .containsExactlyInAnyOrder(
                            new double[] {1, -3, -1}, new double[] {-1, 1, -3}, new double[] {-3, -1, 1});
            double largest = 0;
            for (int i = 0; i < 3; i++) {
                largest = Math.max(largest, cycle.multipliers().modulus(i));
            }
            assertThat(largest).isCloseTo(8, Offset.offset(1e-12));
            // some twenty roundings, times the norms of three steps and of an inverse: 4³ and a few
            assertThat(cycle.within()).isLessThan(1e-11);
        });
        // how many 3-cycles there are besides says the exact search
        for (int period = 1; period <= 3; period++) {
            assertThat(found.get(period - 1).cycles())
                    .hasSize(exact(ring, period).size() / period);
        }
    }

    /** All cycles of a least period in exact arithmetic, one entry a state. */
    private static List<double[]> exact(PiecewiseMap map, int period) {
        int units = map.dimension();
        List<double[]> states = new ArrayList<>();
        for (int signs = 0; signs < 1 << period * units; signs++) {
            FieldMatrix<BigFraction> turn =
                    MatrixUtils.createFieldIdentityMatrix(BigFractionField.getInstance(), units);
            FieldVector<BigFraction> shift = turn.getRowVector(0).mapMultiply(BigFraction.ZERO);
            List<FieldMatrix<BigFraction>> steps = new ArrayList<>();
            for (int t = 0; t < period; t++) {
                FieldMatrix<BigFraction> step =
                        new Array2DRowFieldMatrix<>(BigFractionField.getInstance(), units, units);
                for (int i = 0; i < units; i++) {
                    for (int k = 0; k < units; k++) {
                        boolean on = (signs >> t * units + k & 1) == 1;
                        double entry = (on ? map.weights()[i][k] : 0) + (i == k ? map.decay()[i] : 0);
                        step.setEntry(i, k, new BigFraction(entry));
                    }
                }
                steps.add(step);
                turn = step.multiply(turn);
                shift = step.operate(shift).add(drive(map));
            }
            FieldMatrix<BigFraction> left = MatrixUtils.createFieldIdentityMatrix(BigFractionField.getInstance(), units)
                    .subtract(turn);
            FieldVector<BigFraction> state;
            try {
                state = new FieldLUDecomposition<>(left).getSolver().solve(shift);
            } catch (MathIllegalArgumentException singular) {
                throw new AssertionError("a singular itinerary, of which this says nothing", singular);
            }
            FieldVector<BigFraction> first = state;
            boolean kept = true;
            for (int t = 0; t < period; t++) {
                for (int k = 0; k < units; k++) {
                    int sign = state.getEntry(k).signum();
                    assertThat(sign).isNotZero();
                    kept &= sign > 0 == ((signs >> t * units + k & 1) == 1);
                }
                state = steps.get(t).operate(state).add(drive(map));
                kept &= t + 1 == period || !state.equals(first);
            }
            if (kept) {
                double[] found = new double[units];
                for (int i = 0; i < units; i++) {
                    found[i] = first.getEntry(i).doubleValue();
                }
                states.add(found);
            }
        }
        return states;
    }

    private static FieldVector<BigFraction> drive(PiecewiseMap map) {
        FieldVector<BigFraction> drive = MatrixUtils.createFieldVector(new BigFraction[] {BigFraction.ZERO})
                .getSubVector(0, 0);
        for (double entry : map.drive()) {
            drive = drive.append(new BigFraction(entry));
        }
        return drive;
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 4", "2, 2, 4", "2, 3, 4", "3, 1, 3", "3, 2, 3", "4, 1, 1", "3, 3, 1"})
    void findsWhatExactFractionsFind(int units, int period, int networks) {
        for (long seed = 1; seed <= networks; seed++) {
            PiecewiseMap map = random(units, seed);
            Enumeration found = new RegionSearch(map, 2).in(INFINITE, period);
            List<double[]> wanted = exact(map, period);
            assertThat(found.isComplete()).isTrue();
            assertThat(found.cycles()).hasSize(wanted.size() / period);
            for (Cycle cycle : found.cycles()) {
                assertThat(cycle.states())
                        .allSatisfy(state -> assertThat(wanted)
                                .anyMatch(exact ->
                                        distance(exact, state) <= cycle.within() + 1e-15 * (1 + largest(exact))));
            }
        }
    }

    private static double distance(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }

    private static double largest(double[] a) {
        return distance(a, new double[a.length]);
    }

    /** With fewer equations solved, a box gives those of all cycles that lie in it: of the ring one of its two 3-cycles. */
    @Test
    void aBoxHoldsWhatLiesInIt() {
        assertThat(new RegionSearch(ring(), 1).in(4, 3).cycles()).hasSize(1);
        assertThat(new RegionSearch(ring(), 1).in(8, 3).cycles()).hasSize(2);
        for (PiecewiseMap map : List.of(ring(), random(5, 1), random(5, 2), random(5, 3))) {
            for (int period = 1; period <= 2; period++) {
                Enumeration all = new RegionSearch(map, 2).in(INFINITE, period);
                Enumeration part = new RegionSearch(map, 1).in(4, period);
                assertThat(all.isComplete() && part.isComplete()).isTrue();
                assertThat(all.isEverywhere()).isTrue();
                assertThat(part.isEverywhere()).isFalse();
                long inside = all.cycles().stream()
                        .filter(cycle -> cycle.states().stream().allMatch(state -> largest(state) < 4))
                        .count();
                assertThat(part.cycles()).hasSize((int) inside);
                assertThat(part.solved()).isLessThan(all.solved());
            }
        }
    }

    @Test
    void saysWhatItDidNotSearch() {
        Enumeration cut = new RegionSearch(random(8, 1), 2, OptionalLong.of(64)).in(INFINITE, 1);
        assertThat(cut.exhausted()).isTrue();
        assertThat(cut.isComplete()).isFalse();
        // a unit that keeps what it has: where it does not depend on others, a line of fixed points, or none
        Enumeration line = new RegionSearch(
                        map(new double[] {1, 0.5}, new double[][] {{0, 0}, {0.3, 0}}, new double[] {0, 1}), 1)
                .in(INFINITE, 1);
        assertThat(line.undecided()).isPositive();
        assertThat(line.isComplete()).isFalse();
    }

    /** Without bias 0 is a fixed point in the corner of all regions, and one. */
    @Test
    void countsAPointInACornerOnce() {
        double[][] weights = random(4, 3).weights();
        Enumeration found =
                new RegionSearch(map(new double[] {0.3, 0.4, -0.2, 0.1}, weights, new double[4]), 2).in(INFINITE, 1);
        assertThat(found.cycles()).singleElement().satisfies(zero -> {
            assertThat(zero.border()).isTrue();
            assertThat(largest(zero.states().get(0))).isZero();
        });
        // and no cycle, whatever itinerary through the corner it is taken to have
        Enumeration two =
                new RegionSearch(map(new double[] {0.3, 0.4, -0.2, 0.1}, weights, new double[4]), 2).in(INFINITE, 2);
        assertThat(two.cycles()).isEmpty();
    }

    @Test
    void doesNotDependOnThreads() {
        Enumeration one = new RegionSearch(random(5, 2), 1).in(INFINITE, 2);
        Enumeration three = new RegionSearch(random(5, 2), 3).in(INFINITE, 2);
        assertThat(one.solved()).isEqualTo(three.solved());
        assertThat(one.cycles()).hasSameSizeAs(three.cycles());
        for (int i = 0; i < one.cycles().size(); i++) {
            for (int t = 0; t < 2; t++) {
                assertThat(one.cycles().get(i).states().get(t))
                        .containsExactly(three.cycles().get(i).states().get(t));
            }
        }
    }
}
