package org.theoremeter.simulate.experiment.nonlinear;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.measure.IsolatedZeros;
import org.theoremeter.simulate.measure.LatentField;
import org.theoremeter.simulate.measure.LatentPlane;
import org.theoremeter.simulate.measure.PlaneZeros;
import org.theoremeter.simulate.mechanism.LatentDynamics;
import org.theoremeter.simulate.mechanism.MechanismOfMemory;
import org.theoremeter.simulate.mechanism.MechanismOfMemory.Answer;
import org.theoremeter.simulate.mechanism.MechanismOfMemory.Summary;
import org.theoremeter.simulate.mechanism.MechanismSettings;
import org.theoremeter.simulate.network.RankKRnn;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.training.run.Recorder;
import org.theoremeter.simulate.training.run.TrainingPlan;
import org.theoremeter.simulate.training.run.Watcher;

/**
 * By which mechanism a network remembers at some epochs of its training, from its latents alone: every so many epochs, whenever the
 * loss has fallen by a tenth below the lowest at which it was looked, and at the end.
 */
final class PassageCourse implements Recorder, Watcher {

    /** Part of the lowest loss looked at at which there is another look. */
    private static final double TENTH = 0.9;

    /** A zero that touches hides two, so that each piece that is undecided may be off by two. */
    private static final double HIDDEN = 2;

    private static final double ROUNDING = 1e-12;

    /** Of a closed curve the period is interpolated: its hundredth is more than its error. */
    private static final double OF_PERIOD = 0.01;

    /** Where q is 0 or nearly, minimisation leaves this speed. */
    private static final double OF_SPEED = 1e-6;

    private final PassageSetting setting;
    private final double[] start;
    private final Watcher told;
    private final List<Look> looks = new ArrayList<>();
    private double now = Double.POSITIVE_INFINITY;
    private double lowest = Double.POSITIVE_INFINITY;

    /**
     * One look.
     *
     * @param epoch updates made before
     * @param mechanism of a run from the initial state
     * @param fixedPoints how many, of ranks one and two
     * @param leastSpeed least ‖κ(t+1) − κ(t)‖ of the steps of the delay; both empty where latents left every bound
     */
    private record Look(
            long epoch,
            MechanismOfMemory mechanism,
            Optional<Measurement.Scalar> fixedPoints,
            Optional<Measurement.Scalar> leastSpeed) {

        boolean is(Summary summary) {
            return mechanism.summary() == summary;
        }
    }

    /**
     * Prepares looks.
     *
     * @param start x(0)
     * @param told what hears of every epoch too
     */
    PassageCourse(PassageSetting setting, double[] start, Watcher told) {
        this.setting = setting;
        this.start = start;
        this.told = told;
    }

    @Override
    public void begin(TrainingPlan plan, RandomStreams streams) {
        // nothing to prepare
    }

    @Override
    public void epoch(long done, long total, double loss, double accuracy) {
        now = loss;
        if (done == 1) {
            lowest = loss;
        }
        told.epoch(done, total, loss, accuracy);
    }

    @Override
    public boolean wants(long epoch) {
        return epoch % setting.every() == 0 || now < TENTH * lowest;
    }

    @Override
    public void before(long epoch, double[] parameters) {
        lowest = Math.min(lowest, now);
        look(epoch, parameters);
    }

    @Override
    public void end(long epochs, double[] parameters) {
        look(epochs, parameters);
    }

    private void look(long epoch, double[] parameters) {
        for (double parameter : parameters) {
            if (!Double.isFinite(parameter)) {
                return;
            }
        }
        RankKRnn network = setting.network();
        LatentDynamics dynamics = new LatentDynamics(network, parameters);
        double[] latents = network.latents(parameters, start);
        MechanismOfMemory mechanism = MechanismOfMemory.of(dynamics, latents, MechanismSettings.withDefaults());
        boolean bounded = mechanism.reason() != MechanismOfMemory.Reason.DIVERGED;
        looks.add(new Look(
                epoch,
                mechanism,
                bounded ? fixedPoints(network, parameters) : Optional.empty(),
                bounded
                        ? Optional.of(new Measurement.Scalar(leastSpeed(dynamics, latents), ROUNDING))
                        : Optional.empty()));
    }

    private static Optional<Measurement.Scalar> fixedPoints(RankKRnn network, double[] parameters) {
        if (network.rank() == 1) {
            IsolatedZeros zeros = LatentField.of(network, parameters).zeros();
            return Optional.of(new Measurement.Scalar(zeros.zeros().size(), HIDDEN * zeros.undecided()));
        }
        if (network.rank() == 2) {
            PlaneZeros zeros = LatentPlane.of(network, parameters).zeros();
            return Optional.of(new Measurement.Scalar(zeros.zeros().size(), HIDDEN * zeros.undecided()));
        }
        return Optional.empty();
    }

