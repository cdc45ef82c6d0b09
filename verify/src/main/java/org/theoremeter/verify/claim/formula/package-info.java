/**
 * Formulas, names and quantities in files: read, with every fault at its column, and refused where they could never be
 * judged (no value anywhere, a condition that cannot fail).
 *
 * <ul>
 *   <li>Reading: {@link FormulaReader} for formulas, {@link Quantities} for numbers with units, {@link Names} with the rules
 *       for names.
 *   <li>Refusing: {@code Unvalued} finds parts without a finite value, {@link Decisive} conditions that cannot both hold and
 *       fail, {@link Dependent} formulas that do not change with what is observed.
 * </ul>
 */
package org.theoremeter.verify.claim.formula;
