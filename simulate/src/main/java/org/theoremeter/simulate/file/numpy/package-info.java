/**
 * Arrays in numpy's formats: .npy 1.0 and .npz, a zip of them, as {@code numpy.load} reads and {@code numpy.savez} writes them.
 *
 * <p>What is read may come from anywhere: every length is held against what is accepted before room is made for it. What the
 * arrays mean is no concern here. It belongs to no section of the theory.
 */
package org.theoremeter.simulate.file.numpy;
