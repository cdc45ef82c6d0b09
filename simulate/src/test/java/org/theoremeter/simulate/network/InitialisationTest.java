package org.theoremeter.simulate.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.task.EmpiricalLaw;

/** The laws of initial parameters. The bound of {@link EmpiricalLaw} has a false-alarm rate of 1e-6 for each block. */
class InitialisationTest {

    private static final int N = 100;
    private static final int K = 3;
    private static final int IN = 2;
    private static final int OUT = 2;
    private static final double GAIN = 1.5;

    /** Networks whose blocks are pooled, so that even biases of outputs have a law. */
    private static final int DRAWN = 100;

    /** Half width of a uniform law; deviation of a normal one; or one number. */
    private enum Law {
        UNIFORM,
        NORMAL,
        EXACT
    }

    private record Expected(Law law, double size) {}

    private static Expected uniform(double width) {
        return new Expected(Law.UNIFORM, width);
    }

    private static Expected normal(double variance) {
        return new Expected(Law.NORMAL, Math.sqrt(variance));
    }

    private static Expected exact(double value) {
        return new Expected(Law.EXACT, value);
    }

    @Test
    void publishedLeakyNetwork() {
        LeakyRnn network = new LeakyRnn(N, IN, OUT, 0.5, Readout.LOGISTIC);
        // as the STM paper's reference experiments give them, to four digits
        assertThat(Math.sqrt(6.0 / (N + N))).isEqualTo(0.1732, Offset.offset(5e-5));
        Map<String, Expected> laws = Map.of(
                "W_rec", uniform(Math.sqrt(6.0 / (N + N))),
                "W_in", uniform(Math.sqrt(6.0 / (N + IN))),
                "W_out", uniform(Math.sqrt(6.0 / (N + OUT))),
                "b_in", uniform(1 / Math.sqrt(IN)),
                "b_rec", uniform(1 / Math.sqrt(N)),
                "b_out", uniform(1 / Math.sqrt(N)));
        check(network, Initialisation.PUBLISHED, laws);
        check(network, Initialisation.XAVIER, laws);
        assertDiagonalIsZero(network, Initialisation.PUBLISHED, "W_rec");
        assertDiagonalIsZero(network, Initialisation.XAVIER, "W_rec");
    }

    @Test
    void publishedRankKNetwork() {
        check(
                new RankKRnn(N, K, IN, OUT, 0.5, Readout.LOGISTIC),
                Initialisation.PUBLISHED,
                Map.of(
                        "m", normal(1.0 / N),
                        "n", normal(1.0 / N),
                        "b", exact(0),
                        "W_in", normal(1.0 / IN),
                        "W_out", normal(1.0 / K),
                        "b_out", normal(1)));
    }

    @Test
    void publishedLstmRemembersAtFirst() {
        RecurrentNetwork network = new Lstm(N, IN, OUT, Readout.LINEAR);
        double width = 1 / Math.sqrt(N);
        Map<String, double[]> pooled = pool(network, Initialisation.PUBLISHED);
        double[] biases = pooled.remove("b");
        for (int i = 0; i < biases.length; i++) {
            // 4N biases a network; those of the second gate, which forgets, are 1 higher
            biases[i] -= i % (4 * N) / N == 1 ? 1 : 0;
        }
        pooled.put("b", biases);
        pooled.forEach((block, numbers) -> assertLaw(block, numbers, uniform(width)));
        assertThat(pooled).hasSize(5);
    }

    @Test
    void gaussianNetworks() {
        double recurrent = GAIN * GAIN / N;
        check(
                new TanhRnn(N, IN, OUT, 0.5, 1, Readout.LINEAR),
                Initialisation.GAUSSIAN,
                Map.of("U", normal(1.0 / IN), "W", normal(recurrent), "V", normal(1.0 / N)));
        check(
                new TanhRnn(N, IN, OUT, 0.5, 1, Readout.LINEAR),
                Initialisation.PUBLISHED,
                Map.of("U", normal(1.0 / IN), "W", normal(recurrent), "V", normal(1.0 / N)));
        PiecewiseLinearRnn piecewise = new PiecewiseLinearRnn(N, IN, OUT, Readout.LINEAR);
        check(
                piecewise,
                Initialisation.GAUSSIAN,
                Map.of(
                        "A", exact(0.9),
                        "W", normal(recurrent),
                        "C", normal(1.0 / IN),
                        "h", exact(0),
                        "W_out", normal(1.0 / N),
                        "b_out", exact(0)));
        assertDiagonalIsZero(piecewise, Initialisation.GAUSSIAN, "W");
        check(
                new RankKRnn(N, K, IN, OUT, 0.5, Readout.LOGISTIC),
                Initialisation.GAUSSIAN,
                Map.of(
                        "m", normal(recurrent),
                        "n", normal(recurrent),
                        "b", exact(0),
                        "W_in", normal(1.0 / IN),
                        "W_out", normal(1.0 / K),
                        "b_out", exact(0)));
        check(
                new Lstm(N, IN, OUT, Readout.LINEAR),
                Initialisation.GAUSSIAN,
                Map.of(
                        "W_ih", normal(1.0 / IN),
                        "W_hh", normal(recurrent),
                        "b", exact(0),
                        "W_out", normal(1.0 / N),
                        "b_out", exact(0)));
    }

