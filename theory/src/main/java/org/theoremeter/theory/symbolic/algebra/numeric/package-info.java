/**
 * Formulas compared in numbers: where to look, how sure a difference is, and with how many digits. What agrees here has
 * agreed at so many points and no more; what differs beyond its rounding is refuted.
 */
package org.theoremeter.theory.symbolic.algebra.numeric;