    private double leastSpeed(LatentDynamics dynamics, double[] latents) {
        double[] from = latents.clone();
        double[] to = new double[from.length];
        double least = Double.POSITIVE_INFINITY;
        for (int t = 0; t < setting.task().delaySteps(); t++) {
            dynamics.step(from, to);
            double squares = 0;
            for (int k = 0; k < to.length; k++) {
                squares += (to[k] - from[k]) * (to[k] - from[k]);
                from[k] = to[k];
            }
            least = Math.min(least, Math.sqrt(squares));
        }
        return least;
    }

    /** Returns whether there was a look; there is none of a network that diverged in its first epoch. */
    boolean isEmpty() {
        return looks.isEmpty();
    }

    /** Returns by which mechanism the network remembered when it was last looked at. */
    Summary last() {
        return looks.get(looks.size() - 1).mechanism().summary();
    }

    /** Tells whether a mechanism was seen at the first look from an epoch on. */
    boolean isAt(long epoch, Summary summary) {
        return looks.stream()
                .filter(look -> look.epoch() >= epoch)
                .findFirst()
                .filter(look -> look.is(summary))
                .isPresent();
    }

    /** Returns the first epoch looked at from which on the network remembers by a limit cycle to the end, if there is one. */
    OptionalDouble limitCycleBorn() {
        int at = looks.size();
        while (at > 0 && looks.get(at - 1).is(Summary.LIMIT_CYCLE)) {
            at--;
        }
        return at == looks.size()
                ? OptionalDouble.empty()
                : OptionalDouble.of(looks.get(at).epoch());
    }

    /** Returns series, and numbers of the last look. */
    Map<String, Measurement> found() {
        Map<String, Measurement> found = new HashMap<>();
        series(found, "fixed-points", Look::fixedPoints);
        series(found, "limit-cycle", look -> Optional.of(whether(look.is(Summary.LIMIT_CYCLE))));
        series(found, "slow-point", look -> Optional.of(whether(look.is(Summary.SLOW_POINT))));
        series(found, "slow-passage", look -> Optional.of(whether(isPassage(look))));
        series(
                found,
                "slow-passage-speed",
                look -> look.mechanism().passage().map(passage -> new Measurement.Scalar(passage.speed(), OF_SPEED)));
        series(found, "period", PassageCourse::period);
        series(found, "least-speed", Look::leastSpeed);
        Look last = looks.get(looks.size() - 1);
        looks.get(0).fixedPoints().ifPresent(count -> found.put("first-fixed-points", count));
        last.fixedPoints().ifPresent(count -> found.put("final-fixed-points", count));
        found.put("final-limit-cycle", whether(last.is(Summary.LIMIT_CYCLE)));
        found.put("final-slow-point", whether(last.is(Summary.SLOW_POINT)));
        found.put("final-undecided", whether(last.is(Summary.UNDECIDED)));
        period(last).ifPresent(period -> found.put("final-period", period));
        return found;
    }

    /** Returns what was seen at the first look from an epoch on. */
    Map<String, Measurement> at(long epoch) {
        Map<String, Measurement> found = new HashMap<>();
        looks.stream().filter(look -> look.epoch() >= epoch).findFirst().ifPresent(look -> {
            found.put("slow-point-at-drop", whether(look.is(Summary.SLOW_POINT)));
            found.put("slow-passage-at-drop", whether(isPassage(look)));
            look.fixedPoints().ifPresent(count -> found.put("fixed-points-at-drop", count));
        });
        return found;
    }

    private static boolean isPassage(Look look) {
        return look.mechanism().answer() == Answer.SLOW_POINT;
    }

    private static Optional<Measurement.Scalar> period(Look look) {
        OptionalDouble period = look.mechanism().period();
        return period.isPresent()
                ? Optional.of(new Measurement.Scalar(period.getAsDouble(), OF_PERIOD * period.getAsDouble()))
                : Optional.empty();
    }

    private static Measurement.Scalar whether(boolean holds) {
        return new Measurement.Scalar(holds ? 1 : 0, 0);
    }

    private void series(
            Map<String, Measurement> found, String name, Function<Look, Optional<Measurement.Scalar>> value) {
        List<Look> seen =
                looks.stream().filter(look -> value.apply(look).isPresent()).toList();
        if (!seen.isEmpty()) {
            found.put(
                    name,
                    Measurement.Series.of(
                            seen.stream().mapToDouble(Look::epoch).toArray(),
                            seen.stream()
                                    .map(look -> value.apply(look).orElseThrow())
                                    .toList()));
        }
    }

    /** Returns the loss of the epochs looked at. */
    Measurement loss(double[] losses, double error) {
        double[] at = looks.stream()
                .mapToDouble(Look::epoch)
                .filter(epoch -> epoch < losses.length)
                .toArray();
        double[] values = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            values[i] = losses[(int) at[i]];
        }
        return new Measurement.Series(at, values, error);
    }
}
