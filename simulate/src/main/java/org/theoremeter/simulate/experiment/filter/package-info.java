/**
 * Experiments on filters alone, without a network.
 * A new one enters when a formula about impulse responses is to be held against direct integration.
 * Theory 1.1.
 *
 * <p>{@link FilterQuadrature} integrates the loss of one mode.
 */
package org.theoremeter.simulate.experiment.filter;
