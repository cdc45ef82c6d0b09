package org.theoremeter.simulate.training.bptt;

import java.util.stream.IntStream;
import org.theoremeter.simulate.kernel.Kernel;
import org.theoremeter.simulate.kernel.NoiseStream;
import org.theoremeter.simulate.kernel.Normals;
import org.theoremeter.simulate.kernel.Store;
import org.theoremeter.simulate.network.ParameterBlock.Role;
import org.theoremeter.simulate.network.Readout;
import org.theoremeter.simulate.network.RecurrentNetwork;
import org.theoremeter.simulate.task.Trials;

/**
 * Propagates through networks with full recurrent weights, sixteen trials at a time from the first step to the last and back.
 *
 * <p>A panel of step t has the rows [q (N); 1; x (I)], q being the state, and [q; 1; x; φ(q) (N)] where weights act on a
 * function φ of it. One product of the matrix [W | b | U], its columns in the order of those rows, gives all pre-activations;
 * one of [W_out | b_out] gives the outputs; their adjoints go back through the transposed matrices, and the gradients of a
 * whole matrix are one sum of outer products over all steps.
 */
final class DensePropagation extends BackPropagation {

    private static final int LANES = Kernel.LANES;

    private final RecurrentNetwork network;
    private final Kernel kernel;
    private final DenseCell cell;
    private final Noise noise;
    private final InitialState start;
    private final int units;
    private final int inputs;
    private final int outputs;
    private final int steps;
    private final int batch;
    private final int tiles;

    /** Rows of φ(q) and of what the recurrent matrix acts on, from the panel's beginning; numbers in a panel. */
    private final int operand;

    private final int acted;
    private final int panel;
    private final int columns;
    private final int rows;
    private final DenseMatrices matrices;
    private final Store states;
    private final Store pre;
    private final Store out;
    private final Store byOut;
    private final Store delta;
    private final Store eta;
    private final Store normals;
    private final TileTrials trials;

    /** Indices of the parameters that stay zero. */
    private final int[] diagonal;

    DensePropagation(RecurrentNetwork network, Kernel kernel, Trials shape, Noise noise, InitialState start) {
        this.network = network;
        this.kernel = kernel;
        this.noise = noise;
        this.start = start;
        units = network.units();
        inputs = network.inputs();
        outputs = network.outputs();
        steps = shape.steps();
        batch = shape.batch();
        cell = DenseCell.of(network, kernel, steps);
        rows = cell.gates() * units;
        columns = units + 1 + inputs;
        boolean separate = cell.separate();
        operand = (separate ? columns : 0) * LANES;
        acted = (separate ? units : 0) * LANES;
        panel = (columns + (separate ? units : 0)) * LANES;
        matrices = new DenseMatrices(network, kernel, rows, separate);
        trials = new TileTrials(kernel, shape);
        tiles = trials.tiles();
        states = kernel.allocate((steps + 1) * panel);
        pre = kernel.allocate(steps * rows * LANES);
        out = kernel.allocate(tiles * steps * outputs * LANES);
        byOut = kernel.allocate(steps * outputs * LANES);
        delta = kernel.allocate(units * LANES);
        eta = kernel.allocate(units * LANES);
        normals = kernel.allocate(Math.max(1, inputs) * LANES);
        diagonal = network.zeroDiagonal()
                ? network.layout().blocks().stream()
                        .filter(block -> block.role() == Role.RECURRENT)
                        .flatMapToInt(block -> IntStream.range(0, block.rows()).map(i -> block.at(i, i)))
                        .toArray()
                : new int[0];
        for (int t = 0; t <= steps; t++) {
            for (int s = 0; s < LANES; s++) {
                states.set(t * panel + units * LANES + s, 1);
            }
        }
    }

    @Override
    public void load(Trials batchOfTrials) {
        trials.load(batchOfTrials);
    }

