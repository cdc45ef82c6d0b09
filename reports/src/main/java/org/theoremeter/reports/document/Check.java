package org.theoremeter.reports.document;

/**
 * One thing that was checked; a test case of the JUnit XML file.
 *
 * @param group what it belongs to, such as a claim; one test suite a group, never blank
 * @param name what was checked, never blank
 * @param status how it ended
 * @param message the reason in one line, possibly empty
 * @param detail the evidence in any number of lines, possibly empty
 */
public record Check(String group, String name, Status status, String message, String detail) {

    /**
     * Checks the parts.
     *
     * @throws NullPointerException if a part is null
     * @throws IllegalArgumentException if group or name is blank
     */
    public Check {
        Validate.notBlank(group, "check group");
        Validate.notBlank(name, "check name");
        Validate.notNull(status, "check status");
        Validate.notNull(message, "check message");
        Validate.notNull(detail, "check detail");
    }

    /** How a check ended. */
    public enum Status {
        /** As it should. */
        PASSED(Tone.GOOD),
        /** Contradicted. */
        FAILED(Tone.BAD),
        /** Neither shown nor contradicted. */
        INCONCLUSIVE(Tone.UNDECIDED),
        /** Could not be found out. */
        ERROR(Tone.BROKEN),
        /** Was not made. */
        SKIPPED(Tone.NEUTRAL);

        private final Tone tone;

        Status(Tone tone) {
            this.tone = tone;
        }

        /** Returns the status as a badge. */
        public Badge badge() {
            return new Badge(name(), tone);
        }
    }
}
