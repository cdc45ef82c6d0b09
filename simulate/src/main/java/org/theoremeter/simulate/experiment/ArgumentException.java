package org.theoremeter.simulate.experiment;

/** Reports an argument that an experiment does not accept: which one, what was given and what is allowed. */
public final class ArgumentException extends IllegalArgumentException {

    private final String parameter;
    private final String given;
    private final String accepted;

    /**
     * Creates the report.
     *
     * @param parameter name of the parameter, as given
     * @param given the value that was found
     * @param accepted what would be allowed
     */
    public ArgumentException(String parameter, String given, String accepted) {
        super(parameter + ": found " + given + ", accepted: " + accepted);
        this.parameter = parameter;
        this.given = given;
        this.accepted = accepted;
    }

    /** Returns the name of the parameter, as it was given. */
    public String parameter() {
        return parameter;
    }

    /** Returns the value that was found, as text. */
    public String given() {
        return given;
    }

    /** Returns what would be accepted, including the nearest name for a misspelt one. */
    public String accepted() {
        return accepted;
    }
}
