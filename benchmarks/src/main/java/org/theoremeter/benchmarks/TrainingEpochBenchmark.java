package org.theoremeter.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.theoremeter.simulate.kernel.KernelChoice;
import org.theoremeter.simulate.kernel.Precision;
import org.theoremeter.simulate.network.Initialisation;
import org.theoremeter.simulate.network.LeakyRnn;
import org.theoremeter.simulate.network.Lstm;
import org.theoremeter.simulate.network.RankKRnn;
import org.theoremeter.simulate.network.Readout;
import org.theoremeter.simulate.network.RecurrentNetwork;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.task.DelayedCue;
import org.theoremeter.simulate.task.SingleCueDelay;
import org.theoremeter.simulate.task.Task;
import org.theoremeter.simulate.training.bptt.InitialState;
import org.theoremeter.simulate.training.bptt.Noise;
import org.theoremeter.simulate.training.run.Optimiser;
import org.theoremeter.simulate.training.run.Schedule;
import org.theoremeter.simulate.training.run.Stopping;
import org.theoremeter.simulate.training.run.Training;
import org.theoremeter.simulate.training.run.TrainingPlan;

/**
 * Measures one epoch of training on one core, as the STM paper trains: forward, back through all steps, update, and the
 * measures of the answers. Leaky network and LSTM: N = 100, delayed cue of 36 steps (delay 100 ms); rank 2: N = 100, 17 steps.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-XX:+UseSerialGC", "-Xmx2g"})
public class TrainingEpochBenchmark {

    private static final int UNITS = 100;
    private static final long EPOCHS = 4_000_000;

    /** What is trained, with the batch. */
    @Param({"leaky-128", "leaky-16", "rank-2", "lstm-16"})
    public String work;

    /** Precision of the arithmetic. */
    @Param({"double", "float"})
    public String precision;

    /** Kernel of the arithmetic. */
    @Param({"vector", "plain"})
    public String kernel;

    private Training training;

    /** Creates the benchmark. */
    public TrainingEpochBenchmark() {}

    /** Prepares a run. */
    @Setup(Level.Trial)
    public void prepare() {
        boolean rank2 = work.equals("rank-2");
        Task task = rank2 ? new SingleCueDelay(15, 2, 0) : new DelayedCue(20, 6, 10, 0, false);
        RecurrentNetwork network = rank2
                ? new RankKRnn(UNITS, 2, 0, 1, 0.5, Readout.LOGISTIC)
                : work.startsWith("lstm")
                        ? new Lstm(UNITS, 2, 2, Readout.LOGISTIC)
                        : new LeakyRnn(UNITS, 2, 2, 0.5, Readout.LOGISTIC);
        TrainingPlan plan = new TrainingPlan(
                network,
                task,
                rank2 ? 1 : Integer.parseInt(work.substring(work.indexOf('-') + 1)),
                rank2 ? InitialState.fixed(RandomStreams.of(1).gaussians("state", UNITS)) : InitialState.fresh(0.1),
                rank2 ? Noise.NONE : new Noise(0, 0.001),
                0,
                rank2 ? new Optimiser.Descent(0, 0) : new Optimiser.Descent(0.9, 1e-7),
                new Schedule.Constant(0.01),
                0,
                EPOCHS,
                Stopping.NEVER,
                Precision.of(precision),
                KernelChoice.of(kernel));
        RandomStreams streams = RandomStreams.of(0);
        training = new Training(plan, Initialisation.PUBLISHED.draw(network, 1, streams), streams);
    }

    /** Trains for one epoch. */
    @Benchmark
    public boolean epoch() {
        return training.epoch();
    }
}
