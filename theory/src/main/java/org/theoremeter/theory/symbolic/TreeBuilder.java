package org.theoremeter.theory.symbolic;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.theoremeter.theory.symbolic.grammar.FormulaBaseVisitor;
import org.theoremeter.theory.symbolic.grammar.FormulaException;
import org.theoremeter.theory.symbolic.grammar.FormulaLexer;
import org.theoremeter.theory.symbolic.grammar.FormulaParser;
import org.theoremeter.theory.text.Quotation;

/** Builds the tree of an expression from what the parser recognised, and checks what a grammar cannot say. */
final class TreeBuilder extends FormulaBaseVisitor<TreeBuilder.Subtree> {
    private static final Map<Integer, Relation> RELATIONS = Map.of(
            FormulaLexer.LESS, Relation.LESS,
            FormulaLexer.AT_MOST, Relation.AT_MOST,
            FormulaLexer.GREATER, Relation.GREATER,
            FormulaLexer.AT_LEAST, Relation.AT_LEAST,
            FormulaLexer.EQUAL, Relation.EQUAL);

    private final String text;

    TreeBuilder(String text) {
        this.text = text;
    }

    /** A tree with its depth, so that depth need not be counted again at every level. */
    record Subtree(Expression tree, int depth) {}

    Expression build(FormulaParser.FormulaContext formula) {
        return visit(formula.expression()).tree();
    }

    Condition build(FormulaParser.ComparisonContext comparison) {
        FormulaParser.ArgumentContext argument = comparison.argument();
        if (argument.expression().size() != 2) {
            throw error(argument.getStart(), "no comparison", "a comparison with < <= > >= or ==");
        }
        return new Condition(
                RELATIONS.get(relation(argument).getType()),
                visit(argument.expression(0)).tree(),
                visit(argument.expression(1)).tree());
    }

    @Override
    public Subtree visitExpression(FormulaParser.ExpressionContext context) {
        return chain(context.children);
    }

    @Override
    public Subtree visitTerm(FormulaParser.TermContext context) {
        return chain(context.children);
    }

    /** Joins operands and operators, which alternate, from the left. */
    private Subtree chain(List<ParseTree> parts) {
        Subtree left = visit(parts.get(0));
        for (int i = 1; i < parts.size(); i += 2) {
            Token sign = ((TerminalNode) parts.get(i)).getSymbol();
            left = join(operator(sign), left, visit(parts.get(i + 1)), sign);
        }
        return left;
    }

    private static Operator operator(Token sign) {
        return switch (sign.getType()) {
            case FormulaLexer.PLUS -> Operator.PLUS;
            case FormulaLexer.MINUS -> Operator.MINUS;
            case FormulaLexer.TIMES -> Operator.TIMES;
            default -> Operator.DIVIDE;
        };
    }

    private Subtree join(Operator operator, Subtree left, Subtree right, Token at) {
        Expression tree = new Operation(operator, left.tree(), right.tree());
        return above(tree, Math.max(left.depth(), right.depth()), at);
    }

    private Subtree above(Expression tree, int depthBelow, Token at) {
        if (depthBelow >= FormulaReader.DEEPEST) {
            throw FormulaReader.tooDeep(text, at.getStartIndex() + 1);
        }
        return new Subtree(tree, depthBelow + 1);
    }

    @Override
    public Subtree visitNegated(FormulaParser.NegatedContext context) {
        Subtree operand = visit(context.factor());
        return above(
                new Negation(operand.tree()), operand.depth(), context.MINUS().getSymbol());
    }

    @Override
    public Subtree visitPower(FormulaParser.PowerContext context) {
        Subtree base = visit(context.atom());
        return context.factor() == null
                ? base
                : join(
                        Operator.POWER,
                        base,
                        visit(context.factor()),
                        context.POWER().getSymbol());
    }

    @Override
    public Subtree visitNumber(FormulaParser.NumberContext context) {
        Token token = context.NUMBER().getSymbol();
        try {
            return new Subtree(new Numeral(new BigDecimal(token.getText())), 1);
        } catch (IllegalArgumentException outOfRange) {
            throw error(
                    token, quoted(token), "a number whose size double precision can hold, 0 or 4.9e-324 to 1.7e308");
        }
    }

