/**
 * Terms, the sides of an identity: a formula, or a definite integral, a derivative, an infinite sum, a limit or a
 * Taylor polynomial of one. Each can be evaluated with a bound on its error, and none uses an algebra system. New kinds
 * enter here, and closed forms for them in {@code algebra.symja.closed}.
 */
package org.theoremeter.theory.symbolic.term;
