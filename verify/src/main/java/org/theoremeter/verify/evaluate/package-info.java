/**
 * Brings claims and observations together: from what was measured to what a judge needs, with the curves as evidence.
 *
 * <p>Reads scalars off what was observed at each grid point, {@link org.theoremeter.verify.evaluate.PointObservations}, solves
 * the predicted curves, carries numerical errors along, and asks the judge. Nothing here simulates a network; what a run could
 * not give becomes an error or, if it diverged, a failure; only a fraction counts runs that diverged. {@code Evaluation} has a case a kind
 * and hands curves, exponents and orders to a class each; {@code Statements}, {@code Compared} and {@code PassMeaning} say in formulas and
 * words what a claim states.
 */
package org.theoremeter.verify.evaluate;
