package org.theoremeter.simulate.measure;

import org.theoremeter.simulate.task.Scoring;
import org.theoremeter.simulate.task.Task;
import org.theoremeter.simulate.task.Trials;

/**
 * Scores the answers of one epoch (STM): response accuracy and reliability, both from 0 to 1.
 *
 * <p>Both are taken over all trials and the samples of {@link Task#scored()}, with the questions that the task's
 * {@link Scoring} asks there: accuracy is what the rightly answered questions count over what all count, reliability the
 * mean of the reliabilities of the answers, with the same counts. In full, by task:
 *
 * <ul>
 *   <li>delayed cue: argmax of the outputs against argmax of the targets and the share o_k/Σo of the right channel k, over
 *       the response window taken one sample early. That accuracy is so taken in the reference is known; of its reliability
 *       only the share is, and the same samples and right channels are the natural reading, which makes both at most
 *       1 − 1/(2 T_r) for a network that always favours the cued channel;
 *   <li>single cue: above ½ or below, over the whole trial, ones and zeros weighing the same together;
 *   <li>addition: within a tolerance, over the response window;
 *   <li>evidence: the sign, over the response window;
 *   <li>flip-flop: the sign, over all steps from the first pulse of a channel on.
 * </ul>
 *
 * <p>Allocated once a run; reading allocates nothing. Not for several threads at once.
 */
public final class ResponseScore {

    private final Task task;
    private final Scoring scoring;
    private final int start;
    private final int end;
    private final double[] targets;
    private final double[] weights;
    private final double[] outputs;
    private double accuracy;
    private double reliability;

    /** Prepares to score the answers to a task; accuracy and reliability are 0 until an epoch is read. */
    public ResponseScore(Task task) {
        this.task = task;
        scoring = task.scoring();
        start = task.scored().start();
        end = task.scored().end();
        targets = new double[task.outputs()];
        weights = new double[task.outputs()];
        outputs = new double[task.outputs()];
    }

    /**
     * Scores the outputs of one epoch. Where it asks nothing, as a flip-flop without a pulse, accuracy and reliability are
     * 0: nothing was shown.
     *
     * @param trials that were answered, as the task drew them
     * @param reader of the answers
     * @throws IllegalArgumentException if the trials are not of the shape of the task
     */
    public void read(Trials trials, OutputReader reader) {
        task.check(trials);
        double asked = 0;
        double right = 0;
        double reliable = 0;
        for (int trial = 0; trial < trials.batch(); trial++) {
            for (int step = start; step < end; step++) {
                for (int channel = 0; channel < outputs.length; channel++) {
                    targets[channel] = trials.target(trial, step, channel);
                    weights[channel] = trials.weight(trial, step, channel);
                    outputs[channel] = reader.output(trial, step, channel);
                }
                asked += scoring.asked(targets, weights);
                right += scoring.right(targets, weights, outputs);
                reliable += scoring.reliable(targets, weights, outputs);
            }
        }
        accuracy = asked > 0 ? right / asked : 0;
        reliability = asked > 0 ? reliable / asked : 0;
    }

    /** Returns the accuracy of the epoch read last, in [0, 1]. */
    public double accuracy() {
        return accuracy;
    }

    /** Returns the reliability of the epoch read last, in [0, 1]. */
    public double reliability() {
        return reliability;
    }
}
