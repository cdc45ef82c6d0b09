/**
 * Whether formulas have a value everywhere on a region: what each part must satisfy (a divisor is not 0, a logarithm's argument
 * is positive), shown by linear inequalities, by exact signs or by enclosures, or refuted at a place. Formulas enter with the
 * domains of their symbols; equality is not asked for here. Every identity and every step of the theory rests on it.
 */
package org.theoremeter.theory.definedness;