    @Override
    public double forward(Store parameters, NoiseStream stream, long epoch) {
        matrices.assemble(parameters);
        cell.begin(parameters);
        double loss = 0;
        double task = 0;
        for (int tile = 0; tile < tiles; tile++) {
            double error = forward(tile, stream, epoch);
            task += error;
            loss += error + consistency(tile, 0, false);
        }
        taskLoss(task);
        return loss;
    }

    @Override
    public double gradient(Store parameters, NoiseStream stream, long epoch, Store gradient) {
        matrices.assemble(parameters);
        matrices.clear();
        cell.begin(parameters);
        double loss = 0;
        double task = 0;
        for (int tile = 0; tile < tiles; tile++) {
            double error = forward(tile, stream, epoch);
            task += error;
            loss += error;
            loss += backward(tile);
        }
        taskLoss(task);
        kernel.updates().clear(gradient);
        matrices.scatter(gradient);
        cell.end(gradient);
        for (int i = 0; i < diagonal.length; i++) {
            gradient.set(diagonal[i], 0);
        }
        return loss;
    }

    /** Runs a tile from its first step to its last and returns its share of the squared error. */
    private double forward(int tile, NoiseStream stream, long epoch) {
        begin(stream, beginning(tile, epoch));
        for (int t = 0; t < steps; t++) {
            int now = t * panel;
            int next = now + panel;
            int p = t * rows * LANES;
            long block = step(tile, epoch, t);
            input(tile, t, stream, block);
            stateNoise(stream, block + Normals.blocks((long) inputs * LANES), p);
            matrices.act(states, now + acted, pre, p);
            cell.forward(pre, p, states, now, next, operand, t);
            int o = (tile * steps + t) * outputs * LANES;
            kernel.products().zero(out, o, outputs * LANES);
            matrices.read(states, network.readsBefore() ? now : next, out, o);
        }
        // all steps at once: a step has too few outputs to keep the vectors busy
        int all = steps * outputs * LANES;
        if (network.readout() == Readout.LOGISTIC) {
            kernel.activations().logistic(out, tile * all, all);
        }
        double factor = 1.0 / ((double) batch * steps * outputs);
        return factor * trials.error(tile, out, factor, network.readout() == Readout.LOGISTIC, byOut);
    }

    /** Returns the block of the stream from which a tile of an epoch starts. */
    private long beginning(int tile, long epoch) {
        long perTile = Normals.blocks((long) units * LANES) + steps * perStep();
        return (epoch * tiles + tile) * perTile;
    }

    private long perStep() {
        return Normals.blocks((long) rows * LANES) + Normals.blocks((long) inputs * LANES);
    }

    /** Returns the block of the noise of a step: of the inputs, then of the sums. */
    private long step(int tile, long epoch, int t) {
        return beginning(tile, epoch) + Normals.blocks((long) units * LANES) + t * perStep();
    }

    /** Sets the sums of a step to their noise. */
    private void stateNoise(NoiseStream stream, long block, int p) {
        if (noise.state() > 0) {
            kernel.normals().fill(stream, block, noise.state(), pre, p, rows * LANES);
        } else {
            kernel.products().zero(pre, p, rows * LANES);
        }
    }

    /** Draws the noise of the inputs of a step, if there is any. */
    private boolean inputNoise(NoiseStream stream, long block) {
        if (noise.input() > 0 && inputs > 0) {
            kernel.normals().fill(stream, block, noise.input(), normals, 0, inputs * LANES);
            return true;
        }
        return false;
    }

    @Override
    public EpochNoise drawn(NoiseStream stream, long epoch) {
        EpochNoise drawn = EpochNoise.of(batch, steps, units, inputs, rows);
        for (int tile = 0; tile < tiles; tile++) {
            int first = tile * LANES;
            int trialsHere = Math.min(LANES, batch - first);
            begin(stream, beginning(tile, epoch));
            lanes(states, units, trialsHere, drawn.initial(), first * units, units);
            for (int t = 0; t < steps; t++) {
                long block = step(tile, epoch, t);
                if (inputNoise(stream, block)) {
                    lanes(normals, inputs, trialsHere, drawn.input(), (first * steps + t) * inputs, steps * inputs);
                }
                stateNoise(stream, block + Normals.blocks((long) inputs * LANES), 0);
                lanes(pre, rows, trialsHere, drawn.state(), (first * steps + t) * rows, steps * rows);
            }
        }
        return drawn;
    }

