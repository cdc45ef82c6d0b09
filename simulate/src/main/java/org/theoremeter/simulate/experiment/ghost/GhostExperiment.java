package org.theoremeter.simulate.experiment.ghost;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Bounds;
import org.theoremeter.simulate.experiment.Conditions;
import org.theoremeter.simulate.experiment.Divergence;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.kernel.Precision;
import org.theoremeter.simulate.network.Initialisation;
import org.theoremeter.simulate.random.RandomStreams;

/**
 * Trains a low-rank network to be silent and then to answer, and looks at its latent field on the way: fixed points, ghosts,
 * the drop of the loss, the zone where nothing is learned, and what a lower gain of the output does there (theory 3.8).
 *
 * <p>The field is looked at for rank one alone, where it is a line and nothing on it can be overlooked. Numerical errors are those of
 * rounding, since the run itself, not a limit of it, is what is observed.
 */
public final class GhostExperiment implements Experiment {

    private static final String EPOCH = "epoch";
    private static final String DROP = "drop";
    private static final String REACHED = "reached";
    private static final String GHOST = "ghost";
    private static final String RELEASE = "release-gain";
    private static final String RELEASE_EPOCHS = "release-epochs";

    private static final double ROUNDING = 1e-12;

    /** Part of the last loss at which there is another look. */
    private static final double TENTH = 0.9;

    /** Parts of the first loss below which it has dropped, or the network learned; and above which it has not begun. */
    private static final double HALF = 0.5;

    private static final double HUNDREDTH = 0.01;

    private static final double NOTHING = 0.9;

    /** Norm of the gradient below which nothing is learned any more: a six-hundredth of that of a fresh network. */
    private static final double FLAT = 1e-6;

    /** Creates the experiment. */
    public GhostExperiment() {}

    @Override
    public String name() {
        return "rank-k-rnn/ghost";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "Trains a low-rank network to answer after a silence and looks for ghosts and fixed points on the way.";
    }

