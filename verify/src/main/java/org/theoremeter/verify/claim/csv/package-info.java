/**
 * The user's own numbers: a CSV table that remembers in which line each row stood.
 *
 * <p>Endless lines, binary files, ragged rows and values that are not finite are refused while the text is read, so that a
 * table from a stranger can at worst be wrong. Nothing here knows what a column means.
 *
 * <ul>
 *   <li>Entries: {@link Table} is the data; {@link CsvExperiment} stands in the place of an experiment; {@link DataFiles} finds
 *       the files.
 *   <li>Reading: {@code TableReader} reads row by row, from {@code BoundedLines}; {@code CsvNumber} says what stands for a
 *       number, {@code Column} holds the values, {@code Fingerprint} the hash of the rows.
 * </ul>
 */
package org.theoremeter.verify.claim.csv;
