package org.theoremeter.verify.json;

/**
 * A field of an object.
 *
 * @param name its key
 * @param shape what its value must be
 * @param needed whether it must be there; if not, null stands for nothing too
 */
public record Field(String name, Shape shape, boolean needed) {

    /** Makes a field that must be there. */
    public static Field of(String name, Shape shape) {
        return new Field(name, shape, true);
    }

    /** Makes a field that may be left out. */
    public static Field optional(String name, Shape shape) {
        return new Field(name, shape, false);
    }
}
