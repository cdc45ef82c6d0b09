/**
 * The document as one self-contained HTML page, without scripts and without a network.
 * Only what turns the document into plain maps and lists and fills FreeMarker's templates with them may enter.
 * {@code PageModel} decides what stands on the page, {@code Templates} fills and escapes it; a {@code TrustedMarkup} marks XML of our own
 * writers, which is not escaped again.
 * It belongs to no section of the theory.
 */
package org.theoremeter.reports.html;
