package org.theoremeter.simulate.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fields that switch: at times, at thresholds of the state, and along surfaces. */
class SwitchingFieldTest {

    /** Far above what the tolerance of 1e-11 a step adds up to, far below what a missed switch does. */
    private static final double SMALL = 1e-9;

    @Test
    void aShortCueLateInALongHorizonIsNotSkipped() {
        Trajectory cue = Fields.solved("-u + piecewise(t < 5, 0, t < 5.01, 1, 0)", 0, 300);
        Fields.assertFollows(
                cue, "u", t -> t < 5 ? 0 : t < 5.01 ? -Math.expm1(5 - t) : Math.expm1(0.01) * Math.exp(5 - t), SMALL);
    }

    @Test
    void aWindowWrittenWithASquareIsFound() {
        // the condition holds for |t − 5| < 1e-6: a jump of 2 within a window that no scan of the horizon meets; its
        // edges are known to the rounding of time, 1e-15, which the height of 1e6 turns into 1e-9
        Trajectory pulse = Fields.solved("piecewise((t - 5)^2 < 1e-12, 1e6, 0)", 0, 300);
        Fields.assertFollows(pulse, "u", t -> t < 5 ? 0 : 2, 1e-7);
        assertThat(pulse.error("u")).isGreaterThan(1e6 * Math.ulp(5.0));
    }

    @Test
    void aThresholdOfTheStateIsCrossedExactly() {
        Trajectory faster = Fields.solved("piecewise(u < 0.5, 1, 2)", 0, 3);
        Fields.assertFollows(faster, "u", t -> t < 0.5 ? t : 2 * t - 0.5, SMALL);
    }

    @Test
    void aBlockComesToRestByDryFriction() {
        Fields.assertFollows(Fields.solved("-0.5*sign(u)", 1, 5), "u", t -> Math.max(1 - t / 2, 0), SMALL);
        // two at once, each along its own surface
        Trajectory two =
                Fields.solved(Map.of("v", "-0.5*sign(v)", "w", "-0.25*sign(w)"), Map.of("v", 1.0, "w", 1.0), 6);
        Fields.assertFollows(two, "w", t -> Math.max(1 - t / 4, 0), SMALL);
        Fields.assertFollows(two, "v", t -> Math.max(1 - t / 2, 0), SMALL);
    }

    @Test
    void anOscillatorWithDryFrictionSticksWhereTheSpringIsTooWeak() {
        Trajectory block = Fields.solved(Map.of("x", "v", "v", "-x - 0.3*sign(v)"), Map.of("x", 1.0, "v", 0.0), 12);
        // half swings about ±0.3: 1 → −0.4 → −0.2, where the spring is weaker than the friction
        Fields.assertFollows(
                block,
                "x",
                t -> t < Math.PI ? 0.3 + 0.7 * Math.cos(t) : t < 2 * Math.PI ? -0.3 + 0.1 * Math.cos(t) : -0.2,
                SMALL);
    }

    @Test
    void aDrivenBlockBreaksAwayWhenTheForceExceedsTheFriction() {
        Trajectory block = Fields.solved("0.8*sin(t) - 0.5*sign(u)", 0, 1.5);
        double away = Math.asin(0.5 / 0.8);
        Fields.assertFollows(
                block, "u", t -> t < away ? 0 : 0.8 * (Math.cos(away) - Math.cos(t)) - 0.5 * (t - away), SMALL);
    }

    @Test
    void leavingARepellingSurfaceIsLeftOpen() {
        Fields.assertOpen(Fields.solved("piecewise(u > 0, 1, -1)", 0, 3), 0, "not unique");
        // it may stay at 0 for any time, and then grow
        Fields.assertOpen(Fields.solved("piecewise(u > 0, 1, 0)", 0, 3), 0, "not unique");
        // a bistable unit exactly on its threshold
        Fields.assertOpen(Fields.solved("-u + piecewise(u > 0.5, 1, 0)", 0.5, 3), 0, "u - 0.5 = 0");
    }

    @Test
    void aPoleIsNotLeaptOver() {
        Trajectory pole = Fields.solved("1/(t - 5)", 0, 10);
        assertThat(pole.undecided()).isFalse();
        assertThat(pole.divergence())
                .hasValueSatisfying(end -> assertThat(end.at()).isCloseTo(5, within(1e-9)));
    }

    @Test
    void hasAStateAtTheHorizonHoweverStepsAreRounded() {
        // found by drawing such fields: the last step ended at 199.934
        double horizon = 199.93400000000003;
        Trajectory path = Fields.solved(
                Map.of("v", "1", "u", "piecewise(v < 87.66686, 0, v < 87.67675, 0.4956309/0.00989, 0)"),
                Map.of("v", 0.0, "u", 0.5),
                horizon);
        assertThat(path.state("u", horizon)).isCloseTo(0.5 + 0.4956309, within(1e-9));
        assertThatThrownBy(() -> path.state("u", 199.935)).isInstanceOf(IllegalArgumentException.class);
    }
}
