/**
 * Where symbols lie: the domain of each, and what is assumed between them. A statement holds on a region or not at all;
 * every check of the theory is asked on one.
 */
package org.theoremeter.theory.symbolic.region;