    @Override
    public String theory() {
        return "3.8";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(GhostSetting.parameters());
        parameters.add(new Parameter.Real(
                RELEASE,
                "gain of the output in the epochs after the training, 0 for no such epochs",
                Unit.ONE,
                Bounds.closed(0, 1000),
                0));
        parameters.add(new Parameter.Whole(
                RELEASE_EPOCHS, "epochs with that gain, at the same rate", Unit.EPOCH, 1, 1_000_000, 100));
        return parameters;
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                Observable.series("loss", "loss before the update of the epoch, where it is looked at", EPOCH),
                Observable.series("zeros", "fixed points of the latent field (rank one)", EPOCH),
                Observable.series("ghosts", "ghosts: minima of its speed that are no fixed points (rank one)", EPOCH),
                Observable.series("ghost-speed", "speed at the slowest ghost, where there is one", EPOCH),
                Observable.outcome("first-loss", "loss of the initial network", Unit.ONE),
                Observable.scalar("final-loss", "loss after the training, before any release", Unit.ONE),
                Observable.scalar("final-gradient-norm", "norm of the gradient then, by what is trained", Unit.ONE),
                Observable.scalar("first-zeros", "fixed points of the initial network", Unit.ONE),
                Observable.scalar("zeros-at-drop", "fixed points when the loss has halved", Unit.ONE),
                Observable.scalar("final-zeros", "fixed points after the training", Unit.ONE),
                Observable.scalar("ghosts-at-drop", "ghosts when the loss has halved", Unit.ONE),
                Observable.scalar("final-ghosts", "ghosts after the training", Unit.ONE),
                Observable.scalar(
                        "zero-changes", "how often the number of fixed points changed between two looks", Unit.ONE),
                Observable.scalar("zero-changes-to-drop", "the same, until the loss has halved", Unit.ONE),
                Observable.scalar("loss-at-ghost", "loss over the first loss at the first look with a ghost", Unit.ONE),
                Observable.outcome("dropped", "1 if the loss ever fell below half of the first, else 0", Unit.ONE),
                Observable.outcome(
                        "learned",
                        "1 if the loss after the training is below a hundredth of the first, else 0",
                        Unit.ONE),
                Observable.outcome(
                        "dead",
                        "1 if the loss after the training is above 0.9 of the first and the gradient's norm below 1e-6, else 0",
                        Unit.ONE),
                Observable.scalar(
                        "released-loss",
                        "loss with the gain of the training after the epochs with the other gain",
                        Unit.ONE),
                Observable.scalar(
                        "recovered",
                        "1 if the network was dead before these epochs and is not after them, else 0",
                        Unit.ONE));
    }

    @Override
    public Map<String, String> events() {
        return Map.of(
                DROP,
                "first epoch whose loss is below half of the first",
                GHOST,
                "first epoch looked at in which there is a ghost (rank one)",
                REACHED,
                "first epoch whose loss is below a hundredth of the first");
    }

    @Override
    public boolean usesKernel() {
        return true;
    }

    @Override
    public boolean random(Arguments arguments) {
        return true;
    }

    @Override
    public double estimatedSeconds(Arguments arguments) {
        GhostSetting setting = GhostSetting.of(arguments);
        double step = 4e-9 * setting.network().units() * (2 + setting.network().rank());
        // most networks that learn do so in a third of the published epochs
        return setting.epochs() * setting.steps() * step / 3;
    }

    @Override
    public void check(Arguments arguments) {
        GhostSetting.check(arguments);
    }

    @Override
    public Observation run(Arguments arguments, RandomStreams streams) {
        return run(arguments, streams, Conditions.usual());
    }

    @Override
    public Observation run(Arguments arguments, RandomStreams streams, Conditions conditions) {
        GhostSetting setting = GhostSetting.of(arguments);
        double[] initial = Initialisation.PUBLISHED.draw(setting.network(), 1, streams);
        Course course = new Course(
                setting,
                new LatentTraining(setting, initial, conditions.kernel().kernel(Precision.DOUBLE)));
        course.train();
        double gain = arguments.real(RELEASE);
        if (gain > 0 && course.divergence().isEmpty()) {
            course.release(gain, arguments.whole(RELEASE_EPOCHS));
        }
        return course.observation();
    }

    /** One training from its start, and what is found on the way. */
    private static final class Course {

        private final GhostSetting setting;
        private final LatentTraining training;
        private final GhostCourse fields;
        private final List<Double> epochs = new ArrayList<>();
        private final List<Double> losses = new ArrayList<>();
        private final Map<String, Double> events = new HashMap<>();
        private final Map<String, Measurement> found = new HashMap<>();
        private final double first;
        private long epoch;
        private double loss;

        Course(GhostSetting setting, LatentTraining training) {
            this.setting = setting;
            this.training = training;
            loss = training.loss();
            first = loss;
            fields = new GhostCourse(first);
        }

        Optional<Divergence> divergence() {
            return Double.isFinite(loss) && Double.isFinite(training.gradientNorm())
                    ? Optional.empty()
                    : Optional.of(new Divergence(EPOCH, epoch, "loss or gradient are not finite any more"));
        }

        void train() {
            double seen = Double.POSITIVE_INFINITY;
            while (divergence().isEmpty()) {
                InterruptedRun.check();
                boolean over = marks();
                if (over || epoch % setting.every() == 0 || loss < TENTH * seen) {
                    look();
                    seen = loss;
                }
                if (over) {
                    break;
                }
                training.descend(setting.rate());
                epoch++;
                loss = training.loss();
            }
            summarise();
        }

        /** Marks what happens in this epoch, and tells whether the training is over. */
        private boolean marks() {
            if (loss < HALF * first) {
                events.putIfAbsent(DROP, (double) epoch);
            }
            if (loss < HUNDREDTH * first) {
                events.putIfAbsent(REACHED, (double) epoch);
            }
            return epoch == setting.epochs()
                    || setting.until().equals(GhostSetting.DROPPED) && events.containsKey(DROP)
                    || setting.until().equals(GhostSetting.LEARNED) && events.containsKey(REACHED);
        }

        private void look() {
            epochs.add((double) epoch);
            losses.add(loss);
            if (setting.network().rank() == 1) {
                fields.look(epoch, loss, training.field());
            }
        }

        private void summarise() {
            boolean ended = divergence().isEmpty();
            scalar("first-loss", first, ROUNDING * first);
            scalar("dropped", events.containsKey(DROP) ? 1 : 0, 0);
            scalar("learned", ended && loss < HUNDREDTH * first ? 1 : 0, 0);
            scalar("dead", ended && dead() ? 1 : 0, 0);
            found.put("loss", new Measurement.Series(numbers(epochs), numbers(losses), ROUNDING * first));
            if (ended) {
                scalar("final-loss", loss, ROUNDING * first);
                scalar("final-gradient-norm", training.gradientNorm(), ROUNDING);
            }
            if (setting.network().rank() == 1) {
                found.putAll(fields.found());
                if (fields.firstGhost() >= 0) {
                    events.put(GHOST, (double) fields.firstGhost());
                }
            }
        }

        private boolean dead() {
            return loss > NOTHING * first && training.gradientNorm() < FLAT;
        }

        void release(double gain, long count) {
            boolean was = dead();
            training.gain(gain);
            for (long i = 0; i < count; i++) {
                InterruptedRun.check();
                training.loss();
                training.descend(setting.rate());
            }
            training.gain(setting.gain());
            loss = training.loss();
            epoch += count;
            if (divergence().isEmpty()) {
                scalar("released-loss", loss, ROUNDING * first);
                scalar("recovered", was && !dead() ? 1 : 0, 0);
            }
        }

        Observation observation() {
            return new Observation(found, events, divergence());
        }

        private void scalar(String name, double value, double error) {
            found.put(name, new Measurement.Scalar(value, error));
        }

        private static double[] numbers(List<Double> list) {
            return list.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
