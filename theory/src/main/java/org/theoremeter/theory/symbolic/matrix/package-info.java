/**
 * Matrices of formulas: their reader, their arithmetic, and the matrices of derivatives. The laws with several
 * components (sections 1.6 and 4 of the theory) are written with them.
 *
 * <p>{@link Matrix} is the data and its arithmetic, {@link MatrixFormula} reads it, {@link Jacobian} and {@link Hessian} are
 * matrices of derivatives.
 */
package org.theoremeter.theory.symbolic.matrix;
