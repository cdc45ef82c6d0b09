package org.theoremeter.simulate.network;

/**
 * Names a matrix, or a vector as a matrix of one column, inside the flat vector of a network's parameters; row by row.
 *
 * @param name name, as in the network's equations
 * @param role what it does there
 * @param rows number of rows
 * @param columns number of columns
 * @param offset index of its first number
 * @param fanIn number of terms in the sum to which it belongs, for initialisations
 */
public record ParameterBlock(String name, Role role, int rows, int columns, int offset, int fanIn) {

    /** What a block does. */
    public enum Role {
        /** Weights from units to units. */
        RECURRENT,
        /** Weights from the input. */
        INPUT,
        /** Weights to the output. */
        OUTPUT,
        /** Added to a sum of the other kinds. */
        BIAS,
        /** Factor of a unit's own state. */
        DECAY
    }

    /** Returns how many numbers it has. */
    public int size() {
        return rows * columns;
    }

    /** Returns the index of the number in a row and column. */
    public int at(int row, int column) {
        return offset + row * columns + column;
    }
}
