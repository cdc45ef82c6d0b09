package org.theoremeter.theory.symbolic.exact;

import java.util.Optional;
import org.theoremeter.theory.symbolic.Expression;

/**
 * Something that polynomials are made of.
 *
 * @param index its place among the exponents of a monomial
 * @param kind what it is
 * @param meaning its formula; of a phase e^{iu} that of u, and of the imaginary unit 0
 * @param argument what a root, an absolute value, a logarithm, an exponential or a phase is taken of; 0 for others
 * @param period the exponent from which on a power is replaced; 0 for none
 * @param replacement what stands for the power of that exponent; 0 for none
 * @param inverse its reciprocal, where that is a polynomial
 */
record Generator(
        int index,
        Kind kind,
        Expression meaning,
        Quotient argument,
        long period,
        Polynomial replacement,
        Optional<Polynomial> inverse) {
    /** What a generator is. */
    enum Kind {
        /** A free symbol. */
        SYMBOL,
        /** π. */
        PI,
        /** The imaginary unit, with the square −1. */
        IMAGINARY,
        /** u itself, u ≥ 0, whose exponents are below 1: every whole power is replaced. */
        ROOT,
        /** |u|, with the square u². */
        ABSOLUTE,
        /** e^u, real. */
        EXPONENTIAL,
        /** e^{iu}, u real. */
        PHASE,
        /** ln|u|. */
        LOGARITHM,
        /** Any other real number: another function of normalised arguments. */
        OPAQUE
    }

    /** Tells whether it is certain that the generator is not negative, whatever the region. */
    boolean isNeverNegative() {
        return switch (kind) {
            case PI, ROOT, ABSOLUTE, EXPONENTIAL -> true;
            case SYMBOL, IMAGINARY, PHASE, LOGARITHM, OPAQUE -> false;
        };
    }

    /** Tells whether the generator is no real number by itself. */
    boolean isComplex() {
        return kind == Kind.IMAGINARY || kind == Kind.PHASE;
    }
}
