/**
 * The record of a run: results.json, schema {@code results/1}; and results.jsonl, a verdict a line, while a run has not ended.
 *
 * <p>Everything that varies between runs of the same thing (time, host, threads, what was reused) stands under {@code
 * provenance.run}; the rest is the same byte for byte. Reports are made from this record and from nothing else, so that
 * a report can be made again without simulating. How it is written is known where files are read and written, and nowhere else.
 *
 * <ul>
 *   <li>Data: {@link Results} is a whole run: {@link Provenance}, {@link Summary} and a {@link ClaimResult} a claim. A
 *       {@link ClaimResult} has a {@link ClaimDescription}, {@link ComparisonResult}s, with a {@link Plot} where there are
 *       curves (of power laws made by {@link PowerLawPlot}, with {@link PhaseCounts} where thresholds were fitted), and a {@link Sensitivity} where that was asked for. Of all claims together, {@link ManyClaims} says what their
 *       number means for wrong verdicts, {@link Shown} says how well identities and derivations are shown.
 *   <li>Files: {@link ResultsFile} for results.json, {@link ResultsLines} for results.jsonl, {@link JsonRecord} for any record.
 *   <li>Formats: {@link ResultsShape} says what the files must look like, {@code ClaimJson} how a claim is written,
 *       {@link ClaimAsText} how without figures. A new field of a result enters its record and {@link ResultsShape}.
 *   <li>Folders: {@link OutputFolder} is what a run writes to; {@code OutputLock} keeps it for one run at a time,
 *       {@code ReportFolder} tells whether it may be replaced.
 * </ul>
 */
package org.theoremeter.verify.results;
