package org.theoremeter.simulate.training.bptt;

import org.theoremeter.simulate.kernel.Kernel;
import org.theoremeter.simulate.kernel.Store;
import org.theoremeter.simulate.network.ParameterBlock;
import org.theoremeter.simulate.network.ParameterBlock.Role;
import org.theoremeter.simulate.network.RecurrentNetwork;

/**
 * Holds the matrices of {@link DensePropagation}, [W | b | U] (or [b | U | W]) and [W_out | b_out], their transposed and their
 * gradients, and moves numbers between them and the flat parameters.
 */
final class DenseMatrices {

    private final Kernel kernel;
    private final int units;
    private final int inputs;
    private final int outputs;
    private final int rows;
    private final int columns;

    /** Columns of W, b and U. */
    private final int byUnits;

    private final int byOne;
    private final int byInput;
    private final ParameterBlock[] blocks;
    private final Store weights;
    private final Store back;
    private final Store readout;
    private final Store readBack;

    /** The four as products read them. */
    private final Store laidWeights;

    private final Store laidBack;
    private final Store laidReadout;
    private final Store laidReadBack;
    private final Store byWeights;
    private final Store byReadout;

    DenseMatrices(RecurrentNetwork network, Kernel kernel, int rows, boolean separate) {
        blocks = network.layout().blocks().toArray(ParameterBlock[]::new);
        this.kernel = kernel;
        this.rows = rows;
        units = network.units();
        inputs = network.inputs();
        outputs = network.outputs();
        columns = units + 1 + inputs;
        byUnits = separate ? 1 + inputs : 0;
        byOne = separate ? 0 : units;
        byInput = byOne + 1;
        weights = kernel.allocate(rows * columns);
        back = kernel.allocate(units * rows);
        readout = kernel.allocate(outputs * (units + 1));
        readBack = kernel.allocate(units * outputs);
        laidWeights = kernel.allocate(weights.length());
        laidBack = kernel.allocate(back.length());
        laidReadout = kernel.allocate(readout.length());
        laidReadBack = kernel.allocate(readBack.length());
        byWeights = kernel.allocate(rows * columns);
        byReadout = kernel.allocate(outputs * (units + 1));
    }

    /** Takes the matrices from the flat parameters. */
    void assemble(Store parameters) {
        for (int i = 0; i < rows; i++) {
            weights.set(i * columns + byOne, 0);
        }
        for (int o = 0; o < outputs; o++) {
            readout.set(o * (units + 1) + units, 0);
        }
        for (ParameterBlock block : blocks) {
            if (block.role() == Role.RECURRENT) {
                rows(parameters, block.offset(), units, weights, byUnits, columns, rows, units);
                kernel.products().transpose(parameters, block.offset(), units, rows, units, back, 0, rows);
            } else if (block.role() == Role.INPUT) {
                rows(parameters, block.offset(), inputs, weights, byInput, columns, rows, inputs);
            } else if (block.role() == Role.OUTPUT) {
                rows(parameters, block.offset(), units, readout, 0, units + 1, outputs, units);
                kernel.products().transpose(parameters, block.offset(), units, outputs, units, readBack, 0, outputs);
            } else if (block.role() == Role.BIAS) {
                boolean read = ofReadout(block);
                Store to = read ? readout : weights;
                for (int i = 0; i < block.rows(); i++) {
                    int at = read ? i * (units + 1) + units : i * columns + byOne;
                    to.set(at, to.get(at) + parameters.get(block.offset() + i));
                }
            }
        }
        lay(weights, rows, columns, laidWeights);
        lay(back, units, rows, laidBack);
        lay(readout, outputs, units + 1, laidReadout);
        lay(readBack, units, outputs, laidReadBack);
    }

    private void lay(Store matrix, int height, int width, Store laid) {
        kernel.products().lay(matrix, 0, width, height, width, laid, 0);
    }

    private static boolean ofReadout(ParameterBlock bias) {
        return bias.name().equals("b_out");
    }

    private void rows(Store from, int offset, int stride, Store to, int at, int tstride, int count, int width) {
        for (int i = 0; i < count; i++) {
            kernel.products().copy(from, offset + i * stride, to, at + i * tstride, width);
        }
    }

    /** Adds the recurrent matrix times a panel to the pre-activations. */
    void act(Store panel, int at, Store pre, int p) {
        kernel.products().product(laidWeights, 0, rows, columns, panel, at, pre, p);
    }

    /** Adds Wᵀ times the adjoints of the pre-activations. */
    void actAdjoint(Store pre, int p, Store to) {
        kernel.products().product(laidBack, 0, units, rows, pre, p, to, 0);
    }

    /** Adds [W_out | b_out] times a panel. */
    void read(Store panel, int at, Store out, int o) {
        kernel.products().product(laidReadout, 0, outputs, units + 1, panel, at, out, o);
    }

    /** Adds W_outᵀ times the adjoints of the outputs' sums. */
    void readAdjoint(Store byOut, int o, Store to) {
        kernel.products().product(laidReadBack, 0, units, outputs, byOut, o, to, 0);
    }

    /** Sets the gradients to zero. */
    void clear() {
        kernel.updates().clear(byWeights);
        kernel.updates().clear(byReadout);
    }

    /** Adds the outer products of all steps: of adjoints with the panels acted on, and with those read. */
    void accumulate(Store pre, Store states, int acted, Store byOut, int read, int panel, int steps) {
        int lanes = Kernel.LANES;
        kernel.products()
                .outer(pre, 0, rows * lanes, rows, states, acted, panel, columns, steps, byWeights, 0, columns);
        kernel.products()
                .outer(
                        byOut,
                        0,
                        outputs * lanes,
                        outputs,
                        states,
                        read,
                        panel,
                        units + 1,
                        steps,
                        byReadout,
                        0,
                        units + 1);
    }

    /** Writes the gradients into the flat vector. */
    void scatter(Store gradient) {
        for (ParameterBlock block : blocks) {
            if (block.role() == Role.RECURRENT) {
                back(byWeights, byUnits, columns, gradient, block);
            } else if (block.role() == Role.INPUT) {
                back(byWeights, byInput, columns, gradient, block);
            } else if (block.role() == Role.OUTPUT) {
                back(byReadout, 0, units + 1, gradient, block);
            } else if (block.role() == Role.BIAS) {
                boolean read = ofReadout(block);
                back(read ? byReadout : byWeights, read ? units : byOne, read ? units + 1 : columns, gradient, block);
            }
        }
    }

    private void back(Store from, int at, int stride, Store to, ParameterBlock block) {
        for (int i = 0; i < block.rows(); i++) {
            kernel.products().copy(from, at + i * stride, to, block.offset() + i * block.columns(), block.columns());
        }
    }
}
