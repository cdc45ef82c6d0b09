/**
 * How it is shown: one document in, files in every format out, through {@link org.theoremeter.reports.Report}.
 * Only the door lives here; the document is in {@code document}, each format in a package of its own, what they share in {@code text}.
 * Nothing of the theory or the simulation may enter, so that any document can be rendered.
 */
package org.theoremeter.reports;
