/**
 * Whether a formula, and its derivatives, join where it switches from one form to another: what differentiation and
 * antiderivatives rest on. It looks at formulas and regions only.
 *
 * <p>Entry: {@link Joins}. {@link Kinks} looks for functions that switch; {@code JoinedBranches} shows exactly that a case
 * distinction is continuous, {@code JoinSides} holds values on both sides of a place.
 */
package org.theoremeter.theory.derivation.join;
