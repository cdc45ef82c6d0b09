/**
 * The laws of a network that learns to oscillate: a pair of eigenvalues. Formulas only enter; in Java their text lives
 * here and nowhere else, and claims may state them again. Theory 2.2, after arXiv:2503.18754.
 *
 * <p>All of them are in {@link OscillatorLaws}.
 */
package org.theoremeter.theory.oscillator;
