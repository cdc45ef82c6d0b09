/**
 * Formulas, names and quantities in files: read, with every fault at its column, and refused where they could never be
 * judged (no value anywhere, a condition that cannot fail).
 */
package org.theoremeter.verify.claim.formula;
