package org.theoremeter.simulate.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {

    @Test
    void theSamePathGivesTheSameNumbers() {
        double[] first = RandomStreams.of(7).child("a").child(3).gaussians("weights", 100);
        double[] second = RandomStreams.of(7).child("a").child(3).gaussians("weights", 100);
        assertThat(first).isEqualTo(second);
    }

    @Test
    void whatElseIsDrawnDoesNotMatter() {
        RandomStreams streams = RandomStreams.of(7);
        double[] alone = streams.gaussians("weights", 10);
        streams.stream("other").nextLong();
        assertThat(streams.gaussians("weights", 10)).isEqualTo(alone);
        // the start of a longer draw is the shorter one
        assertThat(streams.gaussians("weights", 20)).startsWith(alone);
    }

    @Test
    void everyPathIsItsOwn() {
        RandomStreams root = RandomStreams.of(7);
        Set<Long> first = new HashSet<>();
        for (RandomStreams streams : new RandomStreams[] {
            root,
            RandomStreams.of(8),
            root.child("a"),
            root.child("b"),
            root.child("a").child("b"),
            root.child("ab"),
            root.child(0),
            root.child(1),
            root.child("0"),
            root.child(0).child(1),
            root.child(1).child(0)
        }) {
            first.add(streams.stream("x").nextLong());
            first.add(streams.stream("y").nextLong());
        }
        // 22 numbers of 64 bits: an accidental collision has probability 1e-17
        assertThat(first).hasSize(22);
    }

    @Test
    void gaussiansAreStandardNormal() {
        int count = 100_000;
        double[] numbers = RandomStreams.of(1).gaussians("x", count);
        double mean = 0;
        double square = 0;
        double fourth = 0;
        for (double number : numbers) {
            mean += number / count;
            square += number * number / count;
            fourth += Math.pow(number, 4) / count;
        }
        // five standard errors: √(1/n), √(2/n), √(96/n); the seed is fixed, so this either holds or does not
        assertThat(mean).isCloseTo(0, within(5 * Math.sqrt(1.0 / count)));
        assertThat(square).isCloseTo(1, within(5 * Math.sqrt(2.0 / count)));
        assertThat(fourth).isCloseTo(3, within(5 * Math.sqrt(96.0 / count)));
    }

    @Test
    void neighbouringSeedsAreUncorrelated() {
        int count = 10_000;
        double[] one = RandomStreams.of(1).child(0).gaussians("x", count);
        double[] other = RandomStreams.of(1).child(1).gaussians("x", count);
        double correlation = 0;
        for (int i = 0; i < count; i++) {
            correlation += one[i] * other[i] / count;
        }
        assertThat(correlation).isCloseTo(0, within(5 / Math.sqrt(count)));
    }

    @Test
    void seedingIsFrozen() {
        // a regression: a change here would silently change every published result
        assertThat(RandomStreams.of(1).child("linear-rnn/gradient-flow").child(0).stream("initial-weights")
                        .nextLong())
                .isEqualTo(5035995531535244266L);
    }

    @Test
    void runsThatDrawNothingCannotDraw() {
        assertThatThrownBy(() -> RandomStreams.none().child("a").child(1).stream("x"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("x");
    }
}
