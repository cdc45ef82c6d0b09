package org.theoremeter.reports.document;

/** Names what a badge says about its subject, so that no renderer has to guess it from the words. */
public enum Tone {
    /** As it should be. */
    GOOD("✓"),
    /** Contradicted. */
    BAD("✗"),
    /** Neither shown nor contradicted. */
    UNDECIDED("?"),
    /** Could not be found out. */
    BROKEN("!"),
    /** Says nothing about right or wrong. */
    NEUTRAL("–");

    private final String mark;

    Tone(String mark) {
        this.mark = mark;
    }

    /** Returns the one-character mark that carries the tone where colour cannot. */
    public String mark() {
        return mark;
    }
}
