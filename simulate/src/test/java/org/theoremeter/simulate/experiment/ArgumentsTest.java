package org.theoremeter.simulate.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    private static final Experiment STUB = new Stub();

    @Test
    void takesWhatIsGivenAndFillsInTheRest() {
        Arguments arguments = Arguments.of(STUB, Map.of("shift", 1, "count", 4.0, "mode", "still"));
        assertThat(arguments.real("shift")).isEqualTo(1.0);
        assertThat(arguments.real("delay")).isEqualTo(5.0);
        assertThat(arguments.whole("count")).isEqualTo(4);
        assertThat(arguments.choice("mode")).isEqualTo("still");
    }

    @Test
    void canonicalTextIsExactSortedAndOneForOneValue() {
        assertThat(Arguments.of(STUB, Map.of("shift", 0.1)).canonical())
                .hasToString("{count=3, delay=5.0, mode=draw, shift=0.1}");
        double next = Math.nextUp(0.1);
        assertThat(Double.parseDouble(
                        Arguments.of(STUB, Map.of("shift", next)).canonical().get("shift")))
                .isEqualTo(next);
        assertThat(Arguments.of(STUB, Map.of("shift", -0.0))).isEqualTo(Arguments.of(STUB, Map.of("shift", 0)));
        assertThat(Arguments.of(STUB, Map.of("shift", 3L))).isEqualTo(Arguments.of(STUB, Map.of("shift", 3.0f)));
    }

    @ParameterizedTest
    @CsvSource({
        "shift, 10, 'a number in (-10, 10)'",
        "shift, -10, 'a number in (-10, 10)'",
        "shift, NaN, 'a number in (-10, 10)'",
        "delay, -1e-300, 'a number in [0, 100)'",
        "delay, 100, 'a number in [0, 100)'",
        "count, 0, 'a whole number in [1, 100]'",
        "count, 2.5, 'a whole number in [1, 100]'",
        "count, Infinity, 'a whole number in [1, 100]'"
    })
    void refusesWhatIsOutOfBounds(String parameter, double given, String accepted) {
        ArgumentException refusal =
                catchThrowableOfType(ArgumentException.class, () -> Arguments.of(STUB, Map.of(parameter, given)));
        assertThat(refusal.parameter()).isEqualTo(parameter);
        assertThat(refusal.given()).isEqualTo(String.valueOf(given));
        assertThat(refusal.accepted()).isEqualTo(accepted);
        assertThat(refusal).hasMessage(parameter + ": found " + given + ", accepted: " + accepted);
    }

    @Test
    void refusesTheWrongType() {
        assertThatThrownBy(() -> Arguments.of(STUB, Map.of("shift", "0.1")))
                .hasMessage("shift: found 0.1, accepted: a number in (-10, 10)");
        assertThatThrownBy(() -> Arguments.of(STUB, Map.of("mode", 3)))
                .hasMessageStartingWith("mode: found 3, accepted: one of draw, still");
    }

    @Test
    void suggestsTheNearestNameAndChoice() {
        assertThatThrownBy(() -> Arguments.of(STUB, Map.of("shfit", 1)))
                .isInstanceOf(ArgumentException.class)
                .hasMessage(
                        "shfit: found 1, accepted: the parameters of test/stub: shift, delay, count, mode; nearest: shift");
        assertThatThrownBy(() -> Arguments.of(STUB, Map.of("mode", "stil"))).hasMessageEndingWith("; nearest: still");
        // nothing comes near
        assertThatThrownBy(() -> Arguments.of(STUB, Map.of("zzzzzzzz", 1))).hasMessageEndingWith("count, mode");
    }

    @Test
    void asksTheExperimentWhetherTheyGoTogether() {
        assertThatThrownBy(() -> Arguments.of(STUB, Map.of("shift", 7))).hasMessageContaining("anything but 7");
    }

    @Test
    void namesWhatItDoesNotHave() {
        Arguments arguments = Arguments.of(STUB, Map.of());
        assertThatThrownBy(() -> arguments.real("count")).hasMessageContaining("no Double argument 'count'");
        assertThatThrownBy(() -> arguments.choice("other")).hasMessageContaining("'other'");
    }

    @Test
    void boundsKnowTheirEnds() {
        assertThat(Bounds.open(0, 1)).hasToString("(0, 1)");
        assertThat(Bounds.from(0, 1)).hasToString("[0, 1)");
        assertThat(Bounds.positive()).hasToString("(0, inf)");
        assertThat(Bounds.closed(1e-4, 0.5)).hasToString("[1.0E-4, 0.5]");
        assertThat(Bounds.positive().contains(Double.POSITIVE_INFINITY)).isFalse();
        assertThat(Bounds.closed(2, 2).contains(2)).isTrue();
        assertThatThrownBy(() -> Bounds.open(1, 1)).hasMessageContaining("empty");
        assertThatThrownBy(() -> Bounds.open(Double.NaN, 1)).hasMessageContaining("empty");
    }

    @Test
    void unitsAreAClosedList() {
        assertThat(Unit.parse("ms")).isEqualTo(Unit.MILLISECOND);
        for (Unit unit : Unit.values()) {
            assertThat(Unit.parse(unit.symbol())).isEqualTo(unit);
        }
        assertThatThrownBy(() -> Unit.parse("hour"))
                .hasMessage("unknown unit 'hour', accepted: 1, ms, s, step, epoch, tau");
    }
}
