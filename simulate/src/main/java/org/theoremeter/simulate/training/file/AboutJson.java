package org.theoremeter.simulate.training.file;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.theoremeter.simulate.network.LeakyRnn;
import org.theoremeter.simulate.network.Lstm;
import org.theoremeter.simulate.network.ParameterBlock;
import org.theoremeter.simulate.network.PiecewiseLinearRnn;
import org.theoremeter.simulate.network.RankKRnn;
import org.theoremeter.simulate.network.RecurrentNetwork;
import org.theoremeter.simulate.network.TanhRnn;
import org.theoremeter.simulate.training.run.Optimiser;
import org.theoremeter.simulate.training.run.TrainingPlan;

/** Says as JSON what a file holds: the network and its equations, how it is trained, and the run it is of. */
final class AboutJson {

    private static final int FORMAT = 1;
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final TrainingPlan plan;
    private final Map<String, String> run;

    /**
     * Prepares to write.
     *
     * @param run what tells the run apart, by name
     */
    AboutJson(TrainingPlan plan, Map<String, String> run) {
        this.plan = plan;
        this.run = run;
    }

    /**
     * Writes.
     *
     * @param what what the file holds, in a word
     * @param epoch updates that the weights have had
     */
    String text(String what, long epoch) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("theoremeter", what);
        root.put("format", FORMAT);
        root.put("epoch", epoch);
        network(root.putObject("network"));
        training(root.putObject("training"), epoch);
        ObjectNode identity = root.putObject("run");
        run.forEach(identity::put);
        return root.toString();
    }

    private void network(ObjectNode to) {
        RecurrentNetwork network = plan.network();
        to.put("kind", network.name());
        to.put("units", network.units());
        to.put("inputs", network.inputs());
        to.put("outputs", network.outputs());
        to.put("readout", network.readout().word());
        to.put("output_is_read", network.readsBefore() ? "before the update" : "after the update");
        if (network instanceof LeakyRnn leaky) {
            to.put("alpha", leaky.alpha());
            step(to, "r <- (1 - alpha) r + alpha tanh(W_rec r + b_rec + W_in x + b_in + noise)", "W_out r + b_out");
        } else if (network instanceof TanhRnn tanh) {
            to.put("alpha", tanh.alpha());
            to.put("sigma", tanh.sigma());
            step(to, "z <- (1 - alpha) z + alpha (W tanh(sigma z)/sigma + U x + noise)", "V z");
        } else if (network instanceof PiecewiseLinearRnn) {
            step(to, "z <- A z + W max(z, 0) + C x + h + noise, A diagonal, no diagonal in W", "W_out z + b_out");
        } else if (network instanceof Lstm) {
            step(
                    to,
                    "i, f, g, o = W_hh h + W_ih x + b + noise, N rows each in this order;"
                            + " c <- s(f) c + s(i) tanh(g), h <- s(o) tanh(c), s logistic, c starts at 0",
                    "W_out h + b_out");
        } else if (network instanceof RankKRnn rank) {
            to.put("alpha", rank.alpha());
            to.put("rank", rank.rank());
            step(to, "x <- (1 - alpha) x + alpha tanh(m n x + b + W_in u + noise)", "W_out n x + b_out");
        } else {
            throw new IllegalStateException("no equation for " + network);
        }
        ObjectNode blocks = to.putObject("blocks");
        for (ParameterBlock block : network.layout().blocks()) {
            ArrayNode shape = blocks.putArray(block.name());
            WeightsLayout.shape(block).forEach(shape::add);
        }
    }

    private static void step(ObjectNode to, String step, String read) {
        to.put("step", step);
        to.put("read", read);
    }

    private void training(ObjectNode to, long epoch) {
        to.put("task", plan.task().name());
        to.put("trials", plan.batch());
        to.put("steps", plan.task().steps());
        String start = "all trials start in the entry " + WeightsLayout.STATE;
        if (plan.start().random()) {
            start = "tanh(s xi), xi normal, fresh for every trial and epoch, s = "
                    + plan.start().scale();
        } else if (!plan.start().given()) {
            start = "0";
        }
        to.put(WeightsLayout.STATE, start);
        to.put("input_noise", plan.noise().input());
        to.put("state_noise", plan.noise().state());
        to.put("tcr", plan.consistency());
        to.put("precision", plan.precision().word());
        if (plan.optimiser() instanceof Optimiser.Descent descent) {
            to.put("optimiser", "sgd");
            to.put("momentum", descent.momentum());
            to.put("decay", descent.decay());
        } else if (plan.optimiser() instanceof Optimiser.Adam adam) {
            to.put("optimiser", "adam");
            to.putArray("betas").add(adam.first()).add(adam.second());
            to.put("epsilon", adam.epsilon());
            to.put("decay", adam.decay());
        }
        to.put("clip", plan.clip());
        to.put("epochs", plan.epochs());
        if (epoch < plan.epochs()) {
            to.put("rate", plan.schedule().rate(epoch, plan.epochs()));
        }
    }
}
