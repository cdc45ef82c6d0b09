package org.theoremeter.theory.symbolic.term;

import java.util.Locale;

/** The side from which a symbol goes to a finite limit. */
public enum Approach {
    /** From larger values. */
    ABOVE(1, "+"),
    /** From smaller values. */
    BELOW(-1, "-");

    private final int sign;
    private final String mark;

    Approach(int sign, String mark) {
        this.sign = sign;
        this.mark = mark;
    }

    /** Returns +1 or −1, the sign of the distance from the limit. */
    public int sign() {
        return sign;
    }

    /** Returns the side in words: "from above". */
    public String words() {
        return "from " + name().toLowerCase(Locale.ROOT);
    }

    String mark() {
        return mark;
    }
}
