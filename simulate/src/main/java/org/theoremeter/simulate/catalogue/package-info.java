/**
 * The built-in experiments by name. A new experiment enters this list; its family lives under {@code experiment} and
 * does not know it.
 *
 * <p>{@link Experiments} is the list.
 */
package org.theoremeter.simulate.catalogue;
