/**
 * Experiments on linear networks that read a sequence: full matrices, trained by gradients that are propagated back
 * through time.
 * A new one enters with its observables measured on these matrices; the equations of the modes are used nowhere here.
 * Theory 4.
 */
package org.theoremeter.simulate.experiment.modes;
