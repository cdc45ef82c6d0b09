package org.theoremeter.simulate.experiment;

import java.util.Optional;
import org.theoremeter.simulate.kernel.KernelChoice;
import org.theoremeter.simulate.training.run.Checkpoints;
import org.theoremeter.simulate.training.run.Recorder;
import org.theoremeter.simulate.training.run.Watcher;

/**
 * Says under which conditions a run is made: none of them is part of what is simulated.
 *
 * @param kernel arithmetic of the experiments that use one; part of the key under which what they observe is kept
 * @param watcher told how the run gets on
 * @param checkpoints where the state of a run is kept, if anywhere
 * @param recorder given the weights of a training
 */
public record Conditions(KernelChoice kernel, Watcher watcher, Optional<Checkpoints> checkpoints, Recorder recorder) {

    /** Returns those of a run that nobody watches: the kernel that suits the Java machine, no checkpoints. */
    public static Conditions usual() {
        return of(KernelChoice.AUTO);
    }

    /** Returns those of a run that nobody watches, with a kernel. */
    public static Conditions of(KernelChoice kernel) {
        return new Conditions(kernel.resolved(), Watcher.NONE, Optional.empty(), Recorder.NONE);
    }
}
