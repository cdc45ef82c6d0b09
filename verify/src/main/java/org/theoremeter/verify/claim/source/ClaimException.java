package org.theoremeter.verify.claim.source;

import java.util.stream.Collectors;
import org.theoremeter.theory.text.Quotation;

/** Reports what is wrong with a claim file, in one line: where, what was found and what is accepted. */
public final class ClaimException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 400;

    /**
     * Creates the report.
     *
     * @param position where the fault stands
     * @param message what was found there and what is accepted
     */
    public ClaimException(Position position, String message) {
        super(oneLine(position.toString()) + ": " + oneLine(message));
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

    /** A message that quotes somebody else's words may have several lines; no one's is longer than anybody reads. */
    private static String oneLine(String text) {
        return Quotation.start(text.lines().map(String::strip).collect(Collectors.joining(" ")), LONGEST);
    }
}