    @Override
    public Subtree visitGroup(FormulaParser.GroupContext context) {
        Token open = context.OPEN().getSymbol();
        if (!open.getText().equals("(")) {
            throw error(open, quoted(open), "a number, a name, '-' or '('");
        }
        matching(context.OPEN(), context.CLOSE());
        return visit(context.expression());
    }

    private void matching(TerminalNode open, TerminalNode close) {
        String needed = open.getText().equals("(") ? ")" : "]";
        if (!close.getText().equals(needed)) {
            int column = open.getSymbol().getStartIndex() + 1;
            throw error(
                    close.getSymbol(),
                    quoted(close.getSymbol()),
                    Quotation.of(needed) + " for the " + Quotation.of(open.getText()) + " of column " + column);
        }
    }

    @Override
    public Subtree visitName(FormulaParser.NameContext context) {
        Token token = context.NAME().getSymbol();
        String name = token.getText();
        Optional<ElementaryFunction> function = ElementaryFunction.named(name);
        if (context.OPEN() == null) {
            if (function.isPresent() || Piecewise.isName(name)) {
                throw error(token, quoted(token) + " without arguments", "'" + name + "(…)'");
            }
            return new Subtree(Constant.named(name).<Expression>map(c -> c).orElseGet(() -> symbol(token)), 1);
        }
        matching(context.OPEN(), context.CLOSE());
        if (Piecewise.isName(name)) {
            return piecewise(context, token);
        }
        return call(
                function.orElseThrow(
                        () -> error(token, "the unknown function " + quoted(token), ElementaryFunction.hint(name))),
                context,
                token);
    }

    private Expression symbol(Token token) {
        if (token.getText().equals(Endpoint.INFINITY)) {
            throw error(token, quoted(token), "a finite number (only the limits of an integral may be infinite)");
        }
        return new Symbol(token.getText());
    }

    private Subtree call(ElementaryFunction function, FormulaParser.NameContext context, Token name) {
        List<Expression> arguments = new ArrayList<>();
        int depth = 0;
        for (FormulaParser.ArgumentContext argument : context.argument()) {
            Subtree value = value(argument);
            arguments.add(value.tree());
            depth = Math.max(depth, value.depth());
        }
        if (arguments.size() != function.arity()) {
            throw error(name, count(arguments.size()) + " of " + quoted(name), count(function.arity()));
        }
        return above(new Call(function, arguments), depth, name);
    }

    private static String count(int arguments) {
        return arguments == 1 ? "1 argument" : arguments + " arguments";
    }

    private Subtree value(FormulaParser.ArgumentContext argument) {
        if (argument.expression().size() == 2) {
            Token sign = relation(argument);
            throw error(sign, quoted(sign), "an operator, ',' or ')' (a comparison is a condition of piecewise only)");
        }
        return visit(argument.expression(0));
    }

    private static Token relation(FormulaParser.ArgumentContext argument) {
        return ((TerminalNode) argument.getChild(1)).getSymbol();
    }

    private Subtree piecewise(FormulaParser.NameContext context, Token name) {
        List<FormulaParser.ArgumentContext> arguments = context.argument();
        if (arguments.size() < 3 || arguments.size() % 2 == 0) {
            throw error(
                    name,
                    count(arguments.size()) + " of 'piecewise'",
                    "piecewise(condition, value, …, otherwise), an odd number of arguments from 3 on");
        }
        List<Piecewise.Branch> branches = new ArrayList<>();
        Subtree otherwise = value(arguments.get(arguments.size() - 1));
        int depth = otherwise.depth();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            FormulaParser.ArgumentContext condition = arguments.get(i);
            if (condition.expression().size() != 2) {
                throw error(condition.getStart(), "no comparison", "a condition with < <= > >= or ==");
            }
            Subtree left = visit(condition.expression(0));
            Subtree right = visit(condition.expression(1));
            Subtree value = value(arguments.get(i + 1));
            Relation relation = RELATIONS.get(relation(condition).getType());
            branches.add(new Piecewise.Branch(new Condition(relation, left.tree(), right.tree()), value.tree()));
            depth = Math.max(depth, Math.max(value.depth(), Math.max(left.depth(), right.depth())));
        }
        return above(new Piecewise(branches, otherwise.tree()), depth, name);
    }

    private static String quoted(Token token) {
        return Quotation.of(token.getText());
    }

    private FormulaException error(Token at, String found, String accepted) {
        return new FormulaException(text, at.getStartIndex() + 1, found, accepted);
    }
}