    /** Copies the first rows of a panel, a lane a trial, to where the numbers of each trial begin. */
    private static void lanes(Store panel, int count, int trialsHere, double[] to, int at, int stride) {
        for (int s = 0; s < trialsHere; s++) {
            for (int i = 0; i < count; i++) {
                to[at + s * stride + i] = panel.get(i * LANES + s);
            }
        }
    }

    private void begin(NoiseStream stream, long block) {
        if (start.scale() > 0) {
            kernel.normals().fill(stream, block, start.scale(), states, 0, units * LANES);
            kernel.activations().tanh(states, 0, units * LANES);
        } else {
            for (int i = 0; i < units; i++) {
                for (int s = 0; s < LANES; s++) {
                    states.set(i * LANES + s, start.of(i));
                }
            }
        }
        cell.start(states, 0, operand);
    }

    private void input(int tile, int t, NoiseStream stream, long block) {
        int x = t * panel + (units + 1) * LANES;
        trials.input(tile, t, states, x);
        if (inputNoise(stream, block)) {
            kernel.products().addScaled(1, normals, 0, states, x, inputs * LANES);
        }
    }

    /** Runs a tile back, adds to the matrices' gradients, and returns its share of the regularisation. */
    private double backward(int tile) {
        boolean before = network.readsBefore();
        kernel.updates().clear(delta);
        cell.beginBackward();
        double regularisation = 0;
        for (int t = steps; t > 0; t--) {
            // δ is completed to the derivative by the state after t steps, then carried back over step t − 1
            regularisation += consistency(tile, t, true);
            int read = before ? t : t - 1;
            if (read < steps) {
                matrices.readAdjoint(byOut, read * outputs * LANES, delta);
            }
            int p = (t - 1) * rows * LANES;
            int now = (t - 1) * panel;
            cell.backward(pre, p, states, now, delta, t - 1);
            if (t > 1) {
                if (cell.separate()) {
                    kernel.updates().clear(eta);
                    matrices.actAdjoint(pre, p, eta);
                    cell.operand(states, now, operand, eta, delta);
                } else {
                    matrices.actAdjoint(pre, p, delta);
                }
            }
        }
        matrices.accumulate(pre, states, acted, byOut, before ? 0 : panel, panel, steps);
        return regularisation;
    }

    /**
     * Returns the share of the tile in λ/(BNT) Σ (r_{t+1} − r_t)²: of the pair that ends at {@code t} when going back, whose
     * derivatives it adds to δ, and of all pairs else.
     */
    private double consistency(int tile, int t, boolean back) {
        if (consistency() == 0) {
            return 0;
        }
        double factor = consistency() / ((double) batch * units * steps);
        double sum = 0;
        int count = units * LANES;
        for (int k = back ? t : 1; k <= (back ? t : steps); k++) {
            sum += kernel.cells()
                    .change(
                            states,
                            (k - 1) * panel,
                            states,
                            k * panel,
                            trials.mask(tile),
                            back ? factor : 0,
                            delta,
                            0,
                            count);
        }
        if (back && t < steps) {
            kernel.cells()
                    .change(states, t * panel, states, (t + 1) * panel, trials.mask(tile), -factor, delta, 0, count);
        }
        return factor * sum;
    }

    @Override
    public double output(int trial, int step, int channel) {
        return out.get(((trial / LANES * steps + step) * outputs + channel) * LANES + trial % LANES);
    }

    @Override
    public double activity(int trial, int step, int unit) {
        return states.get(step * panel + unit * LANES + trial % LANES);
    }

    @Override
    public int firstKept() {
        return (tiles - 1) * LANES;
    }
}
