package org.theoremeter.verify.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void writesFourSignificantDigits() {
        assertThat(Figures.of(0.1)).isEqualTo("0.1000");
        assertThat(Figures.of(0.09999999999)).isEqualTo("0.1000");
        assertThat(Figures.of(-2.86049)).isEqualTo("-2.860");
        assertThat(Figures.of(15742)).isEqualTo("15740");
        assertThat(Figures.of(4.344e-10)).isEqualTo("4.344e-10");
        assertThat(Figures.of(123456)).isEqualTo("1.235e+05");
        assertThat(Figures.of(0)).isEqualTo("0");
        assertThat(Figures.of(Double.NaN)).isEqualTo("not finite");
    }
}
