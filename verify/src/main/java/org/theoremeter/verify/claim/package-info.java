/**
 * Claims as data: what is predicted, which simulation it is about, how close it must come. Nothing here knows YAML or
 * reads a file; {@code claim.read} makes claims of a file, {@code evaluate} brings them together with what was observed, and
 * {@code judge} judges. A new kind of claim enters as a kind of {@link org.theoremeter.verify.claim.Claim}, and every {@code Cases}
 * says what it means there.
 */
package org.theoremeter.verify.claim;
