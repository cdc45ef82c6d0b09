package org.theoremeter.simulate.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What shapes of networks are accepted, and how their parameters are laid out. */
class NetworkShapeTest {

    static Stream<RecurrentNetwork> networks() {
        return Stream.of(0, 3).flatMap(inputs -> NetworkExamples.of(6, 2, inputs, 4).stream());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void blocksFollowEachOtherWithoutGaps(RecurrentNetwork network) {
        int offset = 0;
        for (ParameterBlock block : network.layout().blocks()) {
            assertThat(block.offset()).as(block.name()).isEqualTo(offset);
            assertThat(block.size()).isEqualTo(block.rows() * block.columns()).isPositive();
            assertThat(block.at(block.rows() - 1, block.columns() - 1)).isEqualTo(offset + block.size() - 1);
            assertThat(network.layout().block(block.name())).isEqualTo(block);
            offset += block.size();
        }
        assertThat(network.layout().size()).isEqualTo(offset);
        assertThat(network.layout().blocks()).extracting(ParameterBlock::name).doesNotHaveDuplicates();
    }

    @Test
    void countsOfParametersAreThoseOfTheEquations() {
        int n = 6;
        int k = 2;
        int in = 3;
        int out = 4;
        Map<String, Integer> sizes = Map.of(
                "leaky-rnn", n * in + n + n * n + n + out * n + out,
                "tanh-rnn", n * in + n * n + out * n,
                "plrnn", n + n * n + n * in + n + out * n + out,
                "lstm", 4 * (n * in + n * n + n) + out * n + out,
                "rank-k-rnn", 2 * n * k + n + n * in + out * k + out);
        for (RecurrentNetwork network : NetworkExamples.of(n, k, in, out)) {
            assertThat(network.layout().size()).as(network.name()).isEqualTo(sizes.get(network.name()));
        }
    }

    @Test
    void aNetworkWithoutInputHasNoBlockForIt() {
        for (RecurrentNetwork network : NetworkExamples.of(6, 2, 0, 4)) {
            assertThat(network.layout().blocks())
                    .extracting(ParameterBlock::role)
                    .doesNotContain(ParameterBlock.Role.INPUT);
        }
        assertThatThrownBy(() ->
                        new LeakyRnn(6, 0, 4, 0.5, Readout.LINEAR).layout().block("W_in"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'W_in'")
                .hasMessageContaining("W_rec");
    }

    @Test
    void onlyTheLeakyNetworkIsReadBeforeItsUpdate() {
        assertThat(networks().filter(RecurrentNetwork::readsBefore))
                .allMatch(LeakyRnn.class::isInstance)
                .hasSize(2);
        assertThat(networks().filter(RecurrentNetwork::zeroDiagonal))
                .allMatch(PiecewiseLinearRnn.class::isInstance)
                .hasSize(2);
    }

    @Test
    void refusesSizesBelowOne() {
        for (int[] shape : new int[][] {{0, 1, 1}, {3, -1, 1}, {3, 1, 0}}) {
            int n = shape[0];
            int in = shape[1];
            int out = shape[2];
            List<Supplier<RecurrentNetwork>> makers = List.of(
                    () -> new LeakyRnn(n, in, out, 0.5, Readout.LINEAR),
                    () -> new TanhRnn(n, in, out, 0.5, 1, Readout.LINEAR),
                    () -> new PiecewiseLinearRnn(n, in, out, Readout.LINEAR),
                    () -> new Lstm(n, in, out, Readout.LINEAR),
                    () -> new RankKRnn(n, 1, in, out, 0.5, Readout.LINEAR));
            for (Supplier<RecurrentNetwork> maker : makers) {
                assertRefused(
                        maker::get, "found " + n + " units, " + in + " inputs and " + out + " outputs", "at least 1");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.5, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesStepsLongerThanTheTimeConstant(double alpha) {
        String found = "α = Δt/τ_m = " + alpha;
        assertRefused(() -> new LeakyRnn(3, 1, 1, alpha, Readout.LINEAR), found, "(0, 1]");
        assertRefused(() -> new TanhRnn(3, 1, 1, alpha, 1, Readout.LINEAR), found, "(0, 1]");
        assertRefused(() -> new RankKRnn(3, 1, 1, 1, alpha, Readout.LINEAR), found, "(0, 1]");
        // the end itself is accepted
        assertThat(new LeakyRnn(3, 1, 1, 1, Readout.LINEAR).alpha()).isOne();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesASignalThatIsNotPositive(double sigma) {
        assertRefused(() -> new TanhRnn(3, 1, 1, 0.5, sigma, Readout.LINEAR), "σ = " + sigma, "a positive number");
    }

    @Test
    void refusesARankThatUnitsCannotHave() {
        for (int rank : new int[] {0, -1, 4}) {
            assertRefused(
                    () -> new RankKRnn(3, rank, 1, 1, 0.5, Readout.LINEAR),
                    "rank " + rank,
                    "from 1 to the number of units, 3");
        }
        assertThat(new RankKRnn(3, 3, 1, 1, 0.5, Readout.LINEAR).rank()).isEqualTo(3);
    }

    private static void assertRefused(ThrowingCallable making, String found, String accepted) {
        assertThatThrownBy(making)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(found)
                .hasMessageContaining("accepted: ")
                .hasMessageContaining(accepted);
    }
}
