package org.theoremeter.simulate.file.numpy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An array of numbers.
 *
 * @param shape its lengths, none for a single number
 * @param values the numbers, the last index running fastest; shared
 */
public record NumpyArray(List<Integer> shape, double[] values) {

    /** How a number is written. */
    public enum Type {
        /** IEEE binary64, little-endian. */
        FLOAT64("<f8", Double.BYTES),
        /** IEEE binary32, little-endian. */
        FLOAT32("<f4", Float.BYTES);

        private final String word;
        private final int size;

        Type(String word, int size) {
            this.word = word;
            this.size = size;
        }

        /** Returns numpy's word for it. */
        String word() {
            return word;
        }

        /** Returns how many bytes a number takes. */
        int size() {
            return size;
        }
    }

    /**
     * Copies the shape.
     *
     * @throws IllegalArgumentException if there are more or fewer numbers than the shape has
     */
    public NumpyArray {
        shape = List.copyOf(shape);
        long size = shape.stream().mapToLong(length -> length).reduce(1, Math::multiplyExact);
        if (size != values.length) {
            throw new IllegalArgumentException(
                    "found " + values.length + " numbers, accepted: " + size + " for the shape " + text(shape));
        }
    }

    /** Writes a shape as numpy does: {@code (3, 4)}, {@code (3,)}, {@code ()}. */
    public static String text(List<Integer> shape) {
        return shape.stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", ", "(", shape.size() == 1 ? ",)" : ")"));
    }
}
