package org.theoremeter.simulate.training.file;

import java.util.Arrays;
import java.util.List;
import org.theoremeter.simulate.file.numpy.NpzWriter;
import org.theoremeter.simulate.file.numpy.NumpyArray;
import org.theoremeter.simulate.network.ParameterBlock;
import org.theoremeter.simulate.network.ParameterBlock.Role;
import org.theoremeter.simulate.network.RecurrentNetwork;

/** Names and shapes of a network's blocks in files: matrices as (rows, columns), biases and diagonals as vectors. */
final class WeightsLayout {

    /** The state in which all trials start, where there is one. */
    static final String STATE = "initial_state";

    /** What the file is, as JSON. */
    static final String ABOUT = "about";

    private WeightsLayout() {}

    static List<Integer> shape(ParameterBlock block) {
        boolean vector = block.role() == Role.BIAS || block.role() == Role.DECAY;
        return vector ? List.of(block.rows()) : List.of(block.rows(), block.columns());
    }

    /** Adds the blocks of a flat vector, each under its name behind a prefix. */
    static void write(NpzWriter to, RecurrentNetwork network, String prefix, NumpyArray.Type type, double[] flat) {
        for (ParameterBlock block : network.layout().blocks()) {
            double[] values = Arrays.copyOfRange(flat, block.offset(), block.offset() + block.size());
            to.array(prefix + block.name(), type, new NumpyArray(shape(block), values));
        }
    }
}
