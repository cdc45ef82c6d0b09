package org.theoremeter.theory.symbolic;

import java.util.HashSet;
import java.util.List;

/** A formula as a class of its own, which the virtual machine optimises like any other. */
final class CompiledExpression implements CompiledFunction {
    private final List<String> arguments;
    private final int count;
    private final Code code;

    private CompiledExpression(List<String> arguments, Code code) {
        this.arguments = arguments;
        this.count = arguments.size();
        this.code = code;
    }

    static CompiledFunction of(Expression expression, List<String> arguments) {
        List<String> names = List.copyOf(arguments);
        if (new HashSet<>(names).size() != names.size()) {
            throw new IllegalArgumentException("an argument is named twice in " + names);
        }
        return new CompiledExpression(names, FormulaClass.load(Compilation.of(expression, names)));
    }

    @Override
    public double value(double... values) {
        if (values.length != count) {
            throw new IllegalArgumentException("found " + values.length + " values for the arguments " + arguments);
        }
        return code.at(values);
    }

    @Override
    public List<String> arguments() {
        return arguments;
    }
}
