/**
 * Whether a formula, and its derivatives, join where it switches from one form to another: what differentiation and
 * antiderivatives rest on. It looks at formulas and regions only.
 */
package org.theoremeter.theory.derivation.join;
