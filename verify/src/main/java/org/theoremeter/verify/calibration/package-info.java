/**
 * Measures how often each judge is wrong, on synthetic observations whose truth is known.
 *
 * <p>A subject draws what a claim of its kind would observe, with a truth at or beyond the edge of the margin and with
 * moderate, skewed or heavy-tailed noise, or with the copies, chains and clusters of a user's table, and asks the same judge that
 * claims are judged by. Nothing is simulated.
 */
package org.theoremeter.verify.calibration;
