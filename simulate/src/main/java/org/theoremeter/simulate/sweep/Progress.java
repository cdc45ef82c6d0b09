package org.theoremeter.simulate.sweep;

/**
 * Reports that one more run of a sweep has its result.
 *
 * @param done how many runs have theirs now
 * @param total how many there are
 * @param result the one just finished
 */
public record Progress(int done, int total, Result result) {}
