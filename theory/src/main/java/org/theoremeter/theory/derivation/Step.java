package org.theoremeter.theory.derivation;

import org.theoremeter.theory.derivation.justification.Justification;
import org.theoremeter.theory.symbolic.matrix.Matrix;

/**
 * One step of a derivation: {@code to} follows from {@code from}.
 *
 * @param name the name under which later steps refer to the result
 * @param says what the step means, in words; may be empty
 * @param from what it starts from, as written
 * @param to what it arrives at, as written
 * @param because how the one follows from the other, as written
 */
public record Step(String name, String says, Matrix from, Matrix to, Justification because) {}
