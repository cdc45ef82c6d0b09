/**
 * Rigorous enclosures of formulas: intervals rounded outwards that hold every value a formula takes on a box, with what
 * may go wrong there (undefined, a jump, a kink), its derivatives, and what follows by subdivision: nowhere zero, all
 * roots, everywhere small, or a place where it is not. No answer rests on samples ({@code Extremes} proposes points for
 * others to look at, and answers nothing); one that could not be had within its budget says so. It serves every
 * statement of the theory that is to hold on a whole domain; integrals are enclosed in {@code integral}.
 */
package org.theoremeter.theory.symbolic.enclosure;
