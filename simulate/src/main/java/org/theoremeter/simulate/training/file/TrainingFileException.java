package org.theoremeter.simulate.training.file;

/** Tells that a file of weights cannot be started from, or files of a training cannot be written: what was found, and where. */
public final class TrainingFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception. */
    public TrainingFileException(String message) {
        super(message);
    }

    /** Creates the exception with its cause. */
    TrainingFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
