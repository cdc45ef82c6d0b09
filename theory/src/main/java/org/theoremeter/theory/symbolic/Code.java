package org.theoremeter.theory.symbolic;

/** The code of a formula, in a class that {@link FormulaClass} writes. */
abstract class Code {
    /** Evaluates the formula; the array is long enough and only read. */
    abstract double at(double[] arguments);
}
