/**
 * Classes made at run time: one a formula, so that a law costs as little as if it had been written in Java. A formula is one
 * method; a long one, or one of several cases, is several. Instructions enter, a class file leaves; what they mean is not known
 * here.
 *
 * <p>Entry: {@link FormulaClass}, the class in the making, says how it is used; {@link Instructions} leave a number on the stack.
 * The class file is {@code byte[]}, its loaded instance {@link Code}. {@link Power} is the rule for powers;
 * {@link CompiledFunction} is what others make of a {@code Code}: a function whose arguments have names.
 */
package org.theoremeter.theory.symbolic.bytecode;
