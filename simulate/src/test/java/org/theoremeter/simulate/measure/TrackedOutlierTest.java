package org.theoremeter.simulate.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The outlier as one eigenvalue: before it meets another, as a pair, and beside a bulk that it passes. */
class TrackedOutlierTest {

    @Test
    void isNothingWhileAllEigenvaluesAreInTheBulk() {
        TrackedOutlier tracked = new TrackedOutlier(new Outliers(0.1));
        // theory 1.8c: the bulk ends at the larger of 0.12 and 0.15
        assertThat(tracked.follow(new double[][] {{0.149, 0}, {0, 0}})).isEmpty();
        assertThat(tracked.follow(new double[][] {{-0.151, 0}, {0, 0}}))
                .contains(new TrackedOutlier.Position(-0.151, 0));
    }

    @Test
    void staysTheSameEigenvalueWhenAnotherOneBecomesLarger() {
        TrackedOutlier tracked = new TrackedOutlier(new Outliers(0));
        tracked.follow(new double[][] {{-0.4, 0}, {0, 0.1}});
        for (double other = 0.1; other < 1.5; other += 0.1) {
            assertThat(tracked.follow(new double[][] {{-0.4, 0}, {0, other}}))
                    .contains(new TrackedOutlier.Position(-0.4, 0));
        }
    }

    @Test
    void leavesAsAPairWhereTwoMeetAndPassesTheBulk() {
        TrackedOutlier tracked = new TrackedOutlier(new Outliers(0));
        for (double time = 0; time <= 1; time += 0.01) {
            // eigenvalues m ± √(1/16 − time²): −0.85 and −0.35 first, a pair from time ¼ on; others 0, 0.02 and −0.01
            double m = -0.6 + time;
            double[][] rows = new double[5][5];
            rows[0][0] = m - 0.25;
            rows[1][1] = m + 0.25;
            rows[0][1] = time;
            rows[1][0] = -time;
            rows[3][3] = 0.02;
            rows[4][4] = -0.01;
            TrackedOutlier.Position found = tracked.follow(rows).orElseThrow();
            double square = 0.0625 - time * time;
            double real = square > 0 ? m - Math.sqrt(square) : m;
            // where the two coincide an eigenvalue moves by the root of the rounding
            assertThat(found.real()).isCloseTo(real, within(1e-7));
            assertThat(found.imaginary()).isCloseTo(Math.sqrt(Math.max(0, -square)), within(1e-7));
        }
    }

    @Test
    void beginsAnewWhereItHasFallenBackIntoTheBulk() {
        TrackedOutlier tracked = new TrackedOutlier(new Outliers(0));
        assertThat(tracked.follow(new double[][] {{0.1, 0}, {0, 0}})).contains(new TrackedOutlier.Position(0.1, 0));
        assertThat(tracked.follow(new double[][] {{0.04, 0}, {0, 0}})).isEmpty();
        assertThat(tracked.follow(new double[][] {{-0.04, 0}, {0, 0}})).isEmpty();
        // nearer to 0 than to where it was
        assertThat(tracked.follow(new double[][] {{-0.2, 0}, {0, 0}})).contains(new TrackedOutlier.Position(-0.2, 0));
    }

    @Test
    void leadsWithTheLargestModulusAndAPositiveImaginaryPart() {
        // 0.3 ± 0.6i, modulus 0.67, and −0.65
        double[][] rows = {{0.3, 0.6, 0}, {-0.6, 0.3, 0}, {0, 0, -0.65}};
        TrackedOutlier.Position leading = TrackedOutlier.leading(rows);
        // backward stable
        assertThat(leading.distance(0.3, 0.6)).isLessThan(1e-14);
        assertThat(leading.distance(0, 0)).isCloseTo(Math.hypot(0.3, 0.6), within(1e-14));
    }
}
