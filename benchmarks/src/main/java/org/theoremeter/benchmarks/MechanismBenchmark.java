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
import org.theoremeter.simulate.mechanism.LeakyDynamics;
import org.theoremeter.simulate.mechanism.MechanismOfMemory;
import org.theoremeter.simulate.mechanism.MechanismSettings;
import org.theoremeter.simulate.mechanism.ReferenceRule;
import org.theoremeter.simulate.network.Initialisation;
import org.theoremeter.simulate.network.LeakyRnn;
import org.theoremeter.simulate.network.Readout;
import org.theoremeter.simulate.random.RandomStreams;

/**
 * Measures milliseconds for the mechanism of a leaky network of 100 units: at a gain of 0.9 it rests, at 2 it turns or rests, at
 * 4 it is chaotic, so that the run is as long as it may be. And for the published rule on 360 states.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class MechanismBenchmark {

    private static final int UNITS = 100;
    private static final int STATES = 360;

    /** Gain of the random recurrent weights. */
    @Param({"0.9", "2", "4"})
    public double gain;

    private LeakyDynamics dynamics;
    private double[] start;
    private double[][] states;

    /** Creates the benchmark. */
    public MechanismBenchmark() {}

    /** Draws the network and runs it for nine trials. */
    @Setup
    public void prepare() {
        LeakyRnn network = new LeakyRnn(UNITS, 2, 2, 0.5, Readout.LOGISTIC);
        RandomStreams streams = RandomStreams.of(0);
        dynamics = new LeakyDynamics(network, Initialisation.GAUSSIAN.draw(network, gain, streams));
        start = streams.gaussians("start", UNITS);
        states = new double[STATES][UNITS];
        states[0] = start;
        for (int t = 1; t < STATES; t++) {
            dynamics.step(states[t - 1], states[t]);
        }
    }

    /** Asks the dynamics. */
    @Benchmark
    public MechanismOfMemory dynamics() {
        return MechanismOfMemory.of(dynamics, start, MechanismSettings.withDefaults());
    }

    /** Asks the published rule. */
    @Benchmark
    public ReferenceRule published() {
        return ReferenceRule.of(states);
    }
}
