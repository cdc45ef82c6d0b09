package org.theoremeter.theory.symbolic;

import java.util.List;
import java.util.function.Consumer;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.theoremeter.theory.symbolic.bytecode.Code;
import org.theoremeter.theory.symbolic.bytecode.FormulaClass;
import org.theoremeter.theory.symbolic.bytecode.Instructions;
import org.theoremeter.theory.symbolic.bytecode.Power;
import org.theoremeter.theory.text.Quotation;

/**
 * Writes the bytecode of a formula from the leaves up; what depends on no argument is computed once.
 *
 * <p>Calls from one object to another for each node would cost several times what the arithmetic costs, since no
 * call site of theirs knows what it will meet.
 */
public final class Compilation implements ExpressionVisitor<Instructions> {
    /**
     * Bytes; what is longer becomes a method. The virtual machine does not optimise methods beyond 8,000, and
     * four parts of this length, a case with its condition and what follows, stay below.
     */
    private static final int LONGEST = 1500;

    private static final String MATH = Type.getInternalName(Math.class);
    private static final String OF_ONE = "(D)D";
    private static final String OF_TWO = "(DD)D";
    private static final int LENGTH_OF_CALL = 3;
    private static final int LENGTH_OF_SYMBOL = 5;

    private final List<String> names;
    private final FormulaClass target = new FormulaClass();

    private Compilation(List<String> names) {
        this.names = names;
    }

    /**
     * Compiles a formula to the class file of a {@link Code}.
     *
     * @throws IllegalArgumentException if a free symbol is not among the names
     */
    public static byte[] of(Expression expression, List<String> names) {
        Compilation compilation = new Compilation(names);
        return compilation.target.completed(expression.accept(compilation));
    }

    @Override
    public Instructions numeral(Numeral numeral) {
        return new Instructions.Fixed(numeral.value().doubleValue());
    }

    @Override
    public Instructions constant(Constant constant) {
        return new Instructions.Fixed(Math.PI);
    }

    @Override
    public Instructions symbol(Symbol symbol) {
        int index = names.indexOf(symbol.name());
        if (index < 0) {
            throw new IllegalArgumentException(
                    "undefined symbol " + Quotation.of(symbol.name()) + ", the arguments are " + names);
        }
        return new Instructions.Sequence(LENGTH_OF_SYMBOL, method -> {
            method.visitVarInsn(Opcodes.ALOAD, 0);
            method.visitLdcInsn(index);
            method.visitInsn(Opcodes.DALOAD);
        });
    }

    @Override
    public Instructions negation(Negation negation) {
        Instructions operand = negation.operand().accept(this);
        if (operand instanceof Instructions.Fixed fixed) {
            return new Instructions.Fixed(-fixed.value());
        }
        return sequence(operand.length() + 1, method -> {
            operand.writeTo(method);
            method.visitInsn(Opcodes.DNEG);
        });
    }

    @Override
    public Instructions operation(Operation operation) {
        Instructions a = operation.left().accept(this);
        Instructions b = operation.right().accept(this);
        if (a instanceof Instructions.Fixed left && b instanceof Instructions.Fixed right) {
            return new Instructions.Fixed(operation.operator().apply(left.value(), right.value()));
        }
        return switch (operation.operator()) {
            case PLUS -> joined(a, b, Opcodes.DADD);
            case MINUS -> joined(a, b, Opcodes.DSUB);
            case TIMES -> joined(a, b, Opcodes.DMUL);
            case DIVIDE -> joined(a, b, Opcodes.DDIV);
            case POWER -> power(a, b);
        };
    }

    private Instructions joined(Instructions a, Instructions b, int opcode) {
        return sequence(a.length() + b.length() + 1, method -> {
            a.writeTo(method);
            b.writeTo(method);
            method.visitInsn(opcode);
        });
    }

    private Instructions power(Instructions base, Instructions exponent) {
        if (!(exponent instanceof Instructions.Fixed fixed)) {
            return called(Type.getInternalName(Power.class), "of", base, exponent);
        }
        if (!Power.isProduct(fixed.value())) {
            return called(MATH, "pow", base, exponent);
        }
        int factors = (int) Math.abs(fixed.value());
        Instructions product = sequence(base.length() + 2 * factors, method -> {
            base.writeTo(method);
            multiply(method, factors);
        });
        return fixed.value() > 0 ? product : joined(new Instructions.Fixed(1), product, Opcodes.DDIV);
    }

