/**
 * The document as one self-contained HTML page, without scripts and without a network. Only what turns the document into plain
 * maps and lists and fills FreeMarker's templates with them may enter. It belongs to no section of the theory.
 *
 * <p>Entry: {@link HtmlReport}. {@code PageModel} decides what stands on the page; {@code Templates} fills the templates, which
 * are resources beside it, and escapes what it fills in; a {@code TrustedMarkup} marks XML of our own writers, which is not
 * escaped again.
 */
package org.theoremeter.reports.html;
