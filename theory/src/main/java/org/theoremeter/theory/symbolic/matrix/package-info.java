/**
 * Matrices of formulas: their reader, their arithmetic, and the matrices of derivatives. The laws with several
 * components (sections 1.6 and 4 of the theory) are written with them.
 */
package org.theoremeter.theory.symbolic.matrix;
