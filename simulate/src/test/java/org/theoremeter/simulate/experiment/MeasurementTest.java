package org.theoremeter.simulate.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
    void aMatrixHasAValueForEveryRowAndColumnAndIsNotChangedFromOutside() {
        double[] two = {1, 2};
        double[] three = {0, 0.5, 2};
        double[][] values = {{1, 2, 3}, {4, 5, 6}};
        Measurement.Matrix matrix = new Measurement.Matrix(two, three, values, 0.1);
        Measurement.Matrix same = new Measurement.Matrix(two, three, values, 0.1);
        assertThat(matrix).isEqualTo(same).hasSameHashCodeAs(same).hasToString("Matrix[2 rows, 3 columns, error=0.1]");

        values[1][2] = 7;
        matrix.values()[1][2] = 8;
        matrix.rows()[0] = 9;
        matrix.columns()[0] = 9;
        assertThat(matrix.values()[1]).containsExactly(4, 5, 6);
        assertThat(matrix).isEqualTo(same).isNotEqualTo(new Measurement.Matrix(two, three, values, 0.1));
        assertThat(matrix).isNotEqualTo(new Measurement.Matrix(two, three, same.values(), 0.2));
        assertThat(matrix).isNotEqualTo(new Measurement.Matrix(two, new double[] {0, 1, 2}, same.values(), 0.1));
        assertThat(matrix).isNotEqualTo(new Measurement.Matrix(new double[] {1, 3}, three, same.values(), 0.1));
    }

    @Test
    void aMatrixWithHolesOrWithoutOrderIsNone() {
        double[] two = {1, 2};
        double[][] square = {{1, 2}, {3, 4}};
        assertThatThrownBy(() -> new Measurement.Matrix(two, two, new double[][] {{1, 2}}, 0))
                .hasMessage("2 row positions but 1 rows of values");
        assertThatThrownBy(() -> new Measurement.Matrix(two, two, new double[][] {{1, 2}, {3}}, 0))
                .hasMessage("2 column positions but 1 values in row 1");
        assertThatThrownBy(() -> new Measurement.Matrix(two, two, new double[][] {{1, 2}, {3, Double.NaN}}, 0))
                .hasMessage("value 1 of row 1 is NaN, a measurement is finite");
        assertThatThrownBy(() -> new Measurement.Matrix(new double[] {2, 1}, two, square, 0))
                .hasMessage("row positions must increase: 2.0 is followed by 1.0");
        assertThatThrownBy(() -> new Measurement.Matrix(two, new double[] {1, 1}, square, 0))
                .hasMessage("column positions must increase: 1.0 is followed by 1.0");
        assertThatThrownBy(() -> new Measurement.Matrix(two, new double[] {1, Double.POSITIVE_INFINITY}, square, 0))
                .hasMessageContaining("column position 1 is Infinity");
        assertThatThrownBy(() -> new Measurement.Matrix(two, two, square, -1)).hasMessageContaining("negative");
    }

    @Test
    void aShapeHasItsNumberOfAxes() {
        for (Observable.Shape shape : Observable.Shape.values()) {
            for (int axes = 0; axes <= 3; axes++) {
                List<String> names = List.of("a", "b", "c").subList(0, axes);
                // scalar, series and matrix are declared in the order of their number of axes
                if (axes == shape.ordinal()) {
                    assertThat(new Observable("x", "", shape, names, Unit.ONE, false).axes())
                            .isEqualTo(names);
                } else {
                    assertThatThrownBy(() -> new Observable("x", "", shape, names, Unit.ONE, false))
                            .hasMessageContaining("x: found the axes " + names);
                }
            }
        }
        assertThatThrownBy(() -> Observable.series("x", "", "")).hasMessageContaining("a name of its own");
        assertThatThrownBy(() -> Observable.matrix("x", "", "unit", "unit")).hasMessageContaining("a name of its own");
    }

    @Test
    void onlyASeriesHasOneAxis() {
        assertThat(Observable.series("x", "", "tau").axis()).isEqualTo("tau");
        assertThatThrownBy(() -> Observable.matrix("x", "", "unit", "step").axis())
                .hasMessage("x is no series, its axes are [unit, step]");
        assertThatThrownBy(() -> Observable.scalar("x", "", Unit.ONE).axis()).hasMessageContaining("no series");
    }
}
