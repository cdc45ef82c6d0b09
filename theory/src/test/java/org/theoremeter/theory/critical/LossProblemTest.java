package org.theoremeter.theory.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LossProblemTest {
    @Test
    void tellsParametersFromTrainedSymbolsAndNumbers() {
        LossProblem problem = Losses.of("a*x^2 + b*y", "y x", "a 2", "b (0, 1)", "x (0, 1)", "y (0, 1)");
        assertThat(problem.trained()).containsExactly("y", "x");
        assertThat(problem.parameters()).containsExactly("b");
        assertThat(problem.parameterRegion().domains()).containsOnlyKeys("b");
        assertThat(problem.formula()).hasToString("2*x^2 + b*y");
    }

    @Test
    void findsAPointWithoutALoss() {
        assertThat(Losses.of("ln(x)", "x", "x (-1, 1)").pointWithoutLoss())
                .hasValueSatisfying(point -> assertThat(point.get("x")).isNegative());
        assertThat(Losses.of("ln(x)", "x", "x (0, 1)").pointWithoutLoss()).isEmpty();
    }

    @Test
    void refusesWhatIsNoProblem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Losses.of("x*y", "x", "x (0, 1)"))
                .withMessageContaining("'y' has neither a value nor a domain");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Losses.of("x", "z", "x (0, 1)", "z (0, 1)"))
                .withMessageContaining("'z' does not occur in the loss");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Losses.of("x", "x", "x 1"))
                .withMessageContaining("'x' has a fixed value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Losses.at(Map.of("y", "1"), "x*y", "x", "x (0, 1)", "y (0, 1)"))
                .withMessageContaining("'y' is not trained");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Losses.at(Map.of("x", "1"), "x", "x", "x (0, 2)"))
                .withMessageContaining("at least one is left");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Losses.at(Map.of("x", "z"), "x*y", "x y", "x (0, 1)", "y (0, 1)"))
                .withMessageContaining("depends on 'z'");
    }
}
