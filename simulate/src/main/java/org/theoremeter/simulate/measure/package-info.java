/**
 * Measures: what is read off a trained network, such as its outlier eigenvalues, and off its answers, such as whether it
 * learned its task.
 * A measure enters with a definition that a second, independent computation can be held against.
 * Theory 1.2, 1.8, 1.9, 2.3 and 6.2.
 */
package org.theoremeter.simulate.measure;
