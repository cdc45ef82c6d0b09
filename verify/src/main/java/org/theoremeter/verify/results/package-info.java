/**
 * The record of a run: results.json, schema {@code results/1}; and results.jsonl, a verdict a line, while a run has not ended.
 *
 * <p>Everything that varies between runs of the same thing (time, host, threads, what was reused) stands under {@code
 * provenance.run}; the rest is the same byte for byte. Reports are made from this record and from nothing else, so that
 * a report can be made again without simulating. How it is written is known where files are read and written, and nowhere else.
 */
package org.theoremeter.verify.results;
