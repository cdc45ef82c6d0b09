/**
 * Training of linear networks: exact gradients of the population loss and of the loss on given sequences, gradient flow and gradient descent.
 * A gradient enters with its derivation, and must satisfy the conservation law of theory 0.5 to round-off.
 * Nonlinear networks are trained in the packages below this one, bptt and run.
 * Theory 0.1, 0.2, 0.5 and 7.3.
 *
 * <ul>
 *   <li>Gradients of a full network: {@link LossGradient} is what each of them is; {@link LyapunovGradient} in continuous and
 *       {@link ImpulseResponseGradient} in discrete time are exact, {@link SampledGradient} is that on given sequences, also of
 *       the nonlinear form; {@link ConsistentGradient} adds temporal consistency, which depends on the basis of the neurons, so
 *       that of the conservation law only the antisymmetric part is left.
 *   <li>Gradients by the factors of a network of low rank: {@link FactorGradient} is what each of them is;
 *       {@link WoodburyGradient} never forms the full matrix, {@link ChainRuleGradient} takes the gradient by the full one.
 *       {@code SmithIteration} is what {@link WoodburyGradient} and {@link LyapunovGradient} share.
 *   <li>Gradient of a network that reads a sequence: {@link SequenceGradient}.
 *   <li>Training: {@link GradientDescent}; {@link Flow}, gradient flow of anything that is {@link Trainable}, such as the
 *       {@link Factors} of a network of low rank; {@link GradientFlow}, that of a full network, and {@link SequenceFlow}, that
 *       of one that reads a sequence; {@link Trained} says which parameters change.
 * </ul>
 */
package org.theoremeter.simulate.training;
