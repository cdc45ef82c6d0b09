/**
 * Benchmarks of the computations in which a simulation or a check spends its time.
 * One enters when a promise about speed is made, with the sizes for which it is made; nothing here is a test.
 * Theory 0.1 and 0.2, and formulas from 1 to 3.
 */
package org.theoremeter.benchmarks;
