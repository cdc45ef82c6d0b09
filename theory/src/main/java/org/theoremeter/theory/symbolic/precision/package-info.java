/**
 * Rigorous values of formulas at one point, with hundreds of digits. Every number is an interval of decimals whose ends are
 * rounded outwards; every series carries a bound on its rest. It may use formulas, and nothing above them.
 */
package org.theoremeter.theory.symbolic.precision;
