package org.theoremeter.theory.symbolic;

import java.util.HashSet;
import java.util.List;

/**
 * A tree of closures over an array of arguments, one a node of the expression.
 *
 * @param arguments the names of the arguments
 * @param code the outermost closure
 */
record CompiledExpression(List<String> arguments, Code code) implements CompiledFunction {
    /** What a node computes. */
    @FunctionalInterface
    interface Code {
        double at(double[] arguments);
    }

    static CompiledFunction of(Expression expression, List<String> arguments) {
        List<String> names = List.copyOf(arguments);
        if (new HashSet<>(names).size() != names.size()) {
            throw new IllegalArgumentException("an argument is named twice in " + names);
        }
        return new CompiledExpression(names, expression.accept(new Compiler(names)));
    }

    @Override
    public double value(double... values) {
        if (values.length != arguments.size()) {
            throw new IllegalArgumentException("found " + values.length + " values for the arguments " + arguments);
        }
        return code.at(values);
    }

    /** A number known at compile time. */
    private record Fixed(double value) implements Code {
        @Override
        public double at(double[] arguments) {
            return value;
        }
    }

    /** Builds the closures from the leaves up; what depends on no argument is computed once. */
    private record Compiler(List<String> names) implements ExpressionVisitor<Code> {
        private static final double[] NONE = {};

        @Override
        public Code numeral(Numeral numeral) {
            return new Fixed(numeral.value().doubleValue());
        }

        @Override
        public Code symbol(Symbol symbol) {
            int index = names.indexOf(symbol.name());
            if (index < 0) {
                throw new IllegalArgumentException(
                        "undefined symbol '" + symbol.name() + "', the arguments are " + names);
            }
            return x -> x[index];
        }

        @Override
        public Code constant(Constant constant) {
            return new Fixed(Math.PI);
        }

        @Override
        public Code negation(Negation negation) {
            Code operand = negation.operand().accept(this);
            return foldedIf(operand instanceof Fixed, x -> -operand.at(x));
        }

        @Override
        public Code operation(Operation operation) {
            Code a = operation.left().accept(this);
            Code b = operation.right().accept(this);
            Code code = switch (operation.operator()) {
                case PLUS -> x -> a.at(x) + b.at(x);
                case MINUS -> x -> a.at(x) - b.at(x);
                case TIMES -> x -> a.at(x) * b.at(x);
                case DIVIDE -> x -> a.at(x) / b.at(x);
                case POWER -> power(a, b);
            };
            return foldedIf(a instanceof Fixed && b instanceof Fixed, code);
        }

        private static Code power(Code base, Code exponent) {
            if (exponent instanceof Fixed fixed && fixed.value() == 2) {
                return x -> {
                    double value = base.at(x);
                    return value * value;
                };
            }
            return x -> Operator.POWER.apply(base.at(x), exponent.at(x));
        }

        @Override
        public Code call(Call call) {
            ElementaryFunction function = call.function();
            Code first = call.arguments().get(0).accept(this);
            if (function.arity() == 1) {
                return foldedIf(first instanceof Fixed, x -> function.apply(first.at(x), 0));
            }
            Code second = call.arguments().get(1).accept(this);
            boolean fixed = first instanceof Fixed && second instanceof Fixed;
            return foldedIf(fixed, x -> function.apply(first.at(x), second.at(x)));
        }

        @Override
        public Code piecewise(Piecewise piecewise) {
            Code code = piecewise.otherwise().accept(this);
            for (int i = piecewise.branches().size() - 1; i >= 0; i--) {
                code = branch(piecewise.branches().get(i), code);
            }
            return code;
        }

        private Code branch(Piecewise.Branch branch, Code otherwise) {
            Relation relation = branch.condition().relation();
            Code left = branch.condition().left().accept(this);
            Code right = branch.condition().right().accept(this);
            Code value = branch.value().accept(this);
            return x -> {
                double a = left.at(x);
                double b = right.at(x);
                if (Double.isNaN(a) || Double.isNaN(b)) {
                    return Double.NaN;
                }
                return relation.holds(a, b) ? value.at(x) : otherwise.at(x);
            };
        }

        private static Code foldedIf(boolean fixed, Code code) {
            return fixed ? new Fixed(code.at(NONE)) : code;
        }
    }
}
