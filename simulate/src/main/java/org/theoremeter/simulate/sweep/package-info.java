/**
 * Many runs at once: cells of a grid times seeds, in parallel, each observation kept under the hash of what made it.
 * Nothing here knows what an experiment does; whoever adds a way to run or keep cells keeps results independent of
 * the number of threads.
 * It serves every section of the theory alike.
 */
package org.theoremeter.simulate.sweep;
