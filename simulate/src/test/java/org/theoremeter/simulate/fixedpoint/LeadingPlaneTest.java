package org.theoremeter.simulate.fixedpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.random.RandomStreams;

/** Principal components of states that lie in a known plane. */
class LeadingPlaneTest {

    /** An ellipse with half axes 3 and 1 in a plane of 100 dimensions, whole turns of it: nine tenths of the variance and one tenth. */
    @Test
    void findsThePlaneOfAnEllipse() {
        int size = 100;
        double[] first = new double[size];
        double[] second = new double[size];
        for (int i = 0; i < size; i++) {
            // orthogonal, and the largest entry of each is positive
            first[i] = i % 2 == 0 ? Math.sqrt(0.02) : 0;
            second[i] = i % 2 == 1 ? Math.sqrt(0.02) : 0;
        }
        double[] offset = RandomStreams.of(1).gaussians("offset", size);
        double[][] states = new double[400][size];
        for (int t = 0; t < states.length; t++) {
            double angle = 2 * Math.PI * t / states.length;
            for (int i = 0; i < size; i++) {
                states[t][i] = offset[i] + 3 * Math.cos(angle) * first[i] + Math.sin(angle) * second[i];
            }
        }
        LeadingPlane plane = new LeadingPlane(states);
        assertThat(plane.share(0)).isCloseTo(0.9, Offset.offset(1e-12));
        assertThat(plane.share(1)).isCloseTo(0.1, Offset.offset(1e-12));
        for (int t = 0; t < states.length; t += 37) {
            double angle = 2 * Math.PI * t / states.length;
            assertThat(plane.along(0, states)[t]).isCloseTo(3 * Math.cos(angle), Offset.offset(1e-12));
            assertThat(plane.along(1, states)[t]).isCloseTo(Math.sin(angle), Offset.offset(1e-12));
        }
    }

    @Test
    void standsStatesThatDoNotMoveAndStatesOfOneNumber() {
        LeadingPlane still = new LeadingPlane(new double[][] {{1, 2, 3}, {1, 2, 3}});
        assertThat(still.share(0)).isZero();
        assertThat(still.along(0, new double[][] {{1, 2, 3}})[0]).isZero();
        LeadingPlane line = new LeadingPlane(new double[][] {{1}, {3}});
        assertThat(line.share(0)).isEqualTo(1);
        assertThat(line.along(0, new double[][] {{3}})).containsExactly(1);
        assertThat(line.along(1, new double[][] {{3}})).containsExactly(0);
    }
}
