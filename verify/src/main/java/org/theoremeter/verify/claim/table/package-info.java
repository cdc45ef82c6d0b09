/**
 * Observations from a user's own table: which columns are seeds, axes, series and errors, which rows are kept, and whether
 * seeds look independent. Columns enter, already read by {@code csv}; what leaves is what an experiment would have observed.
 *
 * <ul>
 *   <li>Entry: {@link CsvReader}; {@link ReadOnce} reads each table of a claim once.
 *   <li>Columns and rows: {@code CsvRoles} tells seeds and axes, {@code CsvColumns} has the columns with their errors, each a
 *       {@code StatedError}; {@code KeptRows} are the rows that a claim is about, {@code CsvGrid} has the grid points.
 *   <li>Observations: {@code CsvRuns} makes them; {@code CsvThresholds} fits them to counts, a {@code CsvThreshold} each;
 *       {@link ThresholdFitReader} reads how, for simulations too.
 *   <li>{@link SeedIndependence} looks for copies and chains.
 * </ul>
 */
package org.theoremeter.verify.claim.table;
