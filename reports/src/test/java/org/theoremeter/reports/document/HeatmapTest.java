package org.theoremeter.reports.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class HeatmapTest {

    private static final double[] ROWS = {1, 2};
    private static final double[] COLUMNS = {0, 0.5, 3};
    private static final double[][] VALUES = {{1, 2, 3}, {4, 5, 6}};

    private static Heatmap map(double[] rows, double[] columns, double[][] values) {
        return new Heatmap("m", "caption", "unit", "step", rows, columns, values, "");
    }

    @Test
    void isNotChangedFromOutsideAndComparedByValue() {
        double[][] values = {{1, 2, 3}, {4, 5, 6}};
        Heatmap map = map(ROWS, COLUMNS, values);
        values[1][2] = 9;
        map.values()[0][0] = 9;
        map.rows()[0] = 9;
        map.columns()[0] = 9;

        assertThat(map).isEqualTo(map(ROWS, COLUMNS, VALUES)).hasSameHashCodeAs(map(ROWS, COLUMNS, VALUES));
        assertThat(map).isNotEqualTo(map(ROWS, COLUMNS, values));
        assertThat(map).isNotEqualTo(map(ROWS, new double[] {0, 1, 3}, VALUES));
        assertThat(map).isNotEqualTo(map(new double[] {1, 3}, COLUMNS, VALUES));
        assertThat(map).isNotEqualTo(new Heatmap("m", "caption", "unit", "step", ROWS, COLUMNS, VALUES, "x"));
    }

    @Test
    void hasOneFiniteValueForEveryRowAndColumn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> map(ROWS, COLUMNS, new double[][] {{1, 2, 3}}))
                .withMessage("heat map m has 2 row positions, but 1 rows of values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> map(ROWS, COLUMNS, new double[][] {{1, 2, 3}, {1, 2}}))
                .withMessage("heat map m has 3 column positions, but 2 values in row 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> map(ROWS, COLUMNS, new double[][] {{1, 2, 3}, {1, Double.NaN, 2}}))
                .withMessage("row 2 of heat map m is not finite at point 2: NaN");
        assertThatNullPointerException()
                .isThrownBy(() -> map(ROWS, COLUMNS, new double[][] {{1, 2, 3}, null}))
                .withMessage("row 2 of heat map m is null");
    }

    @Test
    void hasPositionsThatIncrease() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> map(new double[] {1, 1}, COLUMNS, VALUES))
                .withMessage("row positions of heat map m do not increase at point 2: 1.0 is followed by 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> map(ROWS, new double[] {0, 2, 1}, VALUES))
                .withMessageStartingWith("column positions of heat map m do not increase at point 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> map(new double[0], COLUMNS, new double[0][]))
                .withMessage("no row positions of heat map m");
    }

    @Test
    void itsAxesHaveNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Heatmap("m", "c", " ", "step", ROWS, COLUMNS, VALUES, ""))
                .withMessage("row axis of heat map m is blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Heatmap("m", "c", "unit", "", ROWS, COLUMNS, VALUES, ""))
                .withMessage("column axis of heat map m is blank");
        assertThatNullPointerException()
                .isThrownBy(() -> new Heatmap("m", "c", "unit", "step", ROWS, COLUMNS, VALUES, null))
                .withMessage("value label of heat map m is null");
    }
}
