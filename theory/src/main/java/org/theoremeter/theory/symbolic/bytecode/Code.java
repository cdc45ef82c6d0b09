package org.theoremeter.theory.symbolic.bytecode;

/** The code of a formula, in a class that {@link FormulaClass} writes. */
public abstract class Code {
    /** Evaluates the formula; the array is long enough and only read. */
    public abstract double at(double[] arguments);
}
