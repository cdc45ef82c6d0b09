package org.theoremeter.simulate.experiment.ghost;

import java.util.Arrays;
import java.util.List;
import org.theoremeter.simulate.experiment.ArgumentException;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Bounds;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.network.RankKRnn;
import org.theoremeter.simulate.network.Readout;

/**
 * What is trained, on what and for how long; the defaults are the published constants (theory 3.8).
 *
 * @param network rank-K network with one output
 * @param readsAll whether the output reads Σ κ_k, and not κ_1
 * @param trainsBiases whether b is trained
 * @param gain g of the output
 * @param start state of every unit at the start of a trial
 * @param silent steps during which the output must be 0
 * @param on steps after them during which it must be 1
 * @param rate learning rate
 * @param epochs at most
 * @param until when training ends before
 * @param every epochs between two looks at the field
 */
record GhostSetting(
        RankKRnn network,
        boolean readsAll,
        boolean trainsBiases,
        double gain,
        double start,
        int silent,
        int on,
        double rate,
        long epochs,
        String until,
        long every) {

    static final String DROPPED = "dropped";
    static final String LEARNED = "learned";

    private static final String RANK = "rank";
    private static final String NEURONS = "neurons";
    private static final int LONGEST = 10_000;

    static GhostSetting of(Arguments arguments) {
        RankKRnn network = new RankKRnn(
                (int) arguments.whole(NEURONS),
                (int) arguments.whole(RANK),
                0,
                1,
                arguments.real("alpha"),
                Readout.LOGISTIC);
        return new GhostSetting(
                network,
                arguments.choice("reads").equals("sum"),
                arguments.choice("train").equals("mnb"),
                arguments.real("gain"),
                arguments.real("start"),
                (int) arguments.whole("silent"),
                (int) arguments.whole("on"),
                arguments.real("rate"),
                arguments.whole("epochs"),
                arguments.choice("until"),
                arguments.whole("every"));
    }

    static List<Parameter> parameters() {
        return List.of(
                new Parameter.Whole(NEURONS, "number of units N", Unit.ONE, 1, 10_000, 100),
                new Parameter.Whole(RANK, "K, the number of latents κ", Unit.ONE, 1, 1000, 1),
                new Parameter.Choice(
                        "reads",
                        "the latent that the output reads: the first, or the sum of all",
                        List.of("first", "sum"),
                        "first"),
                new Parameter.Choice("train", "what is trained: m and n, or b too", List.of("mnb", "mn"), "mnb"),
                new Parameter.Real(
                        "gain", "g of the output σ(g(κ − 1))", Unit.ONE, new Bounds(0, true, 1000, false), 10),
                new Parameter.Real("alpha", "α = Δt/τ_m of the network", Unit.ONE, new Bounds(0, true, 1, false), 0.5),
                new Parameter.Real(
                        "start", "state of every unit at the start of a trial", Unit.ONE, Bounds.closed(-10, 10), -0.3),
                new Parameter.Whole("silent", "steps without an answer", Unit.STEP, 1, LONGEST, 20),
                new Parameter.Whole("on", "steps after them with the answer 1", Unit.STEP, 1, LONGEST, 20),
                new Parameter.Real("rate", "learning rate η", Unit.ONE, new Bounds(0, true, 100, false), 0.003),
                new Parameter.Whole("epochs", "epochs at most", Unit.EPOCH, 1, 10_000_000, 500_000),
                new Parameter.Choice(
                        "until",
                        "when training ends: once the loss is below half of the first, below a hundredth, or after all epochs",
                        List.of(DROPPED, LEARNED, "epochs"),
                        LEARNED),
                new Parameter.Whole(
                        "every",
                        "epochs between two looks at loss and field, besides one whenever the loss has fallen by a tenth",
                        Unit.EPOCH,
                        1,
                        10_000_000,
                        1000));
    }

    static void check(Arguments arguments) {
        if (arguments.whole(RANK) > arguments.whole(NEURONS)) {
            throw new ArgumentException(
                    RANK,
                    Long.toString(arguments.whole(RANK)),
                    "at most the number of units, " + arguments.whole(NEURONS));
        }
    }

    int steps() {
        return silent + on;
    }

    double[] initialState() {
        double[] state = new double[network.units()];
        Arrays.fill(state, start);
        return state;
    }
}
