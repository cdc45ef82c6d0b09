package org.theoremeter.simulate.training.bptt;

import org.theoremeter.simulate.kernel.Kernel;
import org.theoremeter.simulate.kernel.NoiseStream;
import org.theoremeter.simulate.kernel.Store;
import org.theoremeter.simulate.network.RankKRnn;
import org.theoremeter.simulate.network.RecurrentNetwork;
import org.theoremeter.simulate.task.Trials;

/**
 * Computes loss and exact gradient of a network on a batch of trials.
 *
 * <pre>
 *   L = 1/(B T O) Σ w (o − y)² + λ/(B N T) Σ (r_{t+1} − r_t)²
 * </pre>
 *
 * <p>with B trials of T steps, O outputs and N units. The second term is temporal consistency regularization in the form in
 * general use for activation smoothing (the exact normalisation of the GEO paper is not known to us); r is the network's state
 * (h for the LSTM). A workspace is allocated once; afterwards nothing is. It belongs to one thread.
 */
public abstract sealed class BackPropagation permits DensePropagation, LowRankPropagation {

    private double consistency;
    private double task;

    /** Creates a workspace without regularisation. */
    BackPropagation() {}

    /**
     * Creates a workspace.
     *
     * @param kernel arithmetic, of this thread
     * @param trials shape of the batches to come; those of {@code load} must have it
     * @param noise noise of the training
     * @param start initial states
     * @param consistency λ, at least 0
     * @throws IllegalArgumentException if channels or sizes do not fit, or λ is negative or not finite
     */
    public static BackPropagation of(
            RecurrentNetwork network,
            Kernel kernel,
            Trials trials,
            Noise noise,
            InitialState start,
            double consistency) {
        if (trials.inputs() != network.inputs() || trials.outputs() != network.outputs()) {
            throw new IllegalArgumentException("found trials of " + trials.inputs() + " inputs and " + trials.outputs()
                    + " outputs, accepted: " + network.inputs() + " and " + network.outputs()
                    + ", as the network has");
        }
        if (!(consistency >= 0 && consistency < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("found λ = " + consistency + ", accepted: a finite number from 0");
        }
        start.requireUnits(network.units());
        BackPropagation made = network instanceof RankKRnn lowRank
                ? new LowRankPropagation(lowRank, kernel, trials, noise, start)
                : new DensePropagation(network, kernel, trials, noise, start);
        made.consistency = consistency;
        return made;
    }

    /** Refuses trials of another shape than the workspace was made for. */
    static void requireShape(Trials found, int batch, int steps, int inputs, int outputs) {
        if (found.batch() != batch
                || found.steps() != steps
                || found.inputs() != inputs
                || found.outputs() != outputs) {
            throw new IllegalArgumentException("found trials of another shape, accepted: " + batch + " trials of "
                    + steps + " steps, " + inputs + " inputs and " + outputs + " outputs");
        }
    }

    /** Keeps the first term of the loss of a run. */
    final void taskLoss(double loss) {
        task = loss;
    }

    /** Returns the first term of the loss of the last run, the squared error alone. */
    public final double taskLoss() {
        return task;
    }

    /** Returns λ. */
    final double consistency() {
        return consistency;
    }

    /** Takes over the trials of a batch. */
    public abstract void load(Trials trials);

    /**
     * Runs the network over the loaded batch.
     *
     * @param parameters flat parameters
     * @param stream noise of the run
     * @param epoch which part of the stream; every epoch has its own
     * @return the loss; not finite if the network diverged
     */
    public abstract double forward(Store parameters, NoiseStream stream, long epoch);

    /**
     * Runs the network over the loaded batch and back.
     *
     * @param gradient set to the derivatives of the loss by the parameters
     * @return the loss; not finite if the network diverged, and then the gradient is meaningless
     */
    public abstract double gradient(Store parameters, NoiseStream stream, long epoch, Store gradient);

    /**
     * Returns what the runs of an epoch draw: the same numbers as {@link #gradient} takes. What is known of the last run is lost.
     *
     * @param stream noise of the run
     * @param epoch which part of the stream
     * @throws IllegalArgumentException if it is more than an array can hold
     */
    public abstract EpochNoise drawn(NoiseStream stream, long epoch);

    /** Returns an output of the last run. */
    public abstract double output(int trial, int step, int channel);

    /**
     * Returns the state of a unit after {@code step} steps (0: at the start) in the last run; only the trials of the last
     * {@link Kernel#LANES} are kept.
     */
    public abstract double activity(int trial, int step, int unit);

    /** Returns the first trial whose activities are kept. */
    public abstract int firstKept();
}
