/**
 * What was shown of a statement, and how well: obligations, each with its grade, and the numbers that were compared.
 * Checkers of identities and derivations write it, judges and reports read it; nothing here computes. It serves every
 * section of the theory.
 */
package org.theoremeter.theory.evidence;
