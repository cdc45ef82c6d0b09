package org.theoremeter.simulate.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IsolatedZerosTest {

    /** Sums of three terms below 10 on [−2, 4]. */
    private static final double ROUNDING = 1e-14;

    /** Zeros are bisected until neighbours in floating point differ; the slopes here are at least 1e-4. */
    private static final double PLACE = 1e-9;

    @Test
    void findsEveryZeroOfACubic() {
        // (x − 1)(x − 2)(x − 3), f″ = 6x − 12
        IsolatedZeros found =
                IsolatedZeros.of(x -> (x - 1) * (x - 2) * (x - 3), x -> 3 * x * x - 12 * x + 11, 24, ROUNDING, -2, 4);
        assertThat(found.undecided()).isZero();
        assertThat(found.zeros()).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(found.zeros().get(i)).isCloseTo(i + 1.0, within(PLACE));
        }
    }

    @Test
    void tellsAClosePairFromANearMiss() {
        // x² ∓ 1e-8: a pair 2e-4 apart, a hundred-thousandth of what a grid of a thousand points would need, and none
        IsolatedZeros pair = IsolatedZeros.of(x -> x * x - 1e-8, x -> 2 * x, 2, ROUNDING, -2, 4);
        assertThat(pair.undecided()).isZero();
        assertThat(pair.zeros()).hasSize(2);
        assertThat(pair.zeros().get(1)).isCloseTo(1e-4, within(PLACE));
        IsolatedZeros none = IsolatedZeros.of(x -> x * x + 1e-8, x -> 2 * x, 2, ROUNDING, -2, 4);
        assertThat(none.zeros()).isEmpty();
        assertThat(none.undecided()).isZero();
    }

    @Test
    void leavesAZeroThatTouchesUndecided() {
        IsolatedZeros found = IsolatedZeros.of(x -> x * x, x -> 2 * x, 2, ROUNDING, -2, 4);
        assertThat(found.zeros()).isEmpty();
        assertThat(found.undecided()).isPositive();
    }

    @Test
    void findsAZeroInTheMiddleOfASymmetricInterval() {
        IsolatedZeros found = IsolatedZeros.of(Math::sin, Math::cos, 1, ROUNDING, -4, 4);
        assertThat(found.undecided()).isZero();
        assertThat(found.zeros()).hasSize(3);
        assertThat(found.zeros().get(1)).isCloseTo(0, within(PLACE));
    }
}
