package org.theoremeter.theory.symbolic.bytecode;

import java.util.List;

/** An expression compiled for many evaluations; it may be shared between threads. */
public interface CompiledFunction {
    /**
     * Evaluates the function, without allocating memory when handed an array.
     *
     * @param arguments one value for each of {@link #arguments()}, in order; the array is only read
     * @return the value; infinite or NaN where the formula is undefined or overflows
     * @throws IllegalArgumentException if there are more or fewer values than arguments
     */
    double value(double... arguments);

    /** Returns the names of the arguments in order. */
    List<String> arguments();
}
