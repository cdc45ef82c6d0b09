/**
 * The one door into the simulations: experiments with typed parameters, and the observations they return.
 * Only the description of an experiment lives here; what an experiment does is in the packages below this one, and the
 * list of all of them in {@link org.theoremeter.simulate.catalogue.Experiments}.
 * The experiments serve every section of the theory.
 */
package org.theoremeter.simulate.experiment;
