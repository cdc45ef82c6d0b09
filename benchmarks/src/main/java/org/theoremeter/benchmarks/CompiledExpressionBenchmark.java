package org.theoremeter.benchmarks;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.bytecode.CompiledFunction;

/**
 * Measures nanoseconds and bytes for one evaluation of a formula: compiled, and in plain Java.
 *
 * <p>A program has many formulas alive, so all of them are called in turn before the one of interest is measured:
 * alone in a virtual machine a compiled formula would be inlined as it never is in practice. The plain Java is
 * measured twice, inlined where it stands, and called as the compiled formula is, among all the others.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(CompiledExpressionBenchmark.POINTS)
@Warmup(iterations = 3, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class CompiledExpressionBenchmark {
    /** Evaluations an invocation: without a loop the harness would cost as much as a short formula. */
    static final int POINTS = 256;

    private static final int CALLS_OF_EACH = 2_000;
    /** Relative: the plain Java associates some products otherwise than the formula. */
    private static final double ROUNDING = 1e-9;

    /** The formula. */
    @Param
    public BenchmarkFormula formula;

    /** All of them, so that none is unloaded while another is measured. */
    private final Map<BenchmarkFormula, CompiledFunction> functions = new EnumMap<>(BenchmarkFormula.class);

    private final Map<BenchmarkFormula, double[][]> arguments = new EnumMap<>(BenchmarkFormula.class);

    private BenchmarkFormula current;
    private CompiledFunction function;
    private double[][] points;

    /** Creates the benchmark. */
    public CompiledExpressionBenchmark() {}

    /**
     * Calls all formulas in turn through the call sites that will be measured, then leaves the one of interest there.
     *
     * @throws IllegalStateException if a compiled formula and its plain Java disagree
     */
    @Setup
    public void prepare() {
        for (BenchmarkFormula each : BenchmarkFormula.values()) {
            functions.put(each, Expression.parse(each.text()).compile(each.names()));
            arguments.put(each, points(each.names().size()));
            compare(each);
        }
        double sum = 0;
        for (int i = 0; i < CALLS_OF_EACH; i++) {
            for (BenchmarkFormula each : BenchmarkFormula.values()) {
                choose(each);
                sum += compiled() + calledJava();
            }
        }
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("a formula is undefined where it is measured");
        }
        choose(formula);
    }

    private void choose(BenchmarkFormula chosen) {
        current = chosen;
        function = functions.get(chosen);
        points = arguments.get(chosen);
    }

    private void compare(BenchmarkFormula each) {
        for (double[] point : arguments.get(each)) {
            double ours = functions.get(each).value(point);
            double plain = each.byHand(point);
            if (!(Math.abs(ours - plain) <= ROUNDING * Math.abs(plain))) {
                throw new IllegalStateException(each + ": compiled " + ours + ", in plain Java " + plain);
            }
        }
    }

    /** Draws points at which every formula is defined: the first argument is the largest. */
    private static double[][] points(int arguments) {
        Random random = new Random(1);
        double[][] points = new double[POINTS][arguments];
        for (double[] point : points) {
            point[0] = 1 + random.nextDouble();
            for (int i = 1; i < arguments; i++) {
                point[i] = 0.1 + 0.8 * random.nextDouble();
            }
        }
        return points;
    }

    /** Calls the compiled formula. */
    @Benchmark
    public double compiled() {
        double sum = 0;
        for (double[] point : points) {
            sum += function.value(point);
        }
        return sum;
    }

    /** Computes the formula in plain Java, inlined. */
    @Benchmark
    public double plainJava() {
        double sum = 0;
        for (double[] point : points) {
            sum += formula.byHand(point);
        }
        return sum;
    }

    /** Calls the formula in plain Java where others are called too. */
    @Benchmark
    public double calledJava() {
        double sum = 0;
        for (double[] point : points) {
            sum += current.byHand(point);
        }
        return sum;
    }
}
