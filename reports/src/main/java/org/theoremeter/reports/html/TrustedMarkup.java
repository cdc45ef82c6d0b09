package org.theoremeter.reports.html;

/**
 * Markup that a page takes over as it is.
 *
 * @param xml well-formed XML from a writer that escapes, never a user's text
 */
record TrustedMarkup(String xml) {}
