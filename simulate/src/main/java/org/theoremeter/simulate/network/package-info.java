/**
 * Networks, and the filters that linear ones are to learn.
 * A linear network enters with its parameters and its impulse response; a nonlinear one with one step of its dynamics, its
 * Jacobian, the layout of its parameters and how they are drawn. Nothing about training enters.
 * Theory 0, 1.10 and 6.
 *
 * <ul>
 *   <li>Linear: {@link LinearRnn}, by its matrix; {@link LowRankRnn}, by the factors of its weights; {@link SequenceRnn}, which
 *       reads a sequence and answers once; {@link Target}, the filter to be learned.
 *   <li>Nonlinear: {@link RecurrentNetwork} is what all of them describe; {@link LeakyRnn}, {@link Lstm},
 *       {@link PiecewiseLinearRnn}, {@link RankKRnn} and {@link TanhRnn} are the networks.
 *   <li>What nonlinear ones have in common: {@link ParameterLayout} and its {@link ParameterBlock}s, where each parameter
 *       stands; {@link Initialisation}, how parameters are drawn; {@link Readout}, what makes an output of a weighted sum.
 * </ul>
 */
package org.theoremeter.simulate.network;
