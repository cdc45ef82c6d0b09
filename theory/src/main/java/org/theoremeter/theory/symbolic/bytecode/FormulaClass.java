package org.theoremeter.theory.symbolic.bytecode;

import java.lang.invoke.MethodHandles;
import java.util.function.Consumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The class file of one formula in the making; the class is hidden and goes when its only instance goes.
 *
 * <p>To use it, create one a formula; hand each part that is too long for one method, or that jumps, to {@link #method}, and go
 * on with the call that it returns; hand what is then left of the formula to {@link #completed}, once and last; {@link #load} the
 * bytes.
 */
public final class FormulaClass {
    private static final String PARENT = Type.getInternalName(Code.class);
    private static final String NAME = PARENT + "OfFormula";
    private static final String CONSTRUCTOR = "<init>";
    private static final String EVALUATION = "([D)D";
    /** Load the array and call. */
    private static final int LENGTH_OF_CALL = 4;

    private final ClassWriter file = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    private int methods;

    /** Begins a class. */
    public FormulaClass() {
        file.visit(Opcodes.V17, Opcodes.ACC_FINAL, NAME, null, PARENT, null);
        write(0, CONSTRUCTOR, "()V", method -> {
            method.visitVarInsn(Opcodes.ALOAD, 0);
            method.visitMethodInsn(Opcodes.INVOKESPECIAL, PARENT, CONSTRUCTOR, "()V", false);
            method.visitInsn(Opcodes.RETURN);
        });
    }

    /**
     * Writes a static method whose one argument is the array of arguments.
     *
     * @param body writes its body, which returns a number
     * @return the call of the method
     */
    public Instructions method(Consumer<MethodVisitor> body) {
        String name = "part" + methods++;
        write(Opcodes.ACC_STATIC, name, EVALUATION, body);
        return new Instructions.Sequence(LENGTH_OF_CALL, caller -> {
            caller.visitVarInsn(Opcodes.ALOAD, 0);
            caller.visitMethodInsn(Opcodes.INVOKESTATIC, NAME, name, EVALUATION, false);
        });
    }

    /** Writes a static method that returns what the instructions compute. */
    public Instructions method(Instructions instructions) {
        return method(body -> {
            instructions.writeTo(body);
            body.visitInsn(Opcodes.DRETURN);
        });
    }

    private void write(int access, String name, String descriptor, Consumer<MethodVisitor> body) {
        MethodVisitor method = file.visitMethod(access, name, descriptor, null, null);
        method.visitCode();
        body.accept(method);
        // The sizes are computed; the call asks for that.
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    /** Completes the class, whose instances compute what the instructions compute. */
    public byte[] completed(Instructions instructions) {
        write(0, "at", EVALUATION, method -> {
            // A method of an instance has its argument elsewhere.
            method.visitVarInsn(Opcodes.ALOAD, 1);
            method.visitVarInsn(Opcodes.ASTORE, 0);
            instructions.writeTo(method);
            method.visitInsn(Opcodes.DRETURN);
        });
        file.visitEnd();
        return file.toByteArray();
    }

    /** Loads a completed class and makes its instance. */
    public static Code load(byte[] completed) {
        try {
            return (Code) MethodHandles.lookup()
                    .defineHiddenClass(completed, true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a formula could not be compiled", impossible);
        }
    }
}
