/**
 * Networks, and the filters that linear ones are to learn.
 * A linear network enters with its parameters and its impulse response; a nonlinear one with one step of its dynamics, its
 * Jacobian, the layout of its parameters and how they are drawn. Nothing about training enters.
 * Theory 0, 1.10 and 6.
 */
package org.theoremeter.simulate.network;
