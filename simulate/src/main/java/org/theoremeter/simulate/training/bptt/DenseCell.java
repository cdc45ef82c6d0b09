package org.theoremeter.simulate.training.bptt;

import org.theoremeter.simulate.kernel.Cells;
import org.theoremeter.simulate.kernel.Kernel;
import org.theoremeter.simulate.kernel.Store;
import org.theoremeter.simulate.network.LeakyRnn;
import org.theoremeter.simulate.network.Lstm;
import org.theoremeter.simulate.network.PiecewiseLinearRnn;
import org.theoremeter.simulate.network.RecurrentNetwork;
import org.theoremeter.simulate.network.TanhRnn;

/**
 * What happens in the units of a network with full recurrent weights between two products, forward and back, on the panels of
 * {@link DensePropagation}. The state's rows come first in a panel; networks whose weights act on a function of the state keep
 * that function in rows of its own.
 */
abstract class DenseCell {

    /** Passes of the kernel. */
    final Cells cells;

    /** Numbers in the rows of all units, 16 N. */
    final int count;

    private DenseCell(Kernel kernel, int units) {
        cells = kernel.cells();
        count = units * Kernel.LANES;
    }

    static DenseCell of(RecurrentNetwork network, Kernel kernel, int steps) {
        if (network instanceof LeakyRnn leaky) {
            return new Leaky(leaky, kernel);
        }
        if (network instanceof TanhRnn tanh) {
            return new Tanh(tanh, kernel);
        }
        if (network instanceof PiecewiseLinearRnn piecewise) {
            return new Piecewise(piecewise, kernel);
        }
        if (network instanceof Lstm lstm) {
            return new LongShortTerm(lstm, kernel, steps);
        }
        throw new IllegalArgumentException("no cell for " + network);
    }

    /** Returns the pre-activations a unit has. */
    int gates() {
        return 1;
    }

    /** Tells whether weights act on a function of the state that has rows of its own. */
    boolean separate() {
        return false;
    }

    /** Takes over what it needs of the flat parameters; clears sums. */
    void begin(Store parameters) {}

    /** Completes the panel of step 0, whose state is set. */
    void start(Store states, int panel, int operand) {}

    /** Makes the state (and its function) of the panel {@code next} of pre-activations and the panel {@code panel}. */
    abstract void forward(Store p, int po, Store states, int panel, int next, int operand, int t);

    /** Clears what it carries backward besides δ. */
    void beginBackward() {}

    /** Turns pre-activations into their adjoints and δ of the next state into the part of δ that bypasses the weights. */
    abstract void backward(Store p, int po, Store states, int panel, Store delta, int t);

    /** Adds to δ what η, the derivative by the function of the state, contributes. */
    void operand(Store states, int panel, int operand, Store eta, Store delta) {
        throw new IllegalStateException("weights act on the state itself");
    }

    /** Adds the gradients of its own parameters. */
    void end(Store gradient) {}

    private static final class Leaky extends DenseCell {

        private final double alpha;

        Leaky(LeakyRnn network, Kernel kernel) {
            super(kernel, network.units());
            alpha = network.alpha();
        }

        @Override
        void forward(Store p, int po, Store states, int panel, int next, int operand, int t) {
            cells.leaky(p, po, states, panel, states, next, alpha, count);
        }

        @Override
        void backward(Store p, int po, Store states, int panel, Store delta, int t) {
            cells.leakyAdjoint(p, po, delta, 0, alpha, count);
        }
    }

    private static final class Tanh extends DenseCell {

        private final double alpha;
        private final double sigma;
        private final Store nothing;

        Tanh(TanhRnn network, Kernel kernel) {
            super(kernel, network.units());
            alpha = network.alpha();
            sigma = network.sigma();
            nothing = kernel.allocate(count);
        }

        @Override
        boolean separate() {
            return true;
        }

        @Override
        void start(Store states, int panel, int operand) {
            cells.rate(nothing, 0, states, panel, states, panel, states, operand, 0, sigma, count);
        }

        @Override
        void forward(Store p, int po, Store states, int panel, int next, int operand, int t) {
            cells.rate(p, po, states, panel, states, next, states, next + operand, alpha, sigma, count);
        }

        @Override
        void backward(Store p, int po, Store states, int panel, Store delta, int t) {
            cells.rateAdjoint(p, po, delta, 0, alpha, count);
        }

        @Override
        void operand(Store states, int panel, int operand, Store eta, Store delta) {
            cells.tanhAdjoint(states, panel + operand, eta, 0, sigma, delta, 0, count);
        }
    }

    private static final class Piecewise extends DenseCell {

        private final int units;
        private final int offset;
        private final Kernel kernel;
        private final Store decay;
        private final Store byDecay;

        Piecewise(PiecewiseLinearRnn network, Kernel kernel) {
            super(kernel, network.units());
            this.kernel = kernel;
            units = network.units();
            offset = network.layout().block("A").offset();
            decay = kernel.allocate(units);
            byDecay = kernel.allocate(units);
        }

        @Override
        boolean separate() {
            return true;
        }

        @Override
        void begin(Store parameters) {
            kernel.products().copy(parameters, offset, decay, 0, units);
            kernel.updates().clear(byDecay);
        }

        @Override
        void start(Store states, int panel, int operand) {
            cells.rectifier(states, panel, states, operand, count);
        }

        @Override
        void forward(Store p, int po, Store states, int panel, int next, int operand, int t) {
            cells.piecewise(p, po, decay, 0, states, panel, states, next, states, next + operand, units);
        }

        @Override
        void backward(Store p, int po, Store states, int panel, Store delta, int t) {
            cells.piecewiseAdjoint(p, po, decay, 0, states, panel, delta, 0, byDecay, 0, units);
        }

        @Override
        void operand(Store states, int panel, int operand, Store eta, Store delta) {
            cells.rectifierAdjoint(states, panel, eta, 0, delta, 0, count);
        }

        @Override
        void end(Store gradient) {
            kernel.products().copy(byDecay, 0, gradient, offset, units);
        }
    }

    private static final class LongShortTerm extends DenseCell {

        private final Kernel kernel;

        /** c of every step, and tanh of it. */
        private final Store memory;

        private final Store squashed;
        private final Store byMemory;

        LongShortTerm(Lstm network, Kernel kernel, int steps) {
            super(kernel, network.units());
            this.kernel = kernel;
            memory = kernel.allocate((steps + 1) * count);
            squashed = kernel.allocate((steps + 1) * count);
            byMemory = kernel.allocate(count);
        }

        @Override
        int gates() {
            return Lstm.GATES;
        }

        @Override
        void forward(Store p, int po, Store states, int panel, int next, int operand, int t) {
            int to = (t + 1) * count;
            cells.lstm(p, po, memory, t * count, memory, to, squashed, to, states, next, count);
        }

        @Override
        void beginBackward() {
            kernel.updates().clear(byMemory);
        }

        @Override
        void backward(Store p, int po, Store states, int panel, Store delta, int t) {
            cells.lstmAdjoint(p, po, memory, t * count, squashed, (t + 1) * count, delta, 0, byMemory, 0, count);
            kernel.products().zero(delta, 0, count);
        }
    }
}
