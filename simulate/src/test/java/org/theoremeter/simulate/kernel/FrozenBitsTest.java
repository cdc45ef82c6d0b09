package org.theoremeter.simulate.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.theoremeter.simulate.kernel.Held.MARGIN;

import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every operation computes, frozen to the bit. Other tests say what is right within rounding; here are the roundings
 * themselves: which numbers are float in single precision and which double, and the order of sums. The checksums were taken
 * when the classes in single precision were still written by hand.
 *
 * <p>Whoever changes them on purpose puts the new checksums here; no recorded result of a network can then be repeated.
 */
class FrozenBitsTest {

    private static final int LANES = Kernel.LANES;
    private static final int ROWS = 7;
    private static final int COUNT = ROWS * LANES;

    static Stream<Arguments> operations() {
        return Stream.of(
                frozen("product", 0x38c7c6f2L, 0x56916401L, (kernel, s) -> {
                    Held.product(kernel, s[0], 1, 20, ROWS, 13, s[1], 2, s[2], 3);
                    return 0;
                }),
                frozen("outer", 0x85d2b602L, 0x31e88000L, (kernel, s) -> {
                    kernel.products().outer(s[0], 1, COUNT, ROWS, s[1], 2, COUNT, 6, 3, s[2], 3, 11);
                    return 0;
                }),
                frozen("transpose", 0xa6d2a94fL, 0x4f10e7baL, (kernel, s) -> {
                    kernel.products().transpose(s[0], 1, 11, ROWS, 9, s[1], 2, 8);
                    kernel.products().copy(s[2], 3, s[3], 4, COUNT);
                    kernel.products().zero(s[4], MARGIN, COUNT);
                    return 0;
                }),
                frozen(
                        "dot",
                        0x2c24600cL,
                        0x164df1d2L,
                        (kernel, s) -> kernel.products().dot(s[0], 1, s[1], 2, COUNT)),
                frozen("addScaled", 0x24a59805L, 0x9b709c08L, (kernel, s) -> {
                    kernel.products().addScaled(0.3, s[0], 1, s[1], 2, COUNT);
                    return 0;
                }),
                frozen("activations", 0x8d1cf961L, 0x50b0df0bL, (kernel, s) -> {
                    // up to where they saturate
                    kernel.updates().scale(s[0], 15);
                    kernel.updates().scale(s[1], 500);
                    kernel.activations().tanh(s[0], 1, COUNT);
                    kernel.activations().logistic(s[1], 2, COUNT);
                    kernel.activations().tanh(s[2], 3, COUNT);
                    kernel.activations().logistic(s[3], 4, COUNT);
                    return 0;
                }),
                frozen("leaky", 0xae701afdL, 0x07011b5fL, (kernel, s) -> {
                    kernel.cells().leaky(s[0], 1, s[1], 2, s[2], 3, 0.3, COUNT);
                    kernel.cells().leakyAdjoint(s[3], 4, s[4], MARGIN, 0.3, COUNT);
                    return 0;
                }),
                frozen("rate", 0x508909b6L, 0xd2f5c9ecL, (kernel, s) -> {
                    kernel.cells().rate(s[0], 1, s[1], 2, s[2], 3, s[3], 4, 0.3, 0.7, COUNT);
                    kernel.cells().rateAdjoint(s[0], 1, s[4], MARGIN, 0.3, COUNT);
                    kernel.cells().tanhAdjoint(s[3], 4, s[1], 2, 0.7, s[4], MARGIN, COUNT);
                    return 0;
                }),
                frozen("piecewise", 0xcc24d862L, 0x46c872bfL, (kernel, s) -> {
                    kernel.cells().piecewise(s[0], 1, s[1], 2, s[2], 3, s[3], 4, s[4], MARGIN, ROWS);
                    kernel.cells().piecewiseAdjoint(s[0], 1, s[1], 2, s[2], 3, s[3], 4, s[4], MARGIN, ROWS);
                    return 0;
                }),
                frozen("rectifier", 0xa30e153aL, 0x3bbb680bL, (kernel, s) -> {
                    kernel.cells().rectifier(s[0], 1, s[1], 2, COUNT);
                    kernel.cells().rectifierAdjoint(s[0], 1, s[2], 3, s[3], 4, COUNT);
                    return 0;
                }),
                frozen("lstm", 0xa5a2ab0eL, 0x71331773L, (kernel, s) -> {
                    kernel.cells().lstm(s[0], 1, s[1], 2, s[2], 3, s[3], 4, s[4], MARGIN, COUNT);
                    kernel.cells().lstmAdjoint(s[0], 1, s[1], 2, s[3], 4, s[4], MARGIN, s[2], 3, COUNT);
                    return 0;
                }),
                frozen(
                        "error",
                        0xc9135fe8L,
                        0x733793cbL,
                        (kernel, s) -> kernel.cells().error(s[0], 1, s[1], 2, s[2], 3, 0.03, true, s[3], 4, COUNT)
                                + kernel.cells().error(s[0], 1, s[1], 2, s[2], 3, 0.03, false, s[4], 4, COUNT)),
                frozen(
                        "change",
                        0x398fa37cL,
                        0x51334f96L,
                        (kernel, s) -> kernel.cells().change(s[0], 1, s[1], 2, s[2], 0.2, s[3], 4, COUNT)),
                frozen("sumOfSquares", 0x58981225L, 0xb1e6b559L, (kernel, s) -> {
                    kernel.updates().clear(s[0]);
                    kernel.updates().scale(s[1], 0.3);
                    return kernel.updates().sumOfSquares(s[1]);
                }),
                frozen("momentum", 0xa421ea0bL, 0xe547f881L, (kernel, s) -> {
                    kernel.updates().momentum(s[0], s[1], s[2], 0.1, 0.9, 0.01);
                    return 0;
                }),
                frozen("adam", 0x52ba7078L, 0xa8c41ed4L, (kernel, s) -> {
                    kernel.updates().clear(s[2]);
                    // the first power is exact; of others the language leaves a last bit open
                    kernel.updates().adam(s[0], s[1], s[2], s[3], 0.1, 0.9, 0.99, 0.001, 0.01, 1);
                    return 0;
                }),
                frozen("normals", 0xd0c85195L, 0x02f6a989L, (kernel, s) -> {
                    kernel.normals().fill(new NoiseStream(5, 0x9e3779b97f4a7c15L), 3, 0.7, s[0], 1, COUNT);
                    return 0;
                }));
    }

