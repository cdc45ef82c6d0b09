/**
 * Places in files that users wrote, and the fault that points at one. Whatever reads a file says with them where it is
 * wrong.
 *
 * <p>{@link Position} is a place, {@link ClaimException} the fault.
 */
package org.theoremeter.verify.claim.source;
