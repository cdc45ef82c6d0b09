package org.theoremeter.simulate.ode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** States and times that are very small or very large. */
class SizesTest {

    @Test
    void aTinySeedGrowsByItsOwnMeasure() {
        for (double seed : new double[] {1e-12, 1e-25}) {
            Fields.assertFollows(
                    Fields.solved("u*(1 - u)", seed, 100),
                    "u",
                    t -> seed * Math.exp(t) / (1 - seed + seed * Math.exp(t)),
                    1e-9);
        }
    }

    @Test
    void aStateThatStaysTinyHasATinyError() {
        Trajectory spiral =
                Fields.solved(Map.of("x", "0.1*x - y", "y", "x + 0.1*y"), Map.of("x", 1e-20, "y", 0.0), 100);
        // it reaches 1e-20 e^{10} = 2e-16
        Fields.assertFollows(spiral, "x", t -> 1e-20 * Math.exp(0.1 * t) * Math.cos(t), 1e-24);
    }

    @Test
    void hugeAndTinyHorizonsAreAllTheSame() {
        Fields.assertFollows(Fields.solved("-1e-12*u", 1, 1e12), "u", t -> Math.exp(-1e-12 * t), 1e-9);
        Fields.assertFollows(Fields.solved("-1e12*u", 1, 1e-11), "u", t -> Math.exp(-1e12 * t), 1e-9);
    }

    @Test
    void whatRoundingLeavesOfAFieldIsDeclared() {
        // u' = t, written so that doubles lose all but three digits
        Trajectory lost = Fields.solved("(exp(1e-13*t) - 1)/1e-13", 0, 3);
        Fields.assertFollows(lost, "u", t -> t * t / 2, 1);
        assertThat(lost.error("u")).isGreaterThan(1e-4);
    }
}
