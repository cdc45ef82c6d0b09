/**
 * Equality of formulas, compared in numbers first and proved by computer algebra then. The algebra system is
 * reached from here only, is loaded when a proof is asked for, and is never handed text; what it says counts only
 * where the numbers agree. It serves the identities of every section of the theory.
 */
package org.theoremeter.theory.symbolic.algebra;
