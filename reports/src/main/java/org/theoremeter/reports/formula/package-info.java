/**
 * The closed lists of what a formula in MathML or TeX may hold, whoever wrote it.
 * Only what takes such a text apart, and refuses what is not in its list, may enter.
 * It belongs to no section of the theory.
 */
package org.theoremeter.reports.formula;
