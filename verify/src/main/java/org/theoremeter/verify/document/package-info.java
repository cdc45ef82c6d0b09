/**
 * From results to a document: what a report of a run contains, before any format is chosen.
 *
 * <p>Reads results, with the verdicts in them, and nothing else, so that {@code render} makes the same report again from
 * results.json. How a document looks is the business of {@code reports}.
 */
package org.theoremeter.verify.document;
