/**
 * Observations from a user's own table: which columns are seeds, axes, series and errors, which rows are kept, and
 * whether seeds look independent. Columns enter, already read by {@code csv}; what leaves is what an experiment would
 * have observed. {@code CsvRoles} tells seeds and axes, {@code CsvColumns} has the columns with their errors ({@code StatedError}), {@code
 * CsvRuns} makes the observations, {@code SeedIndependence} looks for copies and chains.
 */
package org.theoremeter.verify.claim.table;
