package org.theoremeter.simulate.training.run;

import org.theoremeter.simulate.kernel.Kernel;
import org.theoremeter.simulate.kernel.NoiseStream;
import org.theoremeter.simulate.kernel.Store;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.task.Trials;
import org.theoremeter.simulate.training.bptt.BackPropagation;
import org.theoremeter.simulate.training.bptt.EpochNoise;

/**
 * Holds what an epoch of training computes with: its trials and noise, and the loss and gradient that follow. It is made anew
 * from the epoch's index, to the bits of the training itself, which does not have to keep anything for it.
 *
 * @param trials inputs, targets and weights of the loss
 * @param noise initial states and noise
 * @param loss with what regularisation adds
 * @param taskLoss without
 * @param gradient of the loss, flat, before any clipping
 */
public record EpochBatch(Trials trials, EpochNoise noise, double loss, double taskLoss, double[] gradient) {

    /**
     * Computes an epoch.
     *
     * @param streams those of the training
     * @param epoch from 0; may be one that the training did not come to
     * @param weights flat parameters before its update
     */
    public static EpochBatch of(TrainingPlan plan, RandomStreams streams, long epoch, double[] weights) {
        Kernel kernel = plan.kernel().kernel(plan.precision());
        Trials trials = Training.room(plan);
        Training.draw(plan, streams, epoch, trials);
        BackPropagation propagation =
                BackPropagation.of(plan.network(), kernel, trials, plan.noise(), plan.start(), plan.consistency());
        propagation.load(trials);
        NoiseStream stream = Training.noise(plan, streams);
        EpochNoise drawn = propagation.drawn(stream, epoch);
        Store parameters = kernel.allocate(weights.length);
        parameters.set(0, weights);
        Store gradient = kernel.allocate(weights.length);
        double loss = propagation.gradient(parameters, stream, epoch, gradient);
        return new EpochBatch(trials, drawn, loss, propagation.taskLoss(), gradient.copy(0, weights.length));
    }

    /** Tells whether loss and gradient are. */
    public boolean isFinite() {
        double sum = loss;
        for (double each : gradient) {
            sum += Math.abs(each);
        }
        return Double.isFinite(sum);
    }
}
