/**
 * Measures: what is read off a trained network, such as its outlier eigenvalues, and off its answers, such as whether it
 * learned its task.
 * A measure enters with a definition that a second, independent computation can be held against.
 * Theory 1.2, 1.8, 1.9, 1.11, 2.3, 3.8, 3.9 and 6.2.
 *
 * <ul>
 *   <li>Of weights: {@link Spectrum}, what matters of the eigenvalues; {@link LeadingEigenvalue} and {@link TrackedOutlier}
 *       follow one through training; {@link Outliers} decides whether one has left the bulk, {@link Isolation} how isolated the
 *       leading one is; {@link TangentKernel}, the kernel of a network's responses; {@link ResponseMoments}, its moments and
 *       the least change of weights that makes them others.
 *   <li>Of a latent: {@link LatentField}, the reduced field of a rank-one network, with its fixed points and ghosts;
 *       {@link IsolatedZeros} finds them without overlooking one. {@link LatentPlane} is the field of a rank-two network, a
 *       {@link PlaneField}, whose fixed points {@link PlaneZeros} finds so.
 *   <li>Of answers: {@link ResponseScore} scores an epoch, reading through an {@link OutputReader}; {@link Learned} says
 *       whether a run learned its task.
 * </ul>
 */
package org.theoremeter.simulate.measure;
