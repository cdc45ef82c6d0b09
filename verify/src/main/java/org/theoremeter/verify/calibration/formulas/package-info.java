/**
 * The adversary: measures how often the checkers of formulas are wrong, on statements whose truth is known.
 *
 * <p>Each kind of falsehood makes statements that are false by construction and hard to see through, and true ones of the
 * same look; they are claim files, read and checked as a user's are. A statement depends on seed, kind and number only.
 * What enters here is a new way of being wrong that was seen, never a single case.
 */
package org.theoremeter.verify.calibration.formulas;
