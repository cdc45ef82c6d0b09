/**
 * What was shown of a statement, and how well: obligations, each with its grade, and the numbers that were compared.
 * Checkers of identities and derivations write it, judges and reports read it; nothing here computes. It serves every
 * section of the theory.
 *
 * <p>{@link Evidence} is all that was found out about a statement; it has {@link Obligation}s, each with a {@link Grade}.
 */
package org.theoremeter.theory.evidence;
