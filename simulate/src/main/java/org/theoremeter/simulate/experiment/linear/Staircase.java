package org.theoremeter.simulate.experiment.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Unit;

/**
 * Finds where training is slowest, the stairs of theory 2.5.
 *
 * <p>The loss falls at the speed −dL/dτ = ‖∇L‖², by what is trained. A stair is the slowest of the sampled τ between two
 * at which the loss falls at least {@value #PROMINENCE} times as fast; stairs are numbered from 1. Stair 0 is the
 * slowest τ before the first at which it falls that much faster, where no such τ lies before it: training starts
 * slowly. The rest at the end of a run is no stair, nor what comes after the loss has reached its numerical error; and
 * speeds that numerical errors leave of zero count as equal. What is measured there is that of the sampled τ: sampled more
 * finely, the loss would differ by no more than the speed times the spacing.
 *
 * <p>Near a saddle of the loss the gradient is of first order in the distance and the loss of second: the loss of a stair
 * differs from that of its saddle by no more than about the speed over the rates at which the saddle is reached and left.
 */
final class Staircase {

    /** How much faster training descends on either side of a stair. */
    static final int PROMINENCE = 10;

    private static final String LOSS_SPEED = "loss-speed";
    private static final String STAIRS = "stairs";
    private static final String AXIS = "stair";
    private static final String STAIR_LOSS = "stair-loss";
    private static final String STAIR_MODES = "stair-modes";
    private static final String STAIR_TAU = "stair-tau";

    private record Sample(double tau, double loss, double speed, int modes) {}

    private final List<Sample> samples = new ArrayList<>();

    static List<Observable> observables() {
        return List.of(
                Observable.series(
                        LOSS_SPEED, "−dL/dτ, the squared norm of the gradient by what is trained", Course.AXIS),
                Observable.scalar(
                        STAIRS,
                        "how often −dL/dτ is smallest between two tau at which it is at least " + PROMINENCE
                                + " times as large",
                        Unit.ONE),
                Observable.series(
                        STAIR_LOSS, "loss at each of these stairs; at stair 0, if training starts slowly", AXIS),
                Observable.series(STAIR_MODES, "number of eigenvalues outside the bulk there, of a pair both", AXIS),
                Observable.series(STAIR_TAU, "tau of each stair", AXIS));
    }

    /**
     * Adds a sample, later than the last.
     *
     * @param slope the norm of the gradient by what is trained
     * @param modes how many eigenvalues lie outside the bulk
     */
    void sample(double tau, double loss, double slope, int modes) {
        samples.add(new Sample(tau, loss, slope * slope, modes));
    }

    /**
     * Adds what was found, if anything was sampled.
     *
     * @param rest the norm that numerical errors leave of a gradient where training rests
     * @param gradientError bound of the error of the gradient's norm
     * @param lossError bound of the error of the loss
     */
    void measure(double rest, double gradientError, double lossError, Map<String, Measurement> found) {
        if (samples.isEmpty()) {
            return;
        }
        Points speed = new Points();
        samples.forEach(sample -> speed.add(sample.tau, sample.speed));
        double fastest = Math.sqrt(speed.largest());
        found.put(LOSS_SPEED, speed.series((2 * fastest + gradientError) * gradientError));
        double floor = rest * rest;
        Points losses = new Points();
        Points modes = new Points();
        Points times = new Points();
        List<Integer> slowest = slowest(floor, lossError);
        int first = slowest.isEmpty() || descendsTo(slowest.get(0), floor) ? 1 : 0;
        for (int i = 0; i < slowest.size(); i++) {
            int index = slowest.get(i);
            Sample stair = samples.get(index);
            losses.add(first + i, stair.loss);
            modes.add(first + i, stair.modes);
            times.add(first + i, stair.tau);
        }
        found.put(STAIRS, new Measurement.Scalar(slowest.size() + first - 1, 0));
        found.put(STAIR_LOSS, losses.series(lossError));
        found.put(STAIR_MODES, modes.series(0));
        found.put(STAIR_TAU, times.series(0));
    }

    /** Returns the samples of least speed before each rise to ten times as much, between falls by as much. */
    private List<Integer> slowest(double floor, double lossError) {
        List<Integer> slowest = new ArrayList<>();
        boolean slowing = true;
        int extreme = 0;
        for (int i = 0; i < samples.size() && samples.get(i).loss > lossError; i++) {
            double speed = speed(i, floor);
            double reached = speed(extreme, floor);
            if (slowing ? speed < reached : speed > reached) {
                extreme = i;
            } else if (slowing && speed >= PROMINENCE * reached) {
                slowest.add(extreme);
                slowing = false;
                extreme = i;
            } else if (!slowing && PROMINENCE * speed <= reached) {
                slowing = true;
                extreme = i;
            }
        }
        return slowest;
    }

    private boolean descendsTo(int index, double floor) {
        return IntStream.range(0, index).anyMatch(i -> speed(i, floor) >= PROMINENCE * speed(index, floor));
    }

    private double speed(int index, double floor) {
        return Math.max(floor, samples.get(index).speed);
    }
}
