package org.theoremeter.theory.symbolic.grammar;

/** Says that a text is not a formula, where it stops being one, and what would be accepted there. */
public final class FormulaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String formula;
    private final int column;
    private final String found;
    private final String accepted;

    /** Creates the fault: where in the formula, from column 1, what was found and what is accepted. */
    public FormulaException(String formula, int column, String found, String accepted) {
        super("column " + column + ": found " + found + ", accepted: " + accepted);
        this.formula = formula;
        this.column = column;
        this.found = found;
        this.accepted = accepted;
    }

    /** Returns the whole text that was to be read. */
    public String formula() {
        return formula;
    }

    /** Returns the place of the first offending character, from 1, counted in Unicode code points. */
    public int column() {
        return column;
    }

    /** Returns what stands there. */
    public String found() {
        return found;
    }

    /** Returns what could stand there instead. */
    public String accepted() {
        return accepted;
    }
}
