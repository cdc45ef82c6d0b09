/**
 * The document as Markdown, for terminals and pull requests.
 * Only what writes CommonMark with GitHub's tables and formulas may enter.
 * It belongs to no section of the theory.
 */
package org.theoremeter.reports.markdown;
