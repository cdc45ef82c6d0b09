/**
 * Experiments on the network whose neurons saturate, dz/dt = −z + W tanh(σz)/σ + u x.
 * A new one enters when a prediction for signals of finite size is to be held against training.
 * Theory 1.10.
 */
package org.theoremeter.simulate.experiment.tanh;
