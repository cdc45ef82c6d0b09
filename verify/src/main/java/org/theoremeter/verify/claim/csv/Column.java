package org.theoremeter.verify.claim.csv;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The values of a column: numbers as such, and the text of what is none, each text held once. */
final class Column {

    private static final int FIRST_ROOM = 16;
    /** Messages quote numbers as they were written; of so many it is remembered. */
    private static final int MOST_WRITTEN = 1_000;

    private final Map<String, String> known = new HashMap<>();
    private final Map<Integer, String> written = new HashMap<>();
    private double[] numbers = new double[FIRST_ROOM];
    /** Null as long as all values are numbers. */
    private String[] texts;

    private int size;

    /**
     * Adds the value of the next row.
     *
     * @param number the value, NaN if it is no number
     * @param text how it was written
     */
    void add(double number, String text) {
        if (size == numbers.length) {
            // by half: two thirds of the room at least are in use
            numbers = Arrays.copyOf(numbers, size + size / 2);
        }
        numbers[size] = number;
        boolean isText = Double.isNaN(number);
        if (isText && texts == null) {
            texts = new String[numbers.length];
        }
        if (texts != null) {
            texts = texts.length < numbers.length ? Arrays.copyOf(texts, numbers.length) : texts;
            texts[size] = isText ? known.computeIfAbsent(text, same -> same) : null;
        }
        if (!isText && written.size() < MOST_WRITTEN && !shortest(number).equals(text)) {
            written.put(size, text);
        }
        size++;
    }

    /** Returns the value of a row, NaN if it is no number. */
    double number(int row) {
        return numbers[row];
    }

    /** Returns the value of a row as it was written; of most numbers the shortest text that reads as the same. */
    String text(int row) {
        if (texts != null && texts[row] != null) {
            return texts[row];
        }
        return written.getOrDefault(row, shortest(numbers[row]));
    }

    private static String shortest(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) <= CsvNumber.LARGEST_COUNT;
        return whole ? Long.toString((long) number) : Double.toString(number);
    }
}
