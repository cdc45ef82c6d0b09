package org.theoremeter.theory.symbolic;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.theoremeter.theory.symbolic.bytecode.Code;
import org.theoremeter.theory.symbolic.bytecode.CompiledFunction;
import org.theoremeter.theory.symbolic.bytecode.FormulaClass;

/** A formula as a class of its own, which the virtual machine optimises like any other. */
final class CompiledExpression implements CompiledFunction {
    private static final Recent RECENT = new Recent();

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
        return RECENT.get(new Source(expression, names));
    }

    /** What was compiled, and in which order the arguments come. */
    private record Source(Expression expression, List<String> arguments) {
        CompiledExpression compiled() {
            return new CompiledExpression(arguments, FormulaClass.load(Compilation.of(expression, arguments)));
        }
    }

    /** The formulas compiled last: an integrand is compiled once, not once a point, and stays optimised. */
    private static final class Recent {
        private static final int MOST = 512;

        private final Map<Source, CompiledExpression> compiled = new LinkedHashMap<>(MOST, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Source, CompiledExpression> eldest) {
                return size() > MOST;
            }
        };

        synchronized CompiledExpression get(Source source) {
            return compiled.computeIfAbsent(source, Source::compiled);
        }
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