    /** Replaces x on the stack by its power as {@link Power} defines it, in at most two bytes a factor. */
    private static void multiply(MethodVisitor method, int factors) {
        if (factors == 1) {
            return;
        }
        boolean odd = factors % 2 == 1;
        if (odd) {
            method.visitInsn(Opcodes.DUP2);
        }
        method.visitInsn(Opcodes.DUP2);
        method.visitInsn(Opcodes.DMUL);
        multiply(method, factors / 2);
        if (odd) {
            method.visitInsn(Opcodes.DMUL);
        }
    }

    @Override
    public Instructions call(Call call) {
        ElementaryFunction function = call.function();
        Instructions first = call.arguments().get(0).accept(this);
        if (function.arity() == 2) {
            return called(
                    MATH, function.javaName(), first, call.arguments().get(1).accept(this));
        }
        if (first instanceof Instructions.Fixed fixed) {
            return new Instructions.Fixed(function.apply(fixed.value(), 0));
        }
        return switch (function) {
            case TRANSPOSE, TRACE, DET -> first;
            case INVERSE ->
                new Operation(Operator.DIVIDE, Numeral.ONE, call.arguments().get(0)).accept(this);
            default ->
                sequence(first.length() + LENGTH_OF_CALL, method -> {
                    first.writeTo(method);
                    method.visitMethodInsn(Opcodes.INVOKESTATIC, MATH, function.javaName(), OF_ONE, false);
                });
        };
    }

    private Instructions called(String owner, String name, Instructions first, Instructions second) {
        return sequence(first.length() + second.length() + LENGTH_OF_CALL, method -> {
            first.writeTo(method);
            second.writeTo(method);
            method.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, OF_TWO, false);
        });
    }

    @Override
    public Instructions piecewise(Piecewise piecewise) {
        Instructions code = piecewise.otherwise().accept(this);
        for (int i = piecewise.branches().size() - 1; i >= 0; i--) {
            code = branch(piecewise.branches().get(i), code);
        }
        return code;
    }

    /** Writes a method of its own for each case, so that the stack is empty wherever it jumps to. */
    private Instructions branch(Piecewise.Branch branch, Instructions otherwise) {
        Instructions left = branch.condition().left().accept(this);
        Instructions right = branch.condition().right().accept(this);
        Instructions value = branch.value().accept(this);
        Relation relation = branch.condition().relation();
        return target.method(method -> {
            Label fails = new Label();
            Label undefined = new Label();
            left.writeTo(method);
            method.visitVarInsn(Opcodes.DSTORE, 1);
            right.writeTo(method);
            method.visitVarInsn(Opcodes.DSTORE, 3);
            jumpIfUndefined(method, 1, undefined);
            jumpIfUndefined(method, 3, undefined);
            compare(method, 1, 3);
            method.visitJumpInsn(jumpIfNot(relation), fails);
            value.writeTo(method);
            method.visitInsn(Opcodes.DRETURN);
            method.visitLabel(fails);
            otherwise.writeTo(method);
            method.visitInsn(Opcodes.DRETURN);
            method.visitLabel(undefined);
            method.visitLdcInsn(Double.NaN);
            method.visitInsn(Opcodes.DRETURN);
        });
    }

    private static void jumpIfUndefined(MethodVisitor method, int variable, Label undefined) {
        compare(method, variable, variable);
        method.visitJumpInsn(Opcodes.IFNE, undefined);
    }

    private static void compare(MethodVisitor method, int a, int b) {
        method.visitVarInsn(Opcodes.DLOAD, a);
        method.visitVarInsn(Opcodes.DLOAD, b);
        method.visitInsn(Opcodes.DCMPL);
    }

    private static int jumpIfNot(Relation relation) {
        return switch (relation) {
            case LESS -> Opcodes.IFGE;
            case AT_MOST -> Opcodes.IFGT;
            case GREATER -> Opcodes.IFLE;
            case AT_LEAST -> Opcodes.IFLT;
            case EQUAL -> Opcodes.IFNE;
        };
    }

    private Instructions sequence(int length, Consumer<MethodVisitor> writer) {
        Instructions whole = new Instructions.Sequence(length, writer);
        return length <= LONGEST ? whole : target.method(whole);
    }
}
