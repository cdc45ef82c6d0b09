package org.theoremeter.simulate.training.run;

/**
 * What a training run gave.
 *
 * @param history every epoch
 * @param parameters final parameters, flat; not finite perhaps if it diverged
 * @param end why it ended
 * @param outputs answers of the last epoch and states of its last trials
 */
public record TrainingResult(History history, double[] parameters, End end, LastEpoch outputs) {

    /** Why a run ended. */
    public enum End {
        /** After its last epoch. */
        EPOCHS,
        /** As its stopping rule said. */
        STOPPED,
        /** The loss of the last epoch is above the one at which training is given up. */
        GIVEN_UP,
        /** Loss or gradient was not finite, and that epoch is not in the history; or the last update gave no finite parameters. */
        DIVERGED
    }

    /** Reads states of the last epoch. */
    @FunctionalInterface
    public interface LastEpoch {

        /**
         * Returns the state of a unit.
         *
         * @param step number of steps taken, from 0
         */
        double activity(int step, int unit);
    }
}
