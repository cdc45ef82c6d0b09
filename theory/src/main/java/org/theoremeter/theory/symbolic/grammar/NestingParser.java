package org.theoremeter.theory.symbolic.grammar;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/** Counts how deeply the rules of a formula nest, and stops the parser before the stack of the thread is at risk. */
public abstract class NestingParser extends Parser {
    private int limit = Integer.MAX_VALUE;
    private int depth;

    /** Creates a parser without a limit. */
    protected NestingParser(TokenStream input) {
        super(input);
    }

    /**
     * Sets how many rules may be open at once.
     *
     * @param limit the largest number of nested expressions and factors
     */
    public final void limitNesting(int limit) {
        this.limit = limit;
    }

    /** Enters one more nested rule. */
    protected final void deeper() {
        depth++;
        if (depth > limit) {
            throw new TooDeep(getCurrentToken());
        }
    }

    /** Leaves a nested rule. */
    protected final void shallower() {
        depth--;
    }

    /** Reports the token at which the nesting passed its limit. */
    public static final class TooDeep extends RuntimeException {
        private final transient Token token;

        TooDeep(Token token) {
            super("nested too deeply", null, false, false);
            this.token = token;
        }

        /** Returns the first token beyond the limit. */
        public Token token() {
            return token;
        }
    }
}
