/**
 * The tables and chains of a document as LaTeX, ready for a paper. Only what writes text, tables and formulas for pdflatex with
 * amsmath, booktabs and siunitx may enter. It belongs to no section of the theory.
 *
 * <ul>
 *   <li>Entries: {@link LatexTables} for tables, {@link LatexChains} for chains of formulas.
 *   <li>Tables: {@code NumberColumn} says how wide a column of numbers is; the digits are those of {@code text.Numbers}.
 *       {@code LatexText} escapes plain text.
 *   <li>Chains: {@code TexScanner} takes a formula apart into pieces, each a {@code TexAtom}, and estimates their widths, by
 *       which {@code TexLines} breaks it into lines. A command that is new in {@code formula.Tex} gets its width in
 *       {@code TexScanner}.
 * </ul>
 */
package org.theoremeter.reports.latex;
