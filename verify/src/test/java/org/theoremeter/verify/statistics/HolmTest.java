package org.theoremeter.verify.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HolmTest {

    @Test
    void correctsAsTheTextbookDoes() {
        // R 4: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") = 0.03 0.06 0.06 0.02, by hand: 4·0.005, 3·0.01, 2·0.03,
        // and
        // 0.04 is not below what stands before it
        assertThat(Holm.corrected(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, Offset.offset(1e-15));
    }

    @Test
    void neverExceedsOneAndLeavesASingleTestAlone() {
        assertThat(Holm.corrected(new double[] {0.7, 0.9})).containsExactly(1, 1);
        assertThat(Holm.corrected(new double[] {0.04})).containsExactly(0.04);
        assertThat(Holm.corrected(new double[0])).isEmpty();
    }
}
