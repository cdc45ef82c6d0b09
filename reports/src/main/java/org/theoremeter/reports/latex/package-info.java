/**
 * The tables and chains of a document as LaTeX, ready for a paper.
 * Only what writes text, tables and formulas for pdflatex with amsmath, booktabs and siunitx may enter.
 * Long chains are broken into lines by the estimated widths of {@code TexScanner}: a command that is new in {@code formula.Tex} gets its
 * width there. {@code NumberColumn} says how wide a column of numbers is; the digits are those of {@code text.Numbers}.
 * It belongs to no section of the theory.
 */
package org.theoremeter.reports.latex;
