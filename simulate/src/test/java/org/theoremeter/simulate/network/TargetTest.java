package org.theoremeter.simulate.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hipparchus.complex.Complex;
import org.junit.jupiter.api.Test;

class TargetTest {

    @Test
    void theIntegratorDecaysGeometricallyInDiscreteTime() {
        double[] response = Target.integrator(0.2).response(0.1, 50);
        for (int k = 0; k < 50; k++) {
            // theory 0.2: f⋆_k = (1 − Δt c⋆)ᵏ; 50 products round to 50 units in the last place
            assertThat(response[k]).isCloseTo(Math.pow(1 - 0.1 * 0.2, k), within(50 * Math.ulp(1.0)));
        }
    }

    @Test
    void anOscillatorFollowsTheRealPartOfItsPole() {
        double c = 0.2;
        double omega = 1;
        Target oscillator = Target.oscillator(c, omega);
        double[] response = oscillator.response(0.05, 100);
        Complex pole = new Complex(1 - 0.05 * c, 0.05 * omega);
        for (int k = 0; k < 100; k++) {
            assertThat(response[k]).isCloseTo(pole.pow(k).getReal(), within(1e-13));
        }
        assertThat(oscillator.rate()).isCloseTo(Math.hypot(c, omega), within(1e-14));
    }

    @Test
    void aMeanRespondsAsTheMeanOfItsParts() {
        Target mean =
                Target.mean(List.of(Target.integrator(0.4), Target.oscillator(0.2, 1), Target.oscillator(0.3, 2)));
        double[] response = mean.response(0.05, 60);
        double[] filtered = mean.filtered(new double[] {1, -2, 3, 0.5}, 0.05);
        for (int k = 0; k < response.length; k++) {
            Complex first = new Complex(1 - 0.05 * 0.2, 0.05).pow(k);
            Complex second = new Complex(1 - 0.05 * 0.3, 0.05 * 2).pow(k);
            double sum = Math.pow(1 - 0.05 * 0.4, k) + first.getReal() + second.getReal();
            assertThat(response[k]).isCloseTo(sum / 3, within(1e-13));
        }
        // theory 0.2: y⋆_0 = Δt f⋆_0 x_0
        assertThat(filtered[0]).isCloseTo(0.05, within(1e-15));
        assertThat(filtered[1]).isCloseTo(0.05 * (response[1] - 2), within(1e-15));
        assertThat(mean.rate()).isCloseTo(0.4, within(1e-15));
        assertThatThrownBy(() -> Target.mean(List.of())).hasMessageContaining("b⋆ has 0");
    }

    @Test
    void refusesAnUnstableOrMisshapenTarget() {
        assertThatThrownBy(() -> Target.integrator(0)).hasMessageContaining("not stable");
        assertThatThrownBy(() -> Target.of(new double[][] {{-1, 0}}, new double[] {1}, new double[] {1}))
                .hasMessageContaining("square");
        assertThatThrownBy(() -> Target.of(new double[][] {{-1}}, new double[] {1, 2}, new double[] {1}))
                .hasMessageContaining("b⋆ has 2");
    }
}
