package org.theoremeter.simulate.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.assertj.core.data.Offset;
import org.theoremeter.simulate.random.RandomStreams;

/**
 * Holds an operation of a kernel against its definition, written down in the test in double precision, and plain Java and
 * vectors against each other, bit by bit. Stores are compared whole, so that nothing may be written beside the result.
 */
final class Held {

    /** Numbers before and after what operations work on, odd, so that vectors start at odd places. */
    static final int MARGIN = 5;

    /** An operation; returns what it returns, or 0. */
    interface Operation {
        double on(Kernel kernel, Store[] stores);
    }

    /** Its definition on the numbers of the same stores. */
    interface Definition {
        double on(double[][] stores);
    }

    private Held() {}

    /** Returns half the distance from 1 to the next number. */
    static double roundoff(Precision precision) {
        return precision == Precision.DOUBLE ? 0x1p-53 : 0x1p-24;
    }

    /** Returns a number rounded to a precision. */
    static double round(Precision precision, double value) {
        return precision == Precision.DOUBLE ? value : (float) value;
    }

    /** Returns uniform numbers in [−1.5, 1.5], rounded, with a margin on both sides. */
    static double[] numbers(Precision precision, long seed, int count) {
        UniformRandomProvider source = RandomStreams.of(seed).stream("numbers");
        double[] numbers = new double[count + 2 * MARGIN];
        Arrays.setAll(numbers, i -> round(precision, 3 * source.nextDouble() - 1.5));
        return numbers;
    }

    /** Lays a matrix out and multiplies; nothing may be written beside the laid-out matrix. */
    static void product(
            Kernel kernel, Store m, int mo, int stride, int rows, int inner, Store x, int xo, Store y, int yo) {
        Store laid = kernel.allocate(rows * inner + 2 * MARGIN);
        kernel.products().lay(m, mo, stride, rows, inner, laid, MARGIN);
        assertThat(laid.copy(0, MARGIN)).containsOnly(0);
        assertThat(laid.copy(MARGIN + rows * inner, MARGIN)).containsOnly(0);
        kernel.products().product(laid, MARGIN, rows, inner, x, xo, y, yo);
    }

    /**
     * Checks an operation.
     *
     * @param roundings allowed distance from the definition, in units of {@link #roundoff}
     * @param contents numbers of the stores before it
     */
    static void check(
            Precision precision, double roundings, Operation operation, Definition definition, double[]... contents) {
        double[][] plain = new double[contents.length][];
        double[][] vector = new double[contents.length][];
        double found = run(KernelChoice.PLAIN.kernel(precision), operation, contents, plain);
        double other = run(KernelChoice.VECTOR.kernel(precision), operation, contents, vector);
        assertThat(other).as("result on vectors").isEqualTo(found);
        double[][] expected = Arrays.stream(contents).map(double[]::clone).toArray(double[][]::new);
        double tolerance = roundings * roundoff(precision);
        assertThat(found).isCloseTo(definition.on(expected), Offset.offset(tolerance));
        for (int k = 0; k < contents.length; k++) {
            // equals of doubles compares bits
            assertThat(vector[k]).as("store %d on vectors", k).isEqualTo(plain[k]);
            for (int i = 0; i < plain[k].length; i++) {
                if (!(Math.abs(plain[k][i] - expected[k][i]) <= tolerance)) {
                    throw new AssertionError("number " + i + " of store " + k + ": found " + plain[k][i] + ", expected "
                            + expected[k][i] + " within " + tolerance);
                }
            }
        }
    }

    private static double run(Kernel kernel, Operation operation, double[][] contents, double[][] after) {
        Store[] stores = new Store[contents.length];
        for (int k = 0; k < stores.length; k++) {
            stores[k] = kernel.allocate(contents[k].length);
            stores[k].set(0, contents[k]);
        }
        double result = operation.on(kernel, stores);
        for (int k = 0; k < stores.length; k++) {
            after[k] = stores[k].copy(0, contents[k].length);
        }
        return result;
    }
}
