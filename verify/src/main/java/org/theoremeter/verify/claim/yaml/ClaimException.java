package org.theoremeter.verify.claim.yaml;

/** Reports what is wrong with a claim file, in one line: where, what was found and what is accepted. */
public final class ClaimException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the report.
     *
     * @param position where the fault stands
     * @param message what was found there and what is accepted
     */
    public ClaimException(Position position, String message) {
        super(position + ": " + oneLine(message));
    }

    /**
     * Creates the report of a fault that has no line, such as a missing file.
     *
     * @param file the file or claim as the user named it
     * @param message what is wrong and what is accepted
     */
    public ClaimException(String file, String message) {
        super(oneLine(file) + ": " + oneLine(message));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ");
    }
}
