/**
 * Experiments on linear networks that read a sequence: full matrices, trained by gradients that are propagated back
 * through time.
 * A new one enters with its observables measured on these matrices; the equations of the modes are used nowhere here.
 * Theory 4.
 *
 * <ul>
 *   <li>Experiments: {@link ModesFlowExperiment} and {@link ModesDescentExperiment} train and follow the modes,
 *       {@link ModesGradientExperiment} holds the gradient against central differences and an identity.
 *   <li>What is simulated: {@code ModesSetting} has what the two that train have in common; {@code ModesTask} is what is
 *       learned, with a {@code TimeStructure} that says how much each time counts; {@code Start} is where training starts.
 *   <li>What is measured: {@code ModesCourse} collects it along training, {@code Quantity} lists it, {@code Frame} has the
 *       directions along which modes are looked at.
 * </ul>
 */
package org.theoremeter.simulate.experiment.modes;
