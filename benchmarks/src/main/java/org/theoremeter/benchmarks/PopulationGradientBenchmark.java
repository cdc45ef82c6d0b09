package org.theoremeter.benchmarks;

import java.util.concurrent.TimeUnit;
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
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.network.Target;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.training.ImpulseResponseGradient;
import org.theoremeter.simulate.training.LossGradient;
import org.theoremeter.simulate.training.LyapunovGradient;

/**
 * Measures milliseconds for one population gradient of the linear RNN on one core: in discrete time over 1600 steps
 * of 0.05 (theory 0.2), and in continuous time (theory 0.1).
 */
@State(Scope.Thread)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PopulationGradientBenchmark {

    private static final double CSTAR = 0.1;
    private static final double STEP = 0.05;
    private static final int STEPS = 1600;
    private static final double GAIN = 0.1;

    /** Number of neurons. */
    @Param({"100", "400"})
    public int neurons;

    private LinearRnn network;
    private LossGradient discrete;
    private LossGradient continuous;

    /** Creates the benchmark. */
    public PopulationGradientBenchmark() {}

    /** Draws the network and prepares the workspaces. */
    @Setup
    public void prepare() {
        double[] weights = RandomStreams.of(0).gaussians("initial-weights", neurons * neurons);
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= GAIN / Math.sqrt(neurons);
        }
        network = LinearRnn.aligned(weights);
        Target target = Target.integrator(CSTAR);
        discrete = new ImpulseResponseGradient(neurons, target, STEP, STEPS);
        continuous = new LyapunovGradient(neurons, target);
    }

    /** Back-propagates through one impulse response. */
    @Benchmark
    public double impulseResponse() {
        discrete.evaluate(network);
        return discrete.byWeights()[0];
    }

    /** Solves the Lyapunov equations. */
    @Benchmark
    public double lyapunov() {
        continuous.evaluate(network);
        return continuous.byWeights()[0];
    }
}
