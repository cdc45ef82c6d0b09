/**
 * The tables and chains of a document as LaTeX, ready for a paper.
 * Only what writes text, tables and formulas for pdflatex with amsmath, booktabs and siunitx may enter.
 * It belongs to no section of the theory.
 */
package org.theoremeter.reports.latex;
