package org.theoremeter.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.theoremeter.simulate.kernel.Kernel;
import org.theoremeter.simulate.kernel.KernelChoice;
import org.theoremeter.simulate.kernel.NoiseStream;
import org.theoremeter.simulate.kernel.Precision;
import org.theoremeter.simulate.kernel.Store;

/**
 * Measures the parts of an epoch of the leaky network with N = 100 on sixteen trials of 36 steps: the products of all steps, the
 * gradient's outer products, tanh and the normal deviates. {@code work} counts what is done in a second: floating-point
 * operations of the products, numbers of the functions, in 10⁹.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-XX:+UseSerialGC"})
public class KernelBenchmark {

    private static final int UNITS = 100;
    private static final int COLUMNS = 103;
    private static final int STEPS = 36;
    private static final int LANES = Kernel.LANES;
    private static final double GIGA = 1e9;

    /** Precision of the arithmetic. */
    @Param({"double", "float"})
    public String precision;

    /** Kernel of the arithmetic. */
    @Param({"vector", "plain"})
    public String kernel;

    private Kernel arithmetic;
    private NoiseStream noise;
    private Store weights;
    private Store laid;
    private Store panels;
    private Store sums;
    private Store gradient;

    /** Creates the benchmark. */
    public KernelBenchmark() {}

    /** Counts what is done, a second. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Done {

        /** Operations or numbers, in 10⁹. */
        public double work;

        /** Creates the counter. */
        public Done() {}
    }

    /** Fills the panels. */
    @Setup
    public void prepare() {
        arithmetic = KernelChoice.of(kernel).kernel(Precision.of(precision));
        noise = new NoiseStream(1, 0x9e3779b97f4a7c15L);
        weights = arithmetic.allocate(UNITS * COLUMNS + LANES);
        laid = arithmetic.allocate(UNITS * COLUMNS);
        panels = arithmetic.allocate(STEPS * COLUMNS * LANES);
        sums = arithmetic.allocate(STEPS * UNITS * LANES);
        gradient = arithmetic.allocate(UNITS * COLUMNS);
        arithmetic.normals().fill(noise, 0, 1e-3, weights, 0, Kernel.padded(UNITS * COLUMNS));
        arithmetic.products().lay(weights, 0, COLUMNS, UNITS, COLUMNS, laid, 0);
        arithmetic.normals().fill(noise, 1 << 20, 1, panels, 0, panels.length());
        arithmetic.normals().fill(noise, 1 << 21, 1, sums, 0, sums.length());
    }

    /** Multiplies the weights with the panels of all steps. */
    @Benchmark
    public Store products(Done done) {
        arithmetic.updates().clear(sums);
        for (int t = 0; t < STEPS; t++) {
            arithmetic
                    .products()
                    .product(laid, 0, UNITS, COLUMNS, panels, t * COLUMNS * LANES, sums, t * UNITS * LANES);
        }
        done.work += 2.0 * UNITS * COLUMNS * LANES * STEPS / GIGA;
        return sums;
    }

    /** Sums the outer products of all steps. */
    @Benchmark
    public Store outerProducts(Done done) {
        arithmetic
                .products()
                .outer(sums, 0, UNITS * LANES, UNITS, panels, 0, COLUMNS * LANES, COLUMNS, STEPS, gradient, 0, COLUMNS);
        done.work += 2.0 * UNITS * COLUMNS * LANES * STEPS / GIGA;
        return gradient;
    }

    /** Applies tanh to the panels of all steps. */
    @Benchmark
    public Store tanh(Done done) {
        for (int t = 0; t < STEPS; t++) {
            arithmetic.activations().tanh(sums, t * UNITS * LANES, UNITS * LANES);
        }
        done.work += UNITS * LANES * STEPS / GIGA;
        return sums;
    }

    /** Draws the noise of all steps. */
    @Benchmark
    public Store normals(Done done) {
        for (int t = 0; t < STEPS; t++) {
            arithmetic.normals().fill(noise, (long) t * UNITS, 1e-3, sums, t * UNITS * LANES, UNITS * LANES);
        }
        done.work += UNITS * LANES * STEPS / GIGA;
        return sums;
    }
}
