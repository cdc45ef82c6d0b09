/**
 * The one door into the simulations: experiments with typed parameters, and the observations they return.
 * Only the description of an experiment lives here; what an experiment does is in the packages below this one, and the
 * list of all of them in {@link org.theoremeter.simulate.catalogue.Experiments}.
 * The experiments serve every section of the theory.
 *
 * <ul>
 *   <li>Entry: {@link Experiment}, what every simulation implements. It announces its {@link Parameter}s, with {@link Bounds}
 *       and {@link Unit}, and its {@link Observable}s.
 *   <li>What a run is given: {@link Arguments}, a checked value for every parameter (an {@link ArgumentException} says which
 *       one is not accepted), and {@link Conditions}, such as the arithmetic, which are no part of what is simulated;
 *       {@link TimeStep} turns times into whole numbers of steps.
 *   <li>What a run returns: an {@link Observation} with a {@link Measurement} for each observable, or with a {@link Divergence}
 *       that tells where and why the run ended.
 *   <li>A new experiment goes into the package of its family, a new unit into {@link Unit}.
 * </ul>
 */
package org.theoremeter.simulate.experiment;
