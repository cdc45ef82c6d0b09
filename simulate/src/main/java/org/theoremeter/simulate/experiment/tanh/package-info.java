/**
 * Experiments on the network whose neurons saturate, dz/dt = −z + W tanh(σz)/σ + u x.
 * A new one enters when a prediction for signals of finite size is to be held against training.
 * Theory 1.10.
 *
 * <p>Entry: {@link SaturationExperiment}; {@code Descent} is one descent of one network.
 */
package org.theoremeter.simulate.experiment.tanh;
