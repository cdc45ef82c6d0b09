package org.theoremeter.theory.symbolic;

/** The five comparisons that a condition may make. */
public enum Relation {
    /** Strictly smaller. */
    LESS("<", "<", "&lt;", "<") {
        @Override
        public boolean holds(double left, double right) {
            return left < right;
        }
    },
    /** Smaller or equal. */
    AT_MOST("<=", "\\le", "&#x2264;", "≤") {
        @Override
        public boolean holds(double left, double right) {
            return left <= right;
        }
    },
    /** Strictly larger. */
    GREATER(">", ">", "&gt;", ">") {
        @Override
        public boolean holds(double left, double right) {
            return left > right;
        }
    },
    /** Larger or equal. */
    AT_LEAST(">=", "\\ge", "&#x2265;", "≥") {
        @Override
        public boolean holds(double left, double right) {
            return left >= right;
        }
    },
    /** Equal. */
    EQUAL("==", "=", "=", "=") {
        @Override
        public boolean holds(double left, double right) {
            return left == right;
        }
    };

    private final String sign;
    private final String tex;
    private final String mathMl;
    private final String unicode;

    Relation(String sign, String tex, String mathMl, String unicode) {
        this.sign = sign;
        this.tex = tex;
        this.mathMl = mathMl;
        this.unicode = unicode;
    }

    /** Returns the sign as a formula writes it. */
    public String sign() {
        return sign;
    }

    /** Tells whether the relation holds between two numbers; it never does with NaN. */
    public abstract boolean holds(double left, double right);

    String tex() {
        return tex;
    }

    String mathMl() {
        return mathMl;
    }

    String unicode() {
        return unicode;
    }
}
