/**
 * The grammar of formulas: the parser made from {@code Formula.g4}, the limit to nesting, and what is said of a text
 * that is none. It knows characters and columns only; trees are built above.
 *
 * <p>{@link NestingParser} is the parser with a limit to nesting; {@link SyntaxErrors} turns its first complaint into a
 * {@link FormulaException}.
 */
package org.theoremeter.theory.symbolic.grammar;
