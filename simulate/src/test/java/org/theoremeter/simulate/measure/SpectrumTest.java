package org.theoremeter.simulate.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.Networks;
import org.theoremeter.simulate.arithmetic.Eigenvalues;

class SpectrumTest {

    @Test
    void separatesTheLargestFromTheOthers() {
        // triangular: the eigenvalues are on the diagonal
        Spectrum spectrum = Spectrum.of(new double[][] {{0.3, 5, 1}, {0, -0.9, 2}, {0, 0, 0.5}});
        assertThat(spectrum.leading()).isCloseTo(-0.9, within(1e-13));
        assertThat(spectrum.leadingModulus()).isCloseTo(0.9, within(1e-13));
        assertThat(spectrum.bulkRadius()).isCloseTo(0.5, within(1e-13));
    }

    @Test
    void aPairCountsOnceAsLeadingAndOnceAsTheOthers() {
        // rotation by 90° times 2: ±2i
        Spectrum spectrum = Spectrum.of(new double[][] {{0, -2}, {2, 0}});
        assertThat(spectrum.leading()).isCloseTo(0, within(1e-15));
        assertThat(spectrum.leadingModulus()).isCloseTo(2, within(1e-15));
        assertThat(spectrum.bulkRadius()).isCloseTo(2, within(1e-15));
    }

    @Test
    void aMatrixOfOneEntryHasNoOthers() {
        assertThat(Spectrum.of(new double[][] {{-3}})).isEqualTo(new Spectrum(-3, 3, 0));
    }

    @Test
    void theBulkOfRandomWeightsFillsTheDisc() {
        // N = 200: the edge of the circular law fluctuates by a few per cent
        Spectrum spectrum = Spectrum.of(Networks.random(200, 0.5, 1).rows());
        assertThat(spectrum.leadingModulus()).isBetween(0.45, 0.58);
    }

    @Test
    void outliersMustClearTheBulkTwice() {
        // 1.2 g and g + 0.05 cross at g = 0.25
        assertThat(new Outliers(0).threshold()).isEqualTo(0.05);
        assertThat(new Outliers(0.1).threshold()).isCloseTo(0.15, within(1e-15));
        assertThat(new Outliers(0.5).threshold()).isCloseTo(0.6, within(1e-15));
        assertThat(new Outliers(0.5).outlier(new Spectrum(0.59, 0.59, 0.4))).isEmpty();
        assertThat(new Outliers(0.5).outlier(new Spectrum(0.61, 0.61, 0.4))).hasValue(0.61);
        assertThat(new Outliers(0.5).outlier(new Spectrum(-0.7, 0.7, 0.4))).hasValue(-0.7);
        assertThatThrownBy(() -> new Outliers(-1)).hasMessageContaining("-1");
    }

    @Test
    void countsTheOutliersOfEitherKind() {
        // eigenvalues 0.9, ±2i and 0.1 by blocks; the bulk of radius 0.2 ends at 0.25
        double[][] rows = {{0.9, 1, 1, 1}, {0, 0, -2, 3}, {0, 2, 0, 1}, {0, 0, 0, 0.1}};
        assertThat(new Outliers(0.2).count(Eigenvalues.of(rows))).isEqualTo(3);
        assertThat(new Outliers(0.8).count(Eigenvalues.of(rows))).isEqualTo(2);
    }
}
