/**
 * Claims as data: the sealed kinds and the reader of claim files.
 *
 * <p>A claim says what is predicted, which simulation it is about, and how close it must come; the built-in catalogue
 * and a user's own file are read by the same reader. Everything that can be known to be wrong without running
 * is found here, before anything runs, and reported with file, line and column.
 */
package org.theoremeter.verify.claim;
