package org.theoremeter.simulate.training.run;

import org.theoremeter.simulate.random.RandomStreams;

/** Takes down weights while a network is trained; what it does with them never changes the run. */
public interface Recorder {

    /** Takes nothing down. */
    Recorder NONE = new Recorder() {
        @Override
        public void begin(TrainingPlan plan, RandomStreams streams) {
            // nothing to prepare
        }

        @Override
        public boolean wants(long epoch) {
            return false;
        }

        @Override
        public void before(long epoch, double[] parameters) {
            throw new IllegalStateException("no epoch was wanted");
        }

        @Override
        public void end(long epochs, double[] parameters) {
            // nothing to keep
        }
    };

    /** Hears what is going to be trained, before anything is computed. */
    void begin(TrainingPlan plan, RandomStreams streams);

    /** Tells whether it wants the weights before the update of an epoch. */
    boolean wants(long epoch);

    /**
     * Takes the weights before the update of an epoch that it wants.
     *
     * @param parameters flat, its own copy; finite but in an epoch that diverges
     */
    void before(long epoch, double[] parameters);

    /**
     * Takes the weights after the last update.
     *
     * @param epochs how many updates there were
     * @param parameters flat, its own copy; not finite perhaps if the training diverged
     */
    void end(long epochs, double[] parameters);
}
