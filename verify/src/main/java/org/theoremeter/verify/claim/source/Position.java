package org.theoremeter.verify.claim.source;

/**
 * Names a place in a claim file.
 *
 * @param file the file as the user named it
 * @param line the line, from 1; 0 for a value that stands in no file, as from the command line
 * @param column the column, from 1
 */
public record Position(String file, int line, int column) {

    /** Returns the place {@code columns} to the right, on the same line. */
    public Position right(int columns) {
        return new Position(file, line, column + columns);
    }

    /** Returns {@code file:line:column}, the form editors and terminals jump to. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
