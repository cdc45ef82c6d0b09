package org.theoremeter.simulate.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeasurementTest {

    @Test
    void nothingThatIsNotFiniteIsAMeasurement() {
        double nan = Double.NaN;
        double inf = Double.POSITIVE_INFINITY;
        double[] one = {1};
        assertThatThrownBy(() -> new Measurement.Scalar(nan, 0)).hasMessageContaining("finite");
        assertThatThrownBy(() -> new Measurement.Scalar(1, inf)).hasMessageContaining("error");
        assertThatThrownBy(() -> new Measurement.Scalar(1, -1)).hasMessageContaining("negative");
        assertThatThrownBy(() -> new Measurement.Series(one, new double[] {nan}, 0))
                .hasMessageContaining("value 0");
        assertThatThrownBy(() -> new Measurement.Series(new double[] {inf}, one, 0))
                .hasMessageContaining("position 0");
        assertThatThrownBy(() -> new Measurement.Series(one, one, nan)).hasMessageContaining("error");
        assertThatThrownBy(() -> new Divergence("tau", nan, "")).hasMessageContaining("finite");
        assertThatThrownBy(() -> new Observation(Map.of(), Map.of("event", inf), Optional.empty()))
                .hasMessageContaining("event");
    }

    @Test
    void aSeriesGoesForwardAndIsNotChangedFromOutside() {
        assertThatThrownBy(() -> new Measurement.Series(new double[] {1, 1}, new double[2], 0))
                .hasMessageContaining("1.0 is followed by 1.0");
        assertThatThrownBy(() -> new Measurement.Series(new double[2], new double[1], 0))
                .hasMessageContaining("2 positions but 1 values");
        double[] at = {1, 2};
        Measurement.Series series = new Measurement.Series(at, at, 0);
        at[0] = 5;
        series.values()[1] = 7;
        assertThat(series).isEqualTo(new Measurement.Series(new double[] {1, 2}, new double[] {1, 2}, 0));
        assertThat(series).isNotEqualTo(new Measurement.Series(new double[] {1, 2}, new double[] {1, 2}, 1));
    }

    @Test
    void exactlyTheSeriesHaveAnAxis() {
        assertThatThrownBy(() -> new Observable("x", "", Observable.Shape.SERIES, "", Unit.ONE))
                .hasMessageContaining("names its axis");
        assertThatThrownBy(() -> new Observable("x", "", Observable.Shape.SCALAR, "tau", Unit.ONE))
                .hasMessageContaining("has none");
    }
}
