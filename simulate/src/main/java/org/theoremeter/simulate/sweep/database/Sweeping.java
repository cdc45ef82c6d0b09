package org.theoremeter.simulate.sweep.database;

/**
 * A sweep that was begun under a name.
 *
 * @param name its name, with its profile
 * @param settings all that must stay the same while its grid and seeds grow, as text
 */
public record Sweeping(String name, String settings) {}
