/**
 * The closed lists of what a formula in MathML or TeX may hold, whoever wrote it.
 * Only what takes such a text apart, and refuses what is not in its list, may enter.
 * It belongs to no section of the theory.
 *
 * <p>{@link MathMl} has the list for presentation MathML, {@link Tex} the one for TeX. An element or a command that formulas
 * shall use is added there.
 */
package org.theoremeter.reports.formula;
