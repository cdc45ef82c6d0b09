package org.theoremeter.simulate.kernel;

/** Names the floating-point format in which a network is trained. */
public enum Precision {
    /** IEEE binary64, unit roundoff 1.1e-16. */
    DOUBLE("double"),
    /** IEEE binary32, unit roundoff 6.0e-8. */
    FLOAT("float");

    private final String word;

    Precision(String word) {
        this.word = word;
    }

    /** Returns the word by which settings name it. */
    public String word() {
        return word;
    }

    /** Returns the format of a word. */
    public static Precision of(String word) {
        for (Precision precision : values()) {
            if (precision.word.equals(word)) {
                return precision;
            }
        }
        throw new IllegalArgumentException("found precision '" + word + "', accepted: double, float");
    }
}
