package org.theoremeter.simulate.experiment.nonlinear;

import java.util.ArrayList;
import java.util.List;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Bounds;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.kernel.KernelChoice;
import org.theoremeter.simulate.kernel.Precision;
import org.theoremeter.simulate.network.Initialisation;
import org.theoremeter.simulate.network.RankKRnn;
import org.theoremeter.simulate.network.Readout;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.task.SingleCueDelay;
import org.theoremeter.simulate.training.bptt.InitialState;
import org.theoremeter.simulate.training.bptt.Noise;
import org.theoremeter.simulate.training.run.Optimiser;
import org.theoremeter.simulate.training.run.Schedule;
import org.theoremeter.simulate.training.run.Stopping;
import org.theoremeter.simulate.training.run.TrainingPlan;

/**
 * How a low-rank network is trained whose mechanism is looked at on the way; the defaults are the published constants (theory 3.9).
 *
 * @param network rank-K network with one output and no input
 * @param task silent delay, window, and perhaps silence after it
 * @param published whether it starts from the published network and state
 * @param rate learning rate
 * @param epochs of training, at most
 * @param untilReached whether training ends once accuracy and reliability exceed 0.8
 * @param every epochs between two looks
 */
record PassageSetting(
        RankKRnn network,
        SingleCueDelay task,
        boolean published,
        double rate,
        long epochs,
        boolean untilReached,
        long every) {

    private static final NetworkKind KIND = NetworkKind.RANK_K;
    private static final String UNTIL = "until";
    private static final int LONGEST = 10_000;
    private static final long MOST = 10_000_000;
    private static final double SCALE = 0.1;

    static List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(KIND.parameters());
        parameters.add(new Parameter.Real(
                "alpha",
                "α = Δt/τ_m, the part of a unit that is new in a step",
                Unit.ONE,
                new Bounds(0, true, 1, false),
                0.5));
        parameters.add(new Parameter.Whole("delay", "silent delay T_d", Unit.STEP, 1, LONGEST, 30));
        parameters.add(new Parameter.Whole("response", "response window T_r", Unit.STEP, 1, LONGEST, 10));
        parameters.add(new Parameter.Whole(
                "post-response", "period after the window in which the output is to be 0", Unit.STEP, 0, LONGEST, 0));
        parameters.add(new Parameter.Real("rate", "learning rate η", Unit.ONE, Bounds.positive(), 0.01));
        parameters.add(new Parameter.Whole("epochs", "epochs of training, at most", Unit.EPOCH, 1, MOST, 150_000));
        parameters.add(new Parameter.Choice(
                UNTIL,
                "end: all epochs; reached: accuracy and reliability above 0.8",
                List.of("end", "reached"),
                "end"));
        parameters.add(new Parameter.Whole(
                "every",
                "epochs between two looks at the mechanism, besides one whenever the loss has fallen by a tenth",
                Unit.EPOCH,
                1,
                MOST,
                1000));
        parameters.add(new Parameter.Choice(
                TrainingParameters.START,
                "drawn, or the published initial network and state of the STM paper's rank-2 example",
                List.of("drawn", TrainingParameters.PUBLISHED),
                "drawn"));
        return parameters;
    }

    /**
     * Reads arguments.
     *
     * @throws org.theoremeter.simulate.experiment.ArgumentException if the rank exceeds the number of units, or the published
     *     network is of another shape
     */
    static PassageSetting of(Arguments arguments) {
        RankKRnn network = (RankKRnn) KIND.network(arguments, 0, 1, arguments.real("alpha"), Readout.LOGISTIC);
        boolean published = arguments.choice(TrainingParameters.START).equals(TrainingParameters.PUBLISHED);
        if (published) {
            PublishedRank2.read().require(network);
        }
        return new PassageSetting(
                network,
                new SingleCueDelay((int) arguments.whole("delay"), (int) arguments.whole("response"), (int)
                        arguments.whole("post-response")),
                published,
                arguments.real("rate"),
                arguments.whole("epochs"),
                arguments.choice(UNTIL).equals("reached"),
                arguments.whole("every"));
    }

    /** Returns the initial parameters. */
    double[] initial(RandomStreams streams) {
        return published ? PublishedRank2.read().parameters() : Initialisation.PUBLISHED.draw(network, 1, streams);
    }

    /** Returns x(0), in which all trials start. */
    double[] state(RandomStreams streams) {
        if (published) {
            return PublishedRank2.read().state();
        }
        double[] state = streams.gaussians("initial-state", network.units());
        for (int i = 0; i < state.length; i++) {
            state[i] *= SCALE;
        }
        return state;
    }

    /** Returns the plan of the training, in which nothing is random. */
    TrainingPlan plan(double[] state, KernelChoice kernel) {
        return new TrainingPlan(
                network,
                task,
                1,
                InitialState.fixed(state),
                Noise.NONE,
                0,
                new Optimiser.Descent(0, 0),
                new Schedule.Constant(rate),
                0,
                epochs,
                new Stopping(untilReached, 0),
                Precision.DOUBLE,
                kernel);
    }
}
