package org.theoremeter.theory.symbolic.grammar;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.theoremeter.theory.text.Quotation;

/** Turns the first complaint of the parser into a {@link FormulaException} for the reader of the formula. */
public final class SyntaxErrors extends BaseErrorListener {
    private static final String OPERAND = "a number, a name, '-' or '('";
    private static final Set<Integer> OPERAND_ENDS =
            Set.of(FormulaLexer.NUMBER, FormulaLexer.NAME, FormulaLexer.CLOSE, FormulaLexer.OTHER);
    private static final Set<Integer> OPERAND_STARTS =
            Set.of(FormulaLexer.NUMBER, FormulaLexer.NAME, FormulaLexer.OPEN);
    private static final Set<Integer> COMPARISONS = Set.of(
            FormulaLexer.LESS, FormulaLexer.AT_MOST, FormulaLexer.GREATER, FormulaLexer.AT_LEAST, FormulaLexer.EQUAL);

    private final String text;
    private final CommonTokenStream tokens;

    /** Creates a listener for the parser of a text. */
    public SyntaxErrors(String text, CommonTokenStream tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            Object offendingSymbol,
            int line,
            int charPositionInLine,
            String message,
            RecognitionException exception) {
        Token offending = (Token) offendingSymbol;
        int index = offending.getTokenIndex();
        Deque<Token> open = openBefore(index);
        boolean afterOperand =
                index > 0 && OPERAND_ENDS.contains(tokens.get(index - 1).getType());
        if (offending.getType() == FormulaLexer.CLOSE && open.isEmpty()) {
            throw error(offending, quoted(offending) + " that nothing opens", afterOperand ? "an operator" : OPERAND);
        }
        if (offending.getType() == Token.EOF && !open.isEmpty() && afterOperand) {
            throw error(
                    open.peek(),
                    quoted(open.peek()) + " that is never closed",
                    "a matching " + Quotation.of(closing(open)));
        }
        String found = offending.getType() == Token.EOF ? "the end of the formula" : quoted(offending);
        throw error(offending, found, afterOperand ? continuation(offending, open) : OPERAND);
    }

    /** Returns the brackets that are open before a token, the innermost first. */
    private Deque<Token> openBefore(int index) {
        Deque<Token> open = new ArrayDeque<>();
        for (Token token : tokens.getTokens().subList(0, index)) {
            if (token.getType() == FormulaLexer.OPEN) {
                open.push(token);
            } else if (token.getType() == FormulaLexer.CLOSE && !open.isEmpty()) {
                open.pop();
            }
        }
        return open;
    }

    private static String continuation(Token offending, Deque<Token> open) {
        String end = open.isEmpty() ? "the end of the formula" : Quotation.of(closing(open));
        String accepted = "an operator or " + end;
        if (OPERAND_STARTS.contains(offending.getType())) {
            return accepted + " (a product is written with *)";
        }
        if (COMPARISONS.contains(offending.getType()) || offending.getText().equals("=")) {
            return accepted + " (comparisons < <= > >= == stand as conditions of piecewise only)";
        }
        return accepted;
    }

    private static String closing(Deque<Token> open) {
        return open.peek().getText().equals("(") ? ")" : "]";
    }

    private static String quoted(Token token) {
        return Quotation.of(token.getText());
    }

    private FormulaException error(Token at, String found, String accepted) {
        return new FormulaException(text, at.getStartIndex() + 1, found, accepted);
    }
}
