package org.theoremeter.simulate.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.simulate.random.RandomStreams;

/** An experiment for tests of what surrounds experiments: its value is a number it draws, plus an argument. */
public final class Stub implements Experiment {

    /** How often any stub has been run. */
    public final AtomicInteger runs = new AtomicInteger();

    @Override
    public String name() {
        return "test/stub";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "A stub.";
    }

    @Override
    public String theory() {
        return "0";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter.Real("shift", "added to the value", Unit.ONE, Bounds.open(-10, 10), 0),
                new Parameter.Real("delay", "has a unit", Unit.MILLISECOND, Bounds.from(0, 100), 5),
                new Parameter.Whole("count", "how many numbers", Unit.ONE, 1, 100, 3),
                new Parameter.Choice(
                        "mode",
                        "what to do",
                        List.of("draw", "still", "fail", "wait", "diverge", "misbehave"),
                        "draw"));
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                Observable.scalar("value", "a number", Unit.ONE), Observable.series("numbers", "numbers", "step"));
    }

    @Override
    public Map<String, String> events() {
        return Map.of("start", "the start");
    }

    @Override
    public boolean random(Arguments arguments) {
        return arguments.choice("mode").equals("draw");
    }

    @Override
    public double estimatedSeconds(Arguments arguments) {
        return 0;
    }

    @Override
    public void check(Arguments arguments) {
        if (arguments.real("shift") == 7) {
            throw new ArgumentException("shift", "7.0", "anything but 7 (test)");
        }
    }

    @Override
    public Observation run(Arguments arguments, RandomStreams streams) {
        runs.incrementAndGet();
        return switch (arguments.choice("mode")) {
            case "fail" -> throw new IllegalStateException("the stub fails");
            case "wait" -> {
                waitForInterrupt();
                throw new IllegalStateException("nobody interrupted");
            }
            case "diverge" -> new Observation(Map.of(), Map.of(), Optional.of(new Divergence("step", 3, "because")));
            case "still" -> observation(arguments, new double[(int) arguments.whole("count")]);
            default -> observation(arguments, streams.gaussians("numbers", (int) arguments.whole("count")));
        };
    }

    private static Observation observation(Arguments arguments, double[] numbers) {
        double[] at = new double[numbers.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = i / 3.0;
        }
        double value = arguments.real("shift") + numbers[0];
        return new Observation(
                Map.of(
                        "value", new Measurement.Scalar(value, 1e-16),
                        "numbers", new Measurement.Series(at, numbers, 0)),
                Map.of("start", 0.1),
                Optional.empty());
    }

    private static void waitForInterrupt() {
        long end = System.nanoTime() + 30_000_000_000L;
        while (System.nanoTime() < end) {
            InterruptedRun.check();
            Thread.onSpinWait();
        }
    }
}
