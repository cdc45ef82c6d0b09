package org.theoremeter.theory.symbolic.enclosure;

/**
 * A register for one interval, and the arithmetic that writes into it without making objects.
 *
 * <p>An interval is a lower and an upper bound and a set of flags: which ends are surely not taken, and what may have gone
 * wrong on the way. Every real number that an operation gives for numbers of its operands lies between the bounds; where it
 * gives none, because a function ends there or a divisor vanishes, {@link #PARTIAL} says so.
 */
public final class Bounds {
    /** The lower bound is surely not taken. */
    static final int LOWER_OPEN = 1;
    /** The upper bound is surely not taken. */
    static final int UPPER_OPEN = 2;
    /** Somewhere there may be no value. */
    static final int PARTIAL = 4;
    /** Nowhere is there a value; the bounds are NaN. */
    static final int EMPTY = 8;
    /** There may be a jump. */
    static final int JUMP = 16;
    /** There may be a kink, or a vertical slope. */
    static final int KINK = 32;

    static final int OPEN = LOWER_OPEN | UPPER_OPEN;
    /** What an operand hands on. */
    static final int FAULTS = PARTIAL | EMPTY | JUMP | KINK;

    private static final int NOWHERE = PARTIAL | EMPTY;

    public double lower;
    public double upper;
    int flags;

    /** Sets both ends and the marks. */
    public void set(double low, double high, int marks) {
        lower = low;
        upper = high;
        flags = marks;
    }

    void empty(int marks) {
        set(Double.NaN, Double.NaN, (marks & FAULTS) | NOWHERE);
    }

    boolean isEmpty() {
        return (flags & EMPTY) != 0;
    }

    static boolean mayBeZero(double low, double high, int marks) {
        boolean above = low > 0 || (low == 0 && (marks & LOWER_OPEN) != 0);
        boolean below = high < 0 || (high == 0 && (marks & UPPER_OPEN) != 0);
        return !above && !below;
    }

    static int openIf(boolean lowerOpen, boolean upperOpen) {
        return (lowerOpen ? LOWER_OPEN : 0) | (upperOpen ? UPPER_OPEN : 0);
    }

    void negate(double low, double high, int marks) {
        set(-high, -low, (marks & FAULTS) | openIf((marks & UPPER_OPEN) != 0, (marks & LOWER_OPEN) != 0));
    }

    /** Encloses a sum of two intervals with their marks. */
    public void add(double al, double ah, int af, double bl, double bh, int bf) {
        set(Directed.addDown(al, bl), Directed.addUp(ah, bh), (af | bf));
    }

    /** Encloses a difference of two intervals with their marks. */
    public void subtract(double al, double ah, int af, double bl, double bh, int bf) {
        boolean lowerOpen = ((af & LOWER_OPEN) | (bf & UPPER_OPEN)) != 0;
        boolean upperOpen = ((af & UPPER_OPEN) | (bf & LOWER_OPEN)) != 0;
        set(Directed.addDown(al, -bh), Directed.addUp(ah, -bl), ((af | bf) & FAULTS) | openIf(lowerOpen, upperOpen));
    }

    /** Encloses a product of two intervals with their marks. */
    public void multiply(double al, double ah, int af, double bl, double bh, int bf) {
        double low = lowestProduct(al, ah, bl, bh);
        double high = highestProduct(al, ah, bl, bh);
        boolean zero = mayBeZero(al, ah, af) || mayBeZero(bl, bh, bf);
        boolean positive = al >= 0 && bl >= 0;
        boolean upperOpen = (positive && high != 0 && ((af | bf) & UPPER_OPEN) != 0)
                || (high == 0 && !zero)
                || (bothEndsOpen(af) && bothEndsOpen(bf) && high != 0);
        boolean lowerOpen = (positive && low != 0 && ((af | bf) & LOWER_OPEN) != 0)
                || (low == 0 && !zero)
                || (bothEndsOpen(af) && bothEndsOpen(bf) && low != 0);
        set(low, high, ((af | bf) & FAULTS) | openIf(lowerOpen, upperOpen));
    }

    /** Returns a lower bound of products, from the ends that the signs leave. */
    static double lowestProduct(double al, double ah, double bl, double bh) {
        if (al >= 0) {
            return Directed.multiplyDown(bl >= 0 ? al : ah, bl);
        }
        if (ah <= 0) {
            return Directed.multiplyDown(bh <= 0 ? ah : al, bh);
        }
        if (bl >= 0) {
            return Directed.multiplyDown(al, bh);
        }
        return bh <= 0
                ? Directed.multiplyDown(ah, bl)
                : Math.min(Directed.multiplyDown(al, bh), Directed.multiplyDown(ah, bl));
    }

    /** Returns an upper bound of products, likewise. */
    static double highestProduct(double al, double ah, double bl, double bh) {
        if (al >= 0) {
            return Directed.multiplyUp(bh >= 0 ? ah : al, bh);
        }
        if (ah <= 0) {
            return Directed.multiplyUp(bl <= 0 ? al : ah, bl);
        }
        if (bl >= 0) {
            return Directed.multiplyUp(ah, bh);
        }
        return bh <= 0
                ? Directed.multiplyUp(al, bl)
                : Math.max(Directed.multiplyUp(al, bl), Directed.multiplyUp(ah, bh));
    }