    private static Arguments frozen(String name, long inDouble, long inFloat, Held.Operation operation) {
        return Arguments.of(name, inDouble, inFloat, operation);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void everyBitIsAsItWas(String name, long inDouble, long inFloat, Held.Operation operation) {
        for (KernelChoice choice : List.of(KernelChoice.PLAIN, KernelChoice.VECTOR)) {
            assertThat(bits(choice.kernel(Precision.DOUBLE), operation))
                    .as("%s, %s double", name, choice.word())
                    .isEqualTo(inDouble);
            assertThat(bits(choice.kernel(Precision.FLOAT), operation))
                    .as("%s, %s float", name, choice.word())
                    .isEqualTo(inFloat);
        }
    }

    /** Returns the checksum of what an operation returns and leaves in five stores. */
    private static long bits(Kernel kernel, Held.Operation operation) {
        Store[] stores = new Store[5];
        for (int k = 0; k < stores.length; k++) {
            double[] numbers = Held.numbers(kernel.precision(), k, 4 * COUNT);
            stores[k] = kernel.allocate(numbers.length);
            stores[k].set(0, numbers);
        }
        CRC32 sum = new CRC32();
        add(sum, operation.on(kernel, stores));
        for (Store store : stores) {
            for (int i = 0; i < store.length(); i++) {
                add(sum, store.get(i));
            }
        }
        return sum.getValue();
    }

    private static void add(CRC32 sum, double number) {
        long bits = Double.doubleToLongBits(number);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            sum.update((int) (bits >>> shift));
        }
    }
}
