package org.theoremeter.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
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
import org.theoremeter.theory.symbolic.enclosure.Box;
import org.theoremeter.theory.symbolic.enclosure.Evaluator;
import org.theoremeter.theory.symbolic.region.Domain;

/**
 * Measures nanoseconds and bytes for one enclosure of a formula on a small box, beside its value in double precision:
 * compiled, and as the tree that it is read as.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(EnclosureBenchmark.POINTS)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class EnclosureBenchmark {
    /** Evaluations an invocation. */
    static final int POINTS = 256;

    private static final double WIDTH = 1e-3;
    private static final int CALLS_OF_EACH = 200;

    /** The formula; the slope of a pair's loss and the time to learn have about 50 operations. */
    @Param
    public BenchmarkFormula formula;

    private Expression tree;
    private CompiledFunction function;
    private Evaluator evaluator;
    private double[][] points;
    private List<TreeMap<String, Double>> named;
    private Box[] boxes;

    /** Creates the benchmark. */
    public EnclosureBenchmark() {}

    /**
     * Draws points, and a small box around each; all formulas are called in turn first, as in a program that has many.
     *
     * @throws IllegalStateException if a value does not lie in its enclosure
     */
    @Setup
    public void prepare() {
        double sum = 0;
        for (BenchmarkFormula each : BenchmarkFormula.values()) {
            choose(each);
            for (int i = 0; i < CALLS_OF_EACH; i++) {
                sum += compiled() + enclosed();
            }
        }
        choose(formula);
        for (int k = 0; k < POINTS; k++) {
            evaluator.evaluate(boxes[k]);
            if (Double.isNaN(sum) || !evaluator.value(0).contains(function.value(points[k]))) {
                throw new IllegalStateException(formula + " is not in its enclosure on " + boxes[k]);
            }
        }
    }

    private void choose(BenchmarkFormula chosen) {
        tree = Expression.parse(chosen.text());
        List<String> names = chosen.names();
        function = tree.compile(names);
        points = new double[POINTS][names.size()];
        boxes = new Box[POINTS];
        named = new ArrayList<>();
        Random random = new Random(1);
        for (int k = 0; k < POINTS; k++) {
            TreeMap<String, Domain> sides = new TreeMap<>();
            TreeMap<String, Double> point = new TreeMap<>();
            for (int i = 0; i < names.size(); i++) {
                points[k][i] = i == 0 ? 1 + random.nextDouble() : 0.1 + 0.8 * random.nextDouble();
                sides.put(names.get(i), new Domain(points[k][i] - WIDTH, false, points[k][i] + WIDTH, false));
                point.put(names.get(i), points[k][i]);
            }
            named.add(point);
            boxes[k] = Box.of(sides);
        }
        evaluator = new Evaluator(List.of(tree), boxes[0]);
    }

    /** Encloses the formula. */
    @Benchmark
    public double enclosed() {
        double sum = 0;
        for (Box box : boxes) {
            evaluator.evaluate(box);
            sum += evaluator.upper(0) - evaluator.lower(0);
        }
        return sum;
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

    /** Evaluates the tree. */
    @Benchmark
    public double tree() {
        double sum = 0;
        for (TreeMap<String, Double> point : named) {
            sum += tree.evaluate(point);
        }
        return sum;
    }
}
