/**
 * The algebra system, Symja, and the only package tree that knows it: a session bound to one thread, formulas carried
 * to it and back, what it proposes, and the time it may take. It is loaded when a proof is asked for, is never handed
 * text, and nothing that it says is believed: what it proposes is proved or compared elsewhere.
 */
package org.theoremeter.theory.symbolic.algebra.symja;
