/**
 * Fields that switch: the surfaces on which they do, the smooth field on each side, sliding along a surface, and where
 * a solution goes from there if it is unique.
 */
package org.theoremeter.simulate.ode.regime;
