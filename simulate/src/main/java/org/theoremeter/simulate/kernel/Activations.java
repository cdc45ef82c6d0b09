package org.theoremeter.simulate.kernel;

/**
 * Applies tanh and the logistic function in place, to a multiple of 16 numbers.
 *
 * <p>In double precision tanh errs by at most 3 and the logistic function by at most 4 units in the last place; in single
 * precision likewise. Below −700 (−87 in single precision) the logistic function stays what it is there, less than 1e-304
 * (1e-37). NaN gives NaN.
 */
public interface Activations {

    /** Replaces x by tanh(x). */
    void tanh(Store x, int offset, int count);

    /** Replaces x by 1/(1 + e^−x). */
    void logistic(Store x, int offset, int count);
}
