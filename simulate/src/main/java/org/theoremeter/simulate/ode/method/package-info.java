/**
 * Methods that integrate a smooth field step by step: the explicit one of the library and Radau IIA, how far a step may
 * go, and what a run has spent. No field here switches; that is for {@code regime}.
 */
package org.theoremeter.simulate.ode.method;
