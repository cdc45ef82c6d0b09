/**
 * The document as Markdown, for terminals and pull requests.
 * Only what writes CommonMark with GitHub's tables and formulas may enter.
 * It belongs to no section of the theory.
 *
 * <p>{@link MarkdownReport} writes the document, {@code MarkdownText} escapes plain text.
 */
package org.theoremeter.reports.markdown;
