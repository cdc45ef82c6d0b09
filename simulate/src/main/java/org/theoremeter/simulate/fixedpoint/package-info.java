/**
 * Fixed and slow points of trained networks, the minima of q(r) = ½‖F(r) − r‖²: by minimisation from many starts, which may overlook some,
 * and by going through the linear regions of piecewise-linear networks, which overlooks none where it says so.
 * What is found is told apart from what is proved. Tasks and training do not enter. Theory 3 and 6.
 *
 * <ul>
 *   <li>Search: {@link PointSearch} within {@link SearchSettings}, from states of {@link TrajectoryStates}, gives {@link Points}, each a {@link
 *       Point} of a {@link Kind} with its {@link Certificate}.
 *   <li>Parts of it: {@code Descent} minimises q and ends in a {@code Candidate}, on {@code Cholesky}; {@code Relaxation} follows the map;
 *       {@code Certification} refines and proves; {@link Parallel} shares the work.
 *   <li>To be looked at: {@link LeadingPlane}, the plane of the two leading principal components.
 * </ul>
 */
package org.theoremeter.simulate.fixedpoint;
