package org.theoremeter.simulate.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class NoiseStreamTest {

    /** The increment of SplitMix64, 2⁶⁴ over the golden ratio. */
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    @Test
    void givesTheSequenceOfSplitMix64() {
        long seed = 1234567;
        NoiseStream stream = new NoiseStream(seed, GOLDEN);
        SplittableRandom java = new SplittableRandom(seed);
        UniformRandomProvider commons = RandomSource.SPLIT_MIX_64.create(seed);
        for (int n = 1; n <= 1000; n++) {
            assertThat(stream.bits(n)).isEqualTo(java.nextLong()).isEqualTo(commons.nextLong());
        }
    }

    @Test
    void everyPositionStandsAlone() {
        NoiseStream stream = new NoiseStream(5, 0x2545f4914f6cdd1dL);
        long far = 1L << 62;
        assertThat(stream.bits(far + 3)).isEqualTo(new NoiseStream(5 + far * stream.gamma(), stream.gamma()).bits(3));
    }

    @Test
    void refusesAnEvenIncrement() {
        assertThatThrownBy(() -> new NoiseStream(1, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("even increment 4")
                .hasMessageContaining("accepted: an odd one");
    }

    @Test
    void drawsIncrementsThatMixWell() {
        UniformRandomProvider source = RandomSource.SPLIT_MIX_64.create(9L);
        for (int i = 0; i < 1000; i++) {
            NoiseStream stream = NoiseStream.of(source);
            assertThat(stream.gamma() & 1).isOne();
            // as java.util.SplittableRandom demands of its own
            assertThat(Long.bitCount(stream.gamma() ^ (stream.gamma() >>> 1))).isGreaterThanOrEqualTo(24);
        }
        // an increment with a single change between neighbouring bits is replaced, with all others
        long[] script = {17, 1};
        int[] next = {0};
        NoiseStream poor = NoiseStream.of(() -> script[next[0]++]);
        assertThat(poor).isEqualTo(new NoiseStream(17, 1 ^ 0xaaaaaaaaaaaaaaaaL));
    }
}
