package org.theoremeter.simulate.experiment.nonlinear;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Conditions;
import org.theoremeter.simulate.experiment.Divergence;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.measure.Learned;
import org.theoremeter.simulate.mechanism.MechanismOfMemory;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.training.run.History;
import org.theoremeter.simulate.training.run.Training;
import org.theoremeter.simulate.training.run.TrainingResult;

/**
 * Trains a low-rank network to answer after a silent delay, and looks on the way at the mechanism by which it remembers: fixed points of its
 * latents, slow points and limit cycles (theory 3.9).
 *
 * <p>The training is that of {@code rank-k-rnn/single-cue}, to the same bits from the same streams. Numerical errors are those of
 * rounding, since the run itself, not a limit of it, is what is observed.
 */
public final class PassageExperiment implements Experiment {

    private static final String EPOCH = "epoch";
    private static final String DROP = "drop";
    private static final String REACHED = "reached";
    private static final String BORN = "limit-cycle-born";
    private static final double HALF = 0.5;
    private static final double ROUNDING = 1e-12;

    /** Creates the experiment. */
    public PassageExperiment() {}

    @Override
    public String name() {
        return "rank-k-rnn/passage";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "Trains a low-rank network to answer after a silence and looks on the way at how it remembers.";
    }

    @Override
    public String theory() {
        return "3.9";
    }

