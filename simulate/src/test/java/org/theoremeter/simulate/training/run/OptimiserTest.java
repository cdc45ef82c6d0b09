package org.theoremeter.simulate.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.simulate.kernel.Kernel;
import org.theoremeter.simulate.kernel.KernelChoice;
import org.theoremeter.simulate.kernel.Precision;
import org.theoremeter.simulate.kernel.Store;

/**
 * Six steps on Σ p⁴/4 + 0.3 p against PyTorch 1.13.0 in double precision, by
 *
 * <pre>
 *   p = torch.tensor([1.0, -0.8, 0.3, 0.0], dtype=torch.float64, requires_grad=True)
 *   o = torch.optim.SGD([p], lr=0.1, momentum=0.9, weight_decay=0.01)   # and so on, as below
 *   for t in range(6):
 *       o.zero_grad(); (p ** 4 / 4 + 0.3 * p).sum().backward(); o.step()
 *   print([repr(x) for x in p.tolist()])
 * </pre>
 */
class OptimiserTest {

    private static final double[] START = {1.0, -0.8, 0.3, 0.0};
    private static final int STEPS = 6;

    static Stream<Arguments> published() {
        return Stream.of(
                // SGD(lr=0.1, momentum=0.9, weight_decay=0.01)
                Arguments.of(new Optimiser.Descent(0.9, 0.01), new double[] {
                    -0.3984118093322364, -0.5832928532408187, -0.2620191133245054, -0.5218796492930904
                }),
                // SGD(lr=0.1)
                Arguments.of(new Optimiser.Descent(0, 0), new double[] {
                    0.5289827765800877, -0.7175944414711828, 0.1124252849875501, -0.17939479722343976
                }),
                // Adam(lr=0.1, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01)
                Arguments.of(new Optimiser.Adam(0.9, 0.999, 1e-8, 0.01), new double[] {
                    0.43184128228397567, -0.6080073081295367, -0.2976420860079545, -0.5932484073648211
                }),
                // Adam(lr=0.1, betas=(0.8, 0.95), eps=1e-3)
                Arguments.of(new Optimiser.Adam(0.8, 0.95, 1e-3, 0), new double[] {
                    0.4420854728665605, -0.6525796240012864, -0.2950468932279274, -0.5886356847693595
                }));
    }

    @ParameterizedTest
    @MethodSource("published")
    void stepsAsPyTorchDoes(Optimiser optimiser, double[] expected) {
        for (Precision precision : Precision.values()) {
            // six steps of some ten operations on numbers below 1; the first steps of Adam divide small by small
            double tolerance = (precision == Precision.DOUBLE ? 0x1p-53 : 0x1p-24) * 100;
            double[] found = run(optimiser, precision);
            for (int i = 0; i < expected.length; i++) {
                assertThat(found[i]).as("%s %d", precision, i).isCloseTo(expected[i], Offset.offset(tolerance));
            }
        }
    }

    private static double[] run(Optimiser optimiser, Precision precision) {
        Kernel kernel = KernelChoice.AUTO.kernel(precision);
        Store parameters = kernel.allocate(START.length);
        parameters.set(0, START);
        Store gradient = kernel.allocate(START.length);
        Store[] memory = new Store[optimiser.memories()];
        Arrays.setAll(memory, i -> kernel.allocate(START.length));
        for (int t = 1; t <= STEPS; t++) {
            for (int i = 0; i < START.length; i++) {
                gradient.set(i, Math.pow(parameters.get(i), 3) + 0.3);
            }
            optimiser.step(kernel, parameters, gradient, memory, 0.1, t);
        }
        return parameters.copy(0, START.length);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, -0.1, Double.NaN})
    void refusesMomentumOutside(double momentum) {
        assertThatThrownBy(() -> new Optimiser.Descent(momentum, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("momentum " + momentum)
                .hasMessageContaining("accepted: a number in [0, 1)");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-9, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWeightDecayThatIsNegativeOrNotFinite(double decay) {
        assertThatThrownBy(() -> new Optimiser.Descent(0, decay)).hasMessageContaining("weight decay " + decay);
        assertThatThrownBy(() -> new Optimiser.Adam(0.9, 0.999, 1e-8, decay))
                .hasMessageContaining("weight decay " + decay)
                .hasMessageContaining("accepted: a finite number from 0");
    }

    @Test
    void refusesConstantsOfAdamOutside() {
        for (double[] constants : new double[][] {
            {1, 0.9, 1e-8}, {-0.1, 0.9, 1e-8}, {0.9, 1, 1e-8}, {0.9, Double.NaN, 1e-8}, {0.9, 0.9, 0}
        }) {
            assertThatThrownBy(() -> new Optimiser.Adam(constants[0], constants[1], constants[2], 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("β₁ = " + constants[0] + ", β₂ = " + constants[1] + ", ε = " + constants[2])
                    .hasMessageContaining("accepted: β in [0, 1) and a positive ε");
        }
    }
}
