/**
 * The document as one self-contained HTML page, without scripts and without a network.
 * Only what turns the document into plain maps and lists and fills FreeMarker's templates with them may enter.
 * It belongs to no section of the theory.
 */
package org.theoremeter.reports.html;
