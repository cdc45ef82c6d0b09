package org.theoremeter.theory.lowrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.theory.Laws;
import org.theoremeter.theory.dynamics.ReducedDynamics;
import org.theoremeter.theory.law.Law;

class OverlapFlowTest {
    private static final double[] PARAMETERS = {0.4, 1.3};
    private static final int SIZE = 9;

    private static double[][] columns(int rank, long seed) {
        Random random = new Random(seed);
        double[][] columns = new double[2 * rank + 2][SIZE];
        for (double[] column : columns) {
            for (int i = 0; i < SIZE; i++) {
                column[i] = random.nextGaussian() / Math.sqrt(SIZE);
            }
        }
        return columns;
    }

    private static double[] state(int rank, double[][] x) {
        return Overlap.ofRank(rank).stream()
                .mapToDouble(overlap -> {
                    double sum = 0;
                    for (int i = 0; i < SIZE; i++) {
                        sum += x[overlap.row()][i] * x[overlap.column()][i];
                    }
                    return sum;
                })
                .toArray();
    }

    /**
     * Moves every entry of X by the slope of the loss, found by differences of the loss of the overlaps of X, and asks how the
     * overlaps move.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void isHowOverlapsMoveWhenEveryEntryDescends(int rank) {
        OverlapFlow flow = new OverlapFlow(rank, true);
        double[][] x = columns(rank, 30 + rank);
        double step = 1e-5;
        double[][] descent = new double[x.length][SIZE];
        for (int c = 0; c < x.length; c++) {
            for (int i = 0; i < SIZE; i++) {
                double value = x[c][i];
                x[c][i] = value + step;
                double above = flow.loss(state(rank, x), PARAMETERS);
                x[c][i] = value - step;
                double below = flow.loss(state(rank, x), PARAMETERS);
                x[c][i] = value;
                descent[c][i] = -(above - below) / (2 * step);
            }
        }
        List<Overlap> overlaps = Overlap.ofRank(rank);
        double[] rates = new double[overlaps.size()];
        flow.derivative(state(rank, x), PARAMETERS, rates);
        for (int k = 0; k < rates.length; k++) {
            Overlap overlap = overlaps.get(k);
            double expected = 0;
            for (int i = 0; i < SIZE; i++) {
                expected += descent[overlap.row()][i] * x[overlap.column()][i]
                        + x[overlap.row()][i] * descent[overlap.column()][i];
            }
            // differences: 1e-9 each, in sums of 18
            assertThat(rates[k]).as(overlap.name()).isCloseTo(expected, within(3e-8));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void namesEveryEntryOfTheGramMatrixOnce(int rank) {
        List<Overlap> overlaps = Overlap.ofRank(rank);
        int size = 2 * rank + 2;
        assertThat(overlaps).hasSize(size * (size + 1) / 2);
        assertThat(overlaps).extracting(Overlap::name).doesNotHaveDuplicates();
        assertThat(overlaps.stream()
                        .map(overlap -> Math.min(overlap.row(), overlap.column()) * size
                                + Math.max(overlap.row(), overlap.column())))
                .doesNotHaveDuplicates();
        // A, b, k and d
        assertThat(overlaps.stream().filter(Overlap::visible)).hasSize((rank + 1) * (rank + 1));
    }

    @Test
    void refusesOtherRanks() {
        assertThatThrownBy(() -> Overlap.ofRank(0)).hasMessageContaining("found the rank 0, accepted: from 1 to 3");
        assertThatThrownBy(() -> Overlap.ofRank(4)).hasMessageContaining("found the rank 4");
    }

    /** What the laws call conserved does not move: its gradient is orthogonal to the flow. */
    @Test
    void conservesWhatItsLawsSay() {
        int conserved = 0;
        for (Law law : LowRankLaws.all()) {
            ReducedDynamics dynamics = law.dynamics().orElseThrow();
            int rank = Integer.parseInt(
                    Map.of("one", "1", "two", "2", "three", "3").get(law.name().split("[-]")[1]));
            double[] state = state(rank, columns(rank, 50 + rank));
            double[] rates = new double[state.length];
            dynamics.derivative(
                    0, state, Arrays.copyOf(PARAMETERS, dynamics.parameters().size()), rates);
            Map<String, Double> moved = new TreeMap<>();
            for (int k = 0; k < rates.length; k++) {
                moved.put(dynamics.state().get(k), rates[k]);
            }
            for (var quantity : dynamics.conserved().values()) {
                // linear in the overlaps, so that its rate is the quantity at the rates; a few roundings
                assertThat(quantity.evaluate(moved)).as(law.name()).isCloseTo(0, within(1e-14));
                conserved++;
            }
        }
        assertThat(conserved).isEqualTo(2 * (2 + 4 + 7));
    }

    @Test
    void isNoNumberWhereTheNetworkIsUnstable() {
        ReducedDynamics dynamics = Laws.named("lowrank.rank-one-integrator")
                .orElseThrow()
                .dynamics()
                .orElseThrow();
        double[] state = new double[dynamics.state().size()];
        state[dynamics.state().indexOf("A11")] = 1.01;
        double[] rates = new double[state.length];
        dynamics.derivative(0, state, new double[] {0.4}, rates);
        assertThat(rates[0]).isNaN();
        assertThat(dynamics.observable("loss", 0, state, new double[] {0.4})).isNaN();
        assertThat(dynamics.observable("A11", 0, state, new double[] {0.4})).isEqualTo(1.01);
    }
}
