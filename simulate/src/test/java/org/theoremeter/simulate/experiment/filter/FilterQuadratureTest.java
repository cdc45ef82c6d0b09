package org.theoremeter.simulate.experiment.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Runs;

class FilterQuadratureTest {

    @ParameterizedTest
    @CsvSource({"1, 0.5, 0.1", "2, 0.01, 0.5", "0.3, 100, 0.001", "1, 1e-4, 100", "0, 1, 0.1", "1, 0.2, 0.2"})
    void isTheLossOfOneModeWithinItsDeclaredError(double a, double c, double cstar) {
        Measurement loss = Runs.run("filter/quadrature", 0, Map.of("a", a, "c", c, "cstar", cstar))
                .measurements()
                .get("loss");
        // theory 1.1
        double expected = 0.5 * (a * a / (2 * c) - 2 * a / (c + cstar) + 1 / (2 * cstar));
        double found = ((Measurement.Scalar) loss).value();
        assertThat(Math.abs(found - expected)).isLessThanOrEqualTo(loss.error());
        // and the declaration is of use
        assertThat(loss.error()).isLessThan(1e-11 * (a + 1) * (a + 1) / Math.min(c, cstar));
    }
}
