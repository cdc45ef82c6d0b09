/**
 * Experiments on the linear RNN that learns an integrator, an oscillator, or the mean of several of either.
 * A new one enters with bounds, units and defaults for every parameter, and always takes the full N × N network: the
 * theory is not used to take a shortcut.
 * Theory 0, 1 and 2, and theory 7.3 and 7.4.
 *
 * <ul>
 *   <li>Experiments that follow training: {@link GradientFlowExperiment} and {@link GradientDescentExperiment}, the outlier and
 *       what is conserved; {@link PlateauExperiment}, until a pair leaves the plateau; {@link RestructuringExperiment},
 *       until the loss has fallen after two eigenvalues have met; {@link TangentKernelExperiment}, the
 *       loss beside what the tangent kernel of the start predicts.
 *   <li>Experiments without training: {@link LazyChangeExperiment}, the least change of weights that would learn the target
 *       if training were linear in it.
 *   <li>Experiments that search or compare: {@link CriticalRateExperiment} brackets the critical learning rate,
 *       {@link StepsToLearnExperiment} counts steps, {@link GradientAgreementExperiment} holds gradients against each other,
 *       {@link SampledGradientExperiment} the gradient on sequences against its mean.
 *   <li>What is simulated: {@code Setting} reads what they have in common, {@code TargetSetting} the filter to be learned,
 *       {@code TrainingSetting} what is trained and from where; {@code OrthonormalPair} is the plane of two vectors in which
 *       weights start or are looked at.
 *   <li>What is followed: {@code Course}, along any training, with {@code PairCourse} for an oscillator and {@code PlaneCourse}
 *       for the weights on a plane; each makes its series as {@code Points}.
 *   <li>What is measured: {@code Balance} and {@code Conservation}, what gradient flow conserves and what that says of a
 *       gradient; {@code Departure}, when a pair leaves the plateau; {@code Restructuring}, when two eigenvalues meet and when the loss falls fastest;
 *       {@code Offset}, how far the leading eigenvalue is from the
 *       target's; {@code Settling}, whether descent converges; {@code Staircase}, where training is slowest.
 * </ul>
 */
package org.theoremeter.simulate.experiment.linear;
