package org.theoremeter.theory.symbolic;

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

    /** Returns the side on which a domain lies seen from a number: above, unless that is the domain's upper end. */
    public static Approach to(double at, Domain domain) {
        return at >= domain.upper() ? BELOW : ABOVE;
    }

    /** Returns +1 or −1, the sign of the distance from the limit. */
    public int sign() {
        return sign;
    }

    String mark() {
        return mark;
    }
}
