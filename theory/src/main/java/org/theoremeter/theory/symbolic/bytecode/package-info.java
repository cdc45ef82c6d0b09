/**
 * Classes made at run time: one method a formula, so that a law costs as little as if it had been written in Java.
 * Instructions enter, a compiled function leaves; what they mean is not known here.
 */
package org.theoremeter.theory.symbolic.bytecode;
