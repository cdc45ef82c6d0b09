package org.theoremeter.theory.symbolic.bytecode;

import java.util.function.Consumer;
import org.objectweb.asm.MethodVisitor;

/** Bytecode that leaves a number on the stack, in a static method whose one argument is the array of arguments. */
public sealed interface Instructions {
    /** Returns how many bytes there are at most. */
    int length();

    /** Appends the bytecode to a method. */
    void writeTo(MethodVisitor method);

    /** A number known at compile time. */
    record Fixed(double value) implements Instructions {
        private static final int LENGTH = 3;

        @Override
        public int length() {
            return LENGTH;
        }

        @Override
        public void writeTo(MethodVisitor method) {
            method.visitLdcInsn(value);
        }
    }

    /** Anything else. */
    record Sequence(int length, Consumer<MethodVisitor> writer) implements Instructions {
        @Override
        public void writeTo(MethodVisitor method) {
            writer.accept(method);
        }
    }
}
