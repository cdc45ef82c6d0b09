package org.theoremeter.simulate.ode.regime;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.ode.Fields;
import org.theoremeter.simulate.ode.Trajectory;

/** Smooth fields that do something narrow, far from where a method would look. */
class HiddenFeatureTest {

    private static final String KICK = "exp(-((t - %s)/%s)^2/2)/(%s*sqrt(2*pi))";

    private static String kick(String at, String width) {
        return KICK.formatted(at, width, width);
    }

    @Test
    void aSmoothKickHasItsEffectHoweverNarrow() {
        // away from the kick, whose area is 1: by 10 widths nothing is left
        // (no sample of a thousandth of the horizon lies nearer)
        Fields.assertFollows(Fields.solved(kick("7.305", "0.001"), 0, 30), "u", t -> t < 7.305 ? 0 : 1, 1e-9);
        // time is known to 1e-13 there, which is 1e-8 of the width
        Fields.assertFollows(Fields.solved(kick("777.2", "1e-5"), 0, 1000), "u", t -> t < 777.2 ? 0 : 1, 1e-5);
    }

    @Test
    void aKickThatActsThroughAProductWithTheStateIsSeen() {
        Trajectory grown = Fields.solved("u*" + kick("777.2", "1e-5"), 1, 1000);
        Fields.assertFollows(grown, "u", t -> t < 777.2 ? 1 : Math.E, 1e-5);
    }

    @Test
    void aNarrowPlaceOfTheStateIsSeen() {
        // x passes 5 at t = 500, within a width of 1e-4: v gains 1e-4 √(2π) over the speed 0.01
        Trajectory passed =
                Fields.solved(Map.of("x", "0.01", "v", "exp(-((x - 5)/1e-4)^2/2)"), Map.of("x", 0.0, "v", 0.0), 999);
        double gain = 1e-4 * Math.sqrt(2 * Math.PI) / 0.01;
        Fields.assertFollows(passed, "v", t -> t < 500 ? 0 : gain, 1e-8);
    }
}