    private static boolean bothEndsOpen(int marks) {
        return (marks & OPEN) == OPEN;
    }

    /** Encloses a quotient of two intervals with their marks. */
    public void divide(double al, double ah, int af, double bl, double bh, int bf) {
        int faults = (af | bf) & FAULTS;
        if (bl == 0 && bh == 0) {
            empty(faults);
            return;
        }
        boolean zero = mayBeZero(bl, bh, bf);
        if (zero && bl < 0 && bh > 0) {
            boolean nothing = al == 0 && ah == 0;
            set(
                    nothing ? 0 : Double.NEGATIVE_INFINITY,
                    nothing ? 0 : Double.POSITIVE_INFINITY,
                    faults | PARTIAL | (nothing ? 0 : JUMP));
            return;
        }
        if (bh <= 0) {
            double low = -ah;
            double high = -al;
            int flipped = (af & FAULTS) | openIf((af & UPPER_OPEN) != 0, (af & LOWER_OPEN) != 0);
            int divisor = (bf & FAULTS) | openIf((bf & UPPER_OPEN) != 0, (bf & LOWER_OPEN) != 0);
            positive(low, high, flipped, -bh, -bl, divisor, zero);
        } else {
            positive(al, ah, af, bl, bh, bf, zero);
        }
    }

    /** Divides by an interval without negative numbers that is not only 0. */
    private void positive(double al, double ah, int af, double bl, double bh, int bf, boolean zero) {
        double low = al >= 0
                ? Directed.divideDown(al, bh)
                : bl == 0 ? Double.NEGATIVE_INFINITY : Directed.divideDown(al, bl);
        double high =
                ah <= 0 ? Directed.divideUp(ah, bh) : bl == 0 ? Double.POSITIVE_INFINITY : Directed.divideUp(ah, bl);
        boolean nonzero = !mayBeZero(al, ah, af);
        boolean lowerOpen = low == 0 ? nonzero : al > 0 && ((af & LOWER_OPEN) | (bf & UPPER_OPEN)) != 0;
        boolean upperOpen = high == 0 ? nonzero : ah > 0 && ((af & UPPER_OPEN) | (bf & LOWER_OPEN)) != 0;
        set(low, high, ((af | bf) & FAULTS) | (zero ? PARTIAL : 0) | openIf(lowerOpen, upperOpen));
    }

    void absolute(double low, double high, int marks) {
        if (low >= 0) {
            set(low, high, marks);
        } else if (high <= 0) {
            negate(low, high, marks);
        } else {
            double far = Math.max(-low, high);
            boolean open = (-low < far || (marks & LOWER_OPEN) != 0) && (high < far || (marks & UPPER_OPEN) != 0);
            set(0, far, (marks & FAULTS) | KINK | openIf(false, open));
        }
    }

    void sign(double low, double high, int marks) {
        boolean negative = low < 0;
        boolean positive = high > 0;
        boolean zero = mayBeZero(low, high, marks);
        double least = negative ? -1 : zero ? 0 : 1;
        double most = positive ? 1 : zero ? 0 : -1;
        set(least, most, (marks & FAULTS) | (least < most ? JUMP | KINK : 0));
    }

    void minimum(double al, double ah, int af, double bl, double bh, int bf) {
        boolean first = ah < bl;
        boolean second = bh < al;
        if (first) {
            set(al, ah, af | (bf & FAULTS));
        } else if (second) {
            set(bl, bh, bf | (af & FAULTS));
        } else {
            int lowerMarks = al < bl ? af : bl < al ? bf : af & bf;
            int upperMarks = ah < bh ? af : bh < ah ? bf : af | bf;
            int open = (lowerMarks & LOWER_OPEN) | (upperMarks & UPPER_OPEN);
            set(Math.min(al, bl), Math.min(ah, bh), ((af | bf) & FAULTS) | KINK | open);
        }
    }

    void maximum(double al, double ah, int af, double bl, double bh, int bf) {
        minimum(-ah, -al, mirrored(af), -bh, -bl, mirrored(bf));
        negate(lower, upper, flags);
    }

    static int mirrored(int marks) {
        return (marks & FAULTS) | openIf((marks & UPPER_OPEN) != 0, (marks & LOWER_OPEN) != 0);
    }

    void root(double low, double high, int marks) {
        if (high < 0 || (high == 0 && (marks & UPPER_OPEN) != 0)) {
            empty(marks);
            return;
        }
        boolean vertical = low < 0 || mayBeZero(low, high, marks);
        int faults = (marks & FAULTS) | (low < 0 ? PARTIAL : 0) | (vertical ? KINK : 0);
        boolean lowerOpen = low >= 0 && (marks & LOWER_OPEN) != 0;
        set(
                low <= 0 ? 0 : Directed.rootDown(low),
                Directed.rootUp(high),
                faults | openIf(lowerOpen, (marks & UPPER_OPEN) != 0));
    }

    /** Joins another interval to this one: values of either. */
    void hull(double low, double high, int marks) {
        int lowerMark = low < lower ? marks : lower < low ? flags : marks & flags;
        int upperMark = high > upper ? marks : upper > high ? flags : marks & flags;
        set(
                Math.min(lower, low),
                Math.max(upper, high),
                ((flags | marks) & FAULTS) | (lowerMark & LOWER_OPEN) | (upperMark & UPPER_OPEN));
    }
}
