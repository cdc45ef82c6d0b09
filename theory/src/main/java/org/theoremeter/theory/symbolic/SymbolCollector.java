package org.theoremeter.theory.symbolic;

import java.util.Set;

/** Adds the names of all free symbols of a tree to a set. */
final class SymbolCollector implements ExpressionVisitor<Void> {
    private final Set<String> names;

    SymbolCollector(Set<String> names) {
        this.names = names;
    }

    @Override
    public Void numeral(Numeral numeral) {
        return null;
    }

    @Override
    public Void symbol(Symbol symbol) {
        names.add(symbol.name());
        return null;
    }

    @Override
    public Void constant(Constant constant) {
        return null;
    }

    @Override
    public Void negation(Negation negation) {
        return negation.operand().accept(this);
    }

    @Override
    public Void operation(Operation operation) {
        operation.left().accept(this);
        return operation.right().accept(this);
    }

    @Override
    public Void call(Call call) {
        call.arguments().forEach(argument -> argument.accept(this));
        return null;
    }

    @Override
    public Void piecewise(Piecewise piecewise) {
        for (Piecewise.Branch branch : piecewise.branches()) {
            branch.condition().left().accept(this);
            branch.condition().right().accept(this);
            branch.value().accept(this);
        }
        return piecewise.otherwise().accept(this);
    }
}
