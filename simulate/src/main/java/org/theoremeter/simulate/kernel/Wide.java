package org.theoremeter.simulate.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a double or long that stays one where the build derives a class in single precision: what interfaces ask for, and sums
 * taken in double precision. How classes are derived stands at the head of this package.
 */
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.SOURCE)
public @interface Wide {}
