/**
 * The command simulate: runs of experiments, their progress, and the files they leave.
 */
package org.theoremeter.verify.cli.simulation;
