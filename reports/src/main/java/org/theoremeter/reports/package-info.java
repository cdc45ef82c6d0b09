/**
 * How it is shown: one document in, files in every format out, through {@link org.theoremeter.reports.Report}.
 * Only the door lives here; the document is in {@code document}, each format in a package of its own, what they share in {@code text}.
 * Nothing of the theory or the simulation may enter, so that any document can be rendered.
 *
 * <ul>
 *   <li>Formats: {@code html}, {@code markdown}, {@code latex} and {@code junitxml}; {@code figure} draws what is drawn in any
 *       of them.
 *   <li>Below the formats: {@code document}, what they read; {@code formula}, what a formula in MathML or TeX may hold;
 *       {@code text}, numbers and characters as text.
 *   <li>A new format is a package of its own, and a method of {@link Report}.
 * </ul>
 */
package org.theoremeter.reports;
