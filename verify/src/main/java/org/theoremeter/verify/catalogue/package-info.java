/**
 * The built-in claims, the templates of {@code new}, and how claims are chosen.
 *
 * <p>The catalogue is made of claim files like any user's, kept as resources beside this package. A selection names
 * files, ids and globs; nothing named is the whole catalogue.
 */
package org.theoremeter.verify.catalogue;
