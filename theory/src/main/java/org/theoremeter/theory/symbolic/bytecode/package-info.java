/**
 * Classes made at run time: one method a formula, so that a law costs as little as if it had been written in Java.
 * Instructions enter, a compiled function leaves; what they mean is not known here.
 *
 * <p>Entry: {@link FormulaClass}, the class in the making; {@link Code} is its code, {@link Instructions} leave a number on the
 * stack, {@link Power} is the rule for powers. What leaves is a {@link CompiledFunction}.
 */
package org.theoremeter.theory.symbolic.bytecode;
