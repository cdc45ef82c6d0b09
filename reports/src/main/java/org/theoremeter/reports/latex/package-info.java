/**
 * The tables of a document as LaTeX, ready for a paper.
 * Only what writes text and tables for pdflatex with booktabs and siunitx may enter.
 * It belongs to no section of the theory.
 */
package org.theoremeter.reports.latex;
