/**
 * The laws of a network that learns to integrate: one outlier eigenvalue. Formulas only enter; in Java their
 * text lives here and nowhere else, and claims may state them again. Theory 1.1 to 1.5 and 1.7, after arXiv:2503.18754.
 *
 * <p>All of them are in {@link IntegratorLaws}.
 */
package org.theoremeter.theory.integrator;