    @Test
    void xavierLeavesAllOfASquareFactorOfARankKNetwork() {
        RankKRnn network = new RankKRnn(4, 4, 0, 1, 0.5, Readout.LINEAR);
        double[] drawn = Initialisation.XAVIER.draw(network, 1, RandomStreams.of(1));
        for (String name : new String[] {"m", "n"}) {
            ParameterBlock block = network.layout().block(name);
            assertThat(IntStream.range(0, 4).mapToDouble(i -> drawn[block.at(i, i)]))
                    .as(name)
                    .doesNotContain(0.0);
        }
    }

    @ParameterizedTest
    @EnumSource(Initialisation.class)
    void drawsEveryBlockFromItsOwnStreamAndAlikeTwice(Initialisation scheme) {
        for (RecurrentNetwork network : NetworkExamples.of(6, 2, 3, 2)) {
            double[] first = scheme.draw(network, GAIN, RandomStreams.of(8));
            assertThat(scheme.draw(network, GAIN, RandomStreams.of(8))).isEqualTo(first);
            assertThat(scheme.draw(network, GAIN, RandomStreams.of(9))).isNotEqualTo(first);
        }
        // without an input the recurrent weights stay what they were
        LeakyRnn with = new LeakyRnn(6, 3, 1, 0.5, Readout.LINEAR);
        LeakyRnn without = new LeakyRnn(6, 0, 1, 0.5, Readout.LINEAR);
        assertThat(of(with, "W_rec", scheme.draw(with, GAIN, RandomStreams.of(8))))
                .isEqualTo(of(without, "W_rec", scheme.draw(without, GAIN, RandomStreams.of(8))));
    }

    @Test
    void isFoundByItsWord() {
        for (Initialisation scheme : Initialisation.values()) {
            assertThat(Initialisation.of(scheme.word())).isEqualTo(scheme);
        }
        assertThatThrownBy(() -> Initialisation.of("he"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'he'")
                .hasMessageContaining("accepted: published, xavier, gaussian");
    }

    private static void check(RecurrentNetwork network, Initialisation scheme, Map<String, Expected> laws) {
        Map<String, double[]> pooled = pool(network, scheme);
        assertThat(pooled.keySet()).isEqualTo(laws.keySet());
        pooled.forEach((block, numbers) -> assertLaw(block, numbers, laws.get(block)));
    }

    /** Returns the numbers of each block of many networks, without the diagonals that are set to zero. */
    private static Map<String, double[]> pool(RecurrentNetwork network, Initialisation scheme) {
        Map<String, double[]> pooled = new HashMap<>();
        boolean uniform = scheme == Initialisation.XAVIER || network instanceof LeakyRnn;
        for (int seed = 0; seed < DRAWN; seed++) {
            double[] drawn = scheme.draw(network, GAIN, RandomStreams.of(seed));
            for (ParameterBlock block : network.layout().blocks()) {
                boolean diagonal = block.name().startsWith("W") && block.rows() == N && block.columns() == N;
                double[] numbers = IntStream.range(0, block.size())
                        .filter(i -> !(diagonal && (uniform || network.zeroDiagonal()) && i / N == i % N))
                        .mapToDouble(i -> drawn[block.offset() + i])
                        .toArray();
                pooled.merge(block.name(), numbers, InitialisationTest::joined);
            }
        }
        return pooled;
    }

    private static double[] joined(double[] a, double[] b) {
        // 50,000 numbers of a block are enough
        if (a.length > 50_000) {
            return a;
        }
        double[] joined = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, joined, a.length, b.length);
        return joined;
    }

    private static void assertLaw(String block, double[] numbers, Expected expected) {
        double size = expected.size();
        if (expected.law() == Law.EXACT) {
            assertThat(numbers).as(block).containsOnly(size);
        } else if (expected.law() == Law.UNIFORM) {
            assertThat(Arrays.stream(numbers)).as(block).allMatch(x -> Math.abs(x) <= size);
            EmpiricalLaw.assertContinuous(numbers, x -> (x + size) / (2 * size));
        } else {
            EmpiricalLaw.assertContinuous(numbers, x -> 0.5 * Erf.erfc(-x / size / Math.sqrt(2)));
            assertDeviation(block, numbers, size);
        }
    }

    /** Checks Σ x²/σ² = n ± 4.9 √(2n): a false-alarm rate of about 1e-6, and sharper than the law. */
    private static void assertDeviation(String block, double[] numbers, double deviation) {
        double squares =
                Arrays.stream(numbers).map(x -> x * x / deviation / deviation).sum();
        double n = numbers.length;
        assertThat(Math.abs(squares - n) / Math.sqrt(2 * n)).as(block).isLessThan(4.9);
    }

    private static void assertDiagonalIsZero(RecurrentNetwork network, Initialisation scheme, String name) {
        double[] drawn = scheme.draw(network, GAIN, RandomStreams.of(1));
        ParameterBlock block = network.layout().block(name);
        for (int i = 0; i < N; i++) {
            assertThat(drawn[block.at(i, i)]).isZero();
            assertThat(drawn[block.at(i, (i + 1) % N)]).isNotZero();
        }
    }

    private static double[] of(RecurrentNetwork network, String name, double[] parameters) {
        ParameterBlock block = network.layout().block(name);
        return Arrays.copyOfRange(parameters, block.offset(), block.offset() + block.size());
    }
}
