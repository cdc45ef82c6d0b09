package org.theoremeter.theory.symbolic;

import java.util.function.Function;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.theoremeter.theory.symbolic.grammar.FormulaException;
import org.theoremeter.theory.symbolic.grammar.FormulaLexer;
import org.theoremeter.theory.symbolic.grammar.FormulaParser;
import org.theoremeter.theory.symbolic.grammar.NestingParser;
import org.theoremeter.theory.symbolic.grammar.SyntaxErrors;

/** Reads the text of a formula into a tree. */
final class FormulaReader {
    static final int LONGEST = 10_000;
    static final int DEEPEST = 200;

    private FormulaReader() {}

    static Expression read(String text) {
        return read(text, parser -> new TreeBuilder(text).build(parser.formula()));
    }

    static Condition readCondition(String text) {
        return read(text, parser -> new TreeBuilder(text).build(parser.comparison()));
    }

    private static <T> T read(String text, Function<FormulaParser, T> rule) {
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST) {
            throw new FormulaException(
                    text, LONGEST + 1, length + " characters", "a formula of at most " + LONGEST + " characters");
        }
        FormulaLexer lexer = new FormulaLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        FormulaParser parser = new FormulaParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(new SyntaxErrors(text, tokens));
        // A bracket opens an expression and a factor; the tree builder then counts the tree itself.
        parser.limitNesting(2 * DEEPEST + 2);
        try {
            return rule.apply(parser);
        } catch (NestingParser.TooDeep tooDeep) {
            throw tooDeep(text, tooDeep.token().getStartIndex() + 1);
        }
    }

    static FormulaException tooDeep(String text, int column) {
        return new FormulaException(
                text, column, "more than " + DEEPEST + " levels", "a formula at most " + DEEPEST + " levels deep");
    }
}