    @Override
    public List<Parameter> parameters() {
        return PassageSetting.parameters();
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                Observable.series("loss", "loss before the update of the epoch, where it is looked at", EPOCH),
                Observable.series("fixed-points", "fixed points of the latents (ranks one and two)", EPOCH),
                Observable.series("limit-cycle", "1 if a run ends in a periodic orbit, else 0", EPOCH),
                Observable.series("slow-point", "1 if it passes a slow point or ends in a fixed point, else 0", EPOCH),
                Observable.series("slow-passage", "1 if it passes a slow point before it comes to rest, else 0", EPOCH),
                Observable.series(
                        "slow-passage-speed", "speed of the latents at that slow point, 0 at a saddle", EPOCH),
                Observable.series(
                        "period",
                        "steps of a turn, or where it leaps of some turns, nearly; of periodic orbits",
                        EPOCH),
                Observable.series("least-speed", "least speed of the latents within the delay", EPOCH),
                Observable.outcome("first-loss", "loss of the initial network", Unit.ONE),
                Observable.scalar("final-loss", "loss of the last epoch", Unit.ONE),
                Observable.scalar("final-accuracy", "accuracy of the last epoch", Unit.ONE),
                Observable.scalar("final-reliability", "reliability of the last epoch", Unit.ONE),
                Observable.outcome("dropped", "1 if the loss ever fell below half of the first, else 0", Unit.ONE),
                Observable.outcome("learned", "1 if the network learned and kept it (STM), else 0", Unit.ONE),
                Observable.scalar("first-fixed-points", "fixed points of the initial network", Unit.ONE),
                Observable.scalar(
                        "fixed-points-at-drop", "fixed points at the first look after the loss has halved", Unit.ONE),
                Observable.scalar("final-fixed-points", "fixed points after the training", Unit.ONE),
                Observable.scalar("slow-point-at-drop", "slow-point at the first look after the drop", Unit.ONE),
                Observable.scalar("slow-passage-at-drop", "slow-passage at the first look after the drop", Unit.ONE),
                Observable.scalar("final-limit-cycle", "limit-cycle after the training", Unit.ONE),
                Observable.scalar("final-slow-point", "slow-point after the training", Unit.ONE),
                Observable.scalar(
                        "final-undecided", "1 if the dynamics do not tell after the training, else 0", Unit.ONE),
                Observable.scalar("final-period", "period after the training, only of a limit cycle", Unit.STEP),
                Observable.outcome(
                        "reached-by-limit-cycle",
                        "1 if it remembers by a limit cycle at the first look after accuracy and reliability first exceed 0.8, else 0",
                        Unit.ONE),
                Observable.outcome(
                        "reached-by-slow-point",
                        "1 if it does so by a slow point or fixed point then, else 0",
                        Unit.ONE),
                Observable.outcome(
                        "learned-by-limit-cycle",
                        "1 if the network learned and remembers by a limit cycle after the training, else 0",
                        Unit.ONE),
                Observable.outcome(
                        "learned-by-slow-point",
                        "1 if it learned and remembers by a slow point or fixed point then, else 0",
                        Unit.ONE));
    }

    @Override
    public Map<String, String> events() {
        return Map.of(
                DROP,
                "first epoch whose loss is below half of the first",
                REACHED,
                "first epoch in which accuracy and reliability exceed 0.8",
                BORN,
                "first epoch looked at from which on the network remembers by a limit cycle, to the end");
    }

    @Override
    public boolean usesKernel() {
        return true;
    }

    @Override
    public boolean random(Arguments arguments) {
        return !PassageSetting.of(arguments).published();
    }

    @Override
    public double estimatedSeconds(Arguments arguments) {
        PassageSetting setting = PassageSetting.of(arguments);
        double units = setting.network().units() * (2.0 + setting.network().rank());
        double epochs = setting.untilReached() ? setting.epochs() / 5.0 : setting.epochs();
        double looks = 1 + epochs / setting.every();
        return epochs * setting.task().steps() * 4e-9 * units + looks * 1e-4 * units;
    }

    @Override
    public void check(Arguments arguments) {
        PassageSetting.of(arguments);
    }

    @Override
    public Observation run(Arguments arguments, RandomStreams streams) {
        return run(arguments, streams, Conditions.usual());
    }

    @Override
    public Observation run(Arguments arguments, RandomStreams streams, Conditions conditions) {
        PassageSetting setting = PassageSetting.of(arguments);
        double[] state = setting.state(streams);
        PassageCourse course = new PassageCourse(setting, state, conditions.watcher());
        TrainingResult result = new Training(
                        setting.plan(state, conditions.kernel()), setting.initial(streams), streams, course)
                .run(course, Optional.empty());
        return observation(course, result);
    }

    private static Observation observation(PassageCourse course, TrainingResult result) {
        History history = result.history();
        double[] losses = history.losses();
        boolean diverged = result.end() == TrainingResult.End.DIVERGED;
        Learned learned = Learned.of(history.accuracies(), history.reliabilities(), diverged);
        boolean kept = learned.ending() == Learned.Ending.LEARNED;
        Map<String, Measurement> found = new HashMap<>();
        Map<String, Double> events = new HashMap<>();
        int drop = drop(losses);
        if (losses.length > 0) {
            scalar(found, "first-loss", losses[0], ROUNDING * losses[0]);
            found.put("loss", course.loss(losses, ROUNDING * losses[0]));
        }
        if (drop < losses.length) {
            events.put(DROP, (double) drop);
        }
        learned.first().ifPresent(epoch -> events.put(REACHED, (double) epoch));
        reached(found, course, learned, MechanismOfMemory.Summary.LIMIT_CYCLE, "reached-by-limit-cycle");
        reached(found, course, learned, MechanismOfMemory.Summary.SLOW_POINT, "reached-by-slow-point");
        scalar(found, "dropped", drop < losses.length ? 1 : 0, 0);
        scalar(found, "learned", kept ? 1 : 0, 0);
        MechanismOfMemory.Summary last = course.isEmpty() ? MechanismOfMemory.Summary.UNDECIDED : course.last();
        scalar(found, "learned-by-limit-cycle", kept && last == MechanismOfMemory.Summary.LIMIT_CYCLE ? 1 : 0, 0);
        scalar(found, "learned-by-slow-point", kept && last == MechanismOfMemory.Summary.SLOW_POINT ? 1 : 0, 0);
        if (diverged) {
            return new Observation(
                    found,
                    events,
                    Optional.of(new Divergence(
                            EPOCH,
                            Math.max(0, losses.length - 1),
                            "loss, gradient or parameters are not finite any more")));
        }
        int end = losses.length - 1;
        scalar(found, "final-loss", losses[end], ROUNDING * losses[0]);
        scalar(found, "final-accuracy", history.accuracies()[end], 0);
        scalar(found, "final-reliability", history.reliabilities()[end], ROUNDING);
        found.putAll(course.found());
        if (drop < losses.length) {
            found.putAll(course.at(drop));
        }
        OptionalDouble born = course.limitCycleBorn();
        born.ifPresent(epoch -> events.put(BORN, epoch));
        return new Observation(found, events, Optional.empty());
    }

    /** Returns the first epoch whose loss is below half of the first, or how many epochs there were. */
    private static int drop(double[] losses) {
        int epoch = 0;
        while (epoch < losses.length && !(losses[epoch] < HALF * losses[0])) {
            epoch++;
        }
        return epoch;
    }

    private static void reached(
            Map<String, Measurement> found,
            PassageCourse course,
            Learned learned,
            MechanismOfMemory.Summary summary,
            String name) {
        boolean seen =
                learned.first().isPresent() && course.isAt(learned.first().getAsInt(), summary);
        scalar(found, name, seen ? 1 : 0, 0);
    }

    private static void scalar(Map<String, Measurement> found, String name, double value, double error) {
        found.put(name, new Measurement.Scalar(value, error));
    }
}
