/**
 * The arithmetic on the vectors of the hardware, by {@code jdk.incubator.vector}; loaded only where the Java machine was
 * started with that module. Only operations that the interface fixes to the last bit are used (no reductions, no library
 * functions), so that interpreted, compiled, wide and narrow give what plain Java gives.
 */
package org.theoremeter.simulate.kernel.vector;
