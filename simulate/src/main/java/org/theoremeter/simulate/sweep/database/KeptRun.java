package org.theoremeter.simulate.sweep.database;

/**
 * A finished run as it is kept.
 *
 * @param hash SHA-256 of everything that made it
 * @param key what made it, as JSON, for people who open the database
 * @param diverged whether it diverged
 * @param scalars its scalars, events and divergence as JSON, to be read without the rest
 * @param content all that was observed, compressed
 * @param seconds how long it took; no part of what was observed
 */
public record KeptRun(String hash, String key, boolean diverged, String scalars, byte[] content, double seconds) {}
