package org.theoremeter.simulate.training.run;

import org.theoremeter.simulate.kernel.KernelChoice;
import org.theoremeter.simulate.kernel.Precision;
import org.theoremeter.simulate.network.Initialisation;
import org.theoremeter.simulate.network.LeakyRnn;
import org.theoremeter.simulate.network.Readout;
import org.theoremeter.simulate.network.RecurrentNetwork;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.task.EvidenceAccumulation;
import org.theoremeter.simulate.task.Task;
import org.theoremeter.simulate.training.bptt.InitialState;
import org.theoremeter.simulate.training.bptt.Noise;

/** Small plans of training, one setting changed at a time. */
record Plans(
        RecurrentNetwork network,
        Task task,
        int batch,
        InitialState start,
        Noise noise,
        double consistency,
        Optimiser optimiser,
        Schedule schedule,
        double clip,
        long epochs,
        Stopping stopping,
        Precision precision,
        KernelChoice kernel) {

    /** A small leaky network, all random: trials, initial states and noise of both kinds. */
    static Plans usual() {
        return new Plans(
                new LeakyRnn(4, 2, 1, 0.5, Readout.LINEAR),
                new EvidenceAccumulation(4, 1, 1, 0.5),
                3,
                InitialState.fresh(0.2),
                new Noise(0.1, 0.05),
                0.1,
                new Optimiser.Descent(0.9, 0.01),
                new Schedule.Constant(0.05),
                0,
                20,
                Stopping.NEVER,
                Precision.DOUBLE,
                KernelChoice.PLAIN);
    }

    Plans with(RecurrentNetwork other, Task on) {
        return new Plans(
                other,
                on,
                batch,
                start,
                noise,
                consistency,
                optimiser,
                schedule,
                clip,
                epochs,
                stopping,
                precision,
                kernel);
    }

    Plans batch(int other) {
        return new Plans(
                network,
                task,
                other,
                start,
                noise,
                consistency,
                optimiser,
                schedule,
                clip,
                epochs,
                stopping,
                precision,
                kernel);
    }

    Plans random(InitialState state, Noise other) {
        return new Plans(
                network,
                task,
                batch,
                state,
                other,
                consistency,
                optimiser,
                schedule,
                clip,
                epochs,
                stopping,
                precision,
                kernel);
    }

    Plans consistency(double other) {
        return new Plans(
                network, task, batch, start, noise, other, optimiser, schedule, clip, epochs, stopping, precision,
                kernel);
    }

    Plans by(Optimiser other, Schedule rates) {
        return new Plans(
                network,
                task,
                batch,
                start,
                noise,
                consistency,
                other,
                rates,
                clip,
                epochs,
                stopping,
                precision,
                kernel);
    }

    Plans clip(double other) {
        return new Plans(
                network,
                task,
                batch,
                start,
                noise,
                consistency,
                optimiser,
                schedule,
                other,
                epochs,
                stopping,
                precision,
                kernel);
    }

    Plans until(long other, Stopping end) {
        return new Plans(
                network,
                task,
                batch,
                start,
                noise,
                consistency,
                optimiser,
                schedule,
                clip,
                other,
                end,
                precision,
                kernel);
    }

    Plans in(Precision other, KernelChoice choice) {
        return new Plans(
                network,
                task,
                batch,
                start,
                noise,
                consistency,
                optimiser,
                schedule,
                clip,
                epochs,
                stopping,
                other,
                choice);
    }

    TrainingPlan plan() {
        return new TrainingPlan(
                network,
                task,
                batch,
                start,
                noise,
                consistency,
                optimiser,
                schedule,
                clip,
                epochs,
                stopping,
                precision,
                kernel);
    }

    double[] initial() {
        return Initialisation.GAUSSIAN.draw(network, 1, RandomStreams.of(1));
    }

    /** Returns a training that has not begun. */
    Training training() {
        return new Training(plan(), initial(), RandomStreams.of(2));
    }
}
