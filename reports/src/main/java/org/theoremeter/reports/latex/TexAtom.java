package org.theoremeter.reports.latex;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of a formula that stands outside of all brackets and cannot be torn apart, with its scripts and the space behind it.
 *
 * @param kind what it is
 * @param open for brackets the left one, else the whole piece
 * @param content for brackets what is between them, else empty
 * @param close for brackets the right one with its scripts, else empty
 * @param width about how wide it is set, in em
 */
record TexAtom(Kind kind, String open, String content, String close, double width) {

    /** What a piece is, which decides where a line may end. */
    enum Kind {
        /** An equality sign and its like. */
        RELATION,
        /** A plus or minus between two terms. */
        SIGN,
        /** A pair of {@code \left} and {@code \right}. */
        BRACKETS,
        /** The end of a cell or row of a matrix. */
        SEPARATOR,
        /** Anything else. */
        OTHER
    }

    TexAtom(Kind kind, String tex, double width) {
        this(kind, tex, "", "", width);
    }

    /** Returns the piece as it was written. */
    String tex() {
        return open + content + close;
    }

    /** Returns pieces as they were written, without space around them. */
    static String tex(List<TexAtom> atoms) {
        return atoms.stream().map(TexAtom::tex).collect(Collectors.joining()).strip();
    }

    /** Returns about how wide the pieces are together, in em. */
    static double width(List<TexAtom> atoms) {
        return atoms.stream().mapToDouble(TexAtom::width).sum();
    }
}
