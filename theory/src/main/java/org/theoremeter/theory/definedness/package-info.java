/**
 * Whether formulas have a value everywhere on a region: what each part must satisfy (a divisor is not 0, a logarithm's argument
 * is positive), shown by linear inequalities, by exact signs or by enclosures, or refuted at a place. Formulas enter with the
 * domains of their symbols; equality is not asked for here. Every identity and every step of the theory rests on it.
 *
 * <p>Entry: {@link Definedness}, the answer and how it is asked for. {@code Requirements} collects what must hold, each a
 * {@link Requirement}; {@code Examination} decides them, cheap ways first. A function that is not defined everywhere gets what
 * it needs in {@code Requirements}.
 */
package org.theoremeter.theory.definedness;
