/**
 * Where symbols lie: the domain of each, and what is assumed between them. A statement holds on a region or not at all;
 * every check of the theory is asked on one.
 *
 * <p>{@link Domain} is where one symbol lies, {@link Region} where all of them do, with what is assumed between them.
 */
package org.theoremeter.theory.symbolic.region;
