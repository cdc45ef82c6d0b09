package org.theoremeter.simulate.ode.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.ode.Fields;
import org.theoremeter.simulate.ode.Trajectory;

/** Fields with roots, which are not Lipschitz where the root's argument is 0. */
class RootFieldTest {

    private static final double SMALL = 1e-9;

    @Test
    void aTankEmptiesAndStaysEmptyHoweverItIsWritten() {
        for (String field : new String[] {"-sqrt(u)", "-sqrt(max(u, 0))", "-sign(u)*sqrt(abs(u))"}) {
            Fields.assertFollows(Fields.solved(field, 1, 3), "u", t -> t < 2 ? Math.pow(1 - t / 2, 2) : 0, SMALL);
        }
        Fields.assertFollows(
                Fields.solved("-u^(1/3)", 1, 3), "u", t -> t < 1.5 ? Math.pow(1 - 2 * t / 3, 1.5) : 0, SMALL);
    }

    @Test
    void whereTheRootLeadsAwayTheSolutionIsLeftOpen() {
        Fields.assertOpen(Fields.solved("2*sqrt(u)", 0, 3), 0, "not unique");
        Fields.assertOpen(Fields.solved("3*u^(2/3)", 0, 3), 0, "not unique");
        // below 0 it leads away, too: the tank may go on to negative content
        Fields.assertOpen(Fields.solved("-sqrt(abs(u))", 1, 3), 2, "not unique");
    }

    @Test
    void awayFromItsZeroARootIsLikeAnyOtherField() {
        Fields.assertFollows(Fields.solved("2*sqrt(u)", 1, 3), "u", t -> Math.pow(1 + t, 2), SMALL);
        Fields.assertFollows(Fields.solved("sqrt(1 - u^2)", 0, 3), "u", t -> t < Math.PI / 2 ? Math.sin(t) : 1, SMALL);
    }

    @Test
    void whereTheRootEndsTheSolutionDoes() {
        // −1 − √u is −1 at u = 0 and undefined below: 2√u − 2 ln(1 + √u) has fallen by the time
        Trajectory down = Fields.solved("-1 - sqrt(u)", 1, 3);
        assertThat(down.divergence()).hasValueSatisfying(end -> {
            assertThat(end.at()).isCloseTo(2 - 2 * Math.log(2), within(1e-6));
            assertThat(end.reason()).contains("not defined");
        });
        assertThat(down.undecided()).isFalse();
    }

    @Test
    void theOrderOfFillingAndEmptyingIsKept() {
        Trajectory tanks = Fields.solved(Map.of("u", "-sqrt(u)", "w", "sqrt(u)"), Map.of("u", 1.0, "w", 0.0), 5);
        // what leaves the first is in the second
        Fields.assertFollows(tanks, "w", t -> t < 2 ? 1 - Math.pow(1 - t / 2, 2) : 1, SMALL);
    }
}
