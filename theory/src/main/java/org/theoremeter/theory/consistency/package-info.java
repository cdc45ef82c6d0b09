/**
 * The laws of temporal consistency regularization: a slow point that searches, its optimum and its critical rate. Formulas
 * only enter, and the ceiling at which the slow point is held is finite in all of them. Theory 7.2.
 *
 * <p>All of them are in {@link ConsistencyLaws}.
 */
package org.theoremeter.theory.consistency;
