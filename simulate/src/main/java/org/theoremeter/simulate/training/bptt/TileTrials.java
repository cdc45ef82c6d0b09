package org.theoremeter.simulate.training.bptt;

import org.theoremeter.simulate.kernel.Kernel;
import org.theoremeter.simulate.kernel.Store;
import org.theoremeter.simulate.task.Trials;

/** Holds a batch of trials as panels, sixteen trials a tile; the lanes that a last tile leaves over have weight 0. */
final class TileTrials {

    private static final int LANES = Kernel.LANES;

    private final Kernel kernel;
    private final int batch;
    private final int steps;
    private final int inputs;
    private final int outputs;
    private final Store input;
    private final Store target;
    private final Store weight;
    private final Store all;
    private final Store last;

    TileTrials(Kernel kernel, Trials shape) {
        this.kernel = kernel;
        batch = shape.batch();
        steps = shape.steps();
        inputs = shape.inputs();
        outputs = shape.outputs();
        int panels = tiles() * steps;
        input = kernel.allocate(Math.max(1, panels * inputs * LANES));
        target = kernel.allocate(panels * outputs * LANES);
        weight = kernel.allocate(panels * outputs * LANES);
        all = kernel.allocate(LANES);
        last = kernel.allocate(LANES);
        for (int s = 0; s < LANES; s++) {
            all.set(s, 1);
            last.set(s, (tiles() - 1) * LANES + s < batch ? 1 : 0);
        }
    }

    int tiles() {
        return (batch + LANES - 1) / LANES;
    }

    void load(Trials trials) {
        BackPropagation.requireShape(trials, batch, steps, inputs, outputs);
        for (int b = 0; b < batch; b++) {
            int tile = b / LANES * steps;
            for (int t = 0; t < steps; t++) {
                for (int c = 0; c < inputs; c++) {
                    input.set(((tile + t) * inputs + c) * LANES + b % LANES, trials.input(b, t, c));
                }
                for (int c = 0; c < outputs; c++) {
                    int at = ((tile + t) * outputs + c) * LANES + b % LANES;
                    target.set(at, trials.target(b, t, c));
                    weight.set(at, trials.weight(b, t, c));
                }
            }
        }
    }

    /** Copies the inputs of a tile and step. */
    void input(int tile, int t, Store to, int at) {
        kernel.products().copy(input, (tile * steps + t) * inputs * LANES, to, at, inputs * LANES);
    }

    /** Returns Σ w (o − y)² of a tile and sets the adjoints of the outputs' sums, step by step from 0 on. */
    double error(int tile, Store out, double factor, boolean logistic, Store adjoint) {
        int count = steps * outputs * LANES;
        int from = tile * count;
        return kernel.cells().error(out, from, target, from, weight, from, factor, logistic, adjoint, 0, count);
    }

    /** Returns 1 for the lanes of a tile that hold a trial, 0 for the others. */
    Store mask(int tile) {
        return tile == tiles() - 1 ? last : all;
    }
}
