/**
 * What a JSON file must look like before anything of it is believed: every key, the type and the range of every value.
 *
 * <p>Only what knows no file format may enter; the formats themselves are declared beside the records that they hold. It belongs
 * to no section of the theory.
 *
 * <p>{@link Shape} is what a value must be, {@link Field} a field of an object, {@code Fields} the object; a
 * {@code ShapeException} says what is not so, and {@link Found} shows what was there.
 */
package org.theoremeter.verify.json;
