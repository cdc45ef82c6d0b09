package org.theoremeter.theory.derivation;

import org.theoremeter.theory.symbolic.matrix.Matrix;

/**
 * What a name stands for in a derivation.
 *
 * @param name the name
 * @param means what it is, in words; may be empty
 * @param value the formulas, as written, in which earlier names may occur
 * @param source where the result comes from if another derivation has derived it; else empty
 */
public record Definition(String name, String means, Matrix value, String source) {}
