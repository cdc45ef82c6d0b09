/**
 * The user's own numbers: a CSV table that remembers where each value stood.
 *
 * <p>Endless lines, binary files, ragged rows and values that are not finite are refused while the text is read, so that a
 * table from a stranger can at worst be wrong. Nothing here knows what a column means.
 */
package org.theoremeter.verify.claim.csv;
