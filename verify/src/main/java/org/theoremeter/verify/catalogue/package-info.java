/**
 * The built-in claims, the templates of {@code new}, and how claims are chosen.
 *
 * <p>The catalogue is made of claim files like any user's, kept as resources beside this package. A selection names
 * files, ids and globs; nothing named is the whole catalogue.
 *
 * <p>Entries: {@link Catalogue} has the files, {@link Selection} chooses claims, with a {@link Glob} for names; {@code Faults}
 * says what is wrong with files.
 */
package org.theoremeter.verify.catalogue;
