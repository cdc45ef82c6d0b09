package org.theoremeter.reports.formula;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/**
 * The part of TeX's math mode that formulas are set in: a closed list of commands, none of which reads a file, defines anything or
 * leaves math mode, and braces and environments in pairs.
 */
public final class Tex {

    private static final Set<String> SIGNS = Set.of(",", ";", ":", "!", " ", "{", "}", "|");

    private static final Set<String> COMMANDS = Set.of(
            ("left right frac sqrt cdot times pm mp quad qquad infty partial nabla int iint sum prod to mapsto iff propto approx"
                            + " equiv sim le ge leq geq ne neq ll gg in top star dagger prime circ ldots cdots vdots"
                            + " mathrm mathbf mathit mathcal operatorname text overline bar hat tilde dot ddot vec hbar ell langle"
                            + " rangle lvert rvert lfloor rfloor lceil rceil mid bigl bigr"
                            + " sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan exp ln log lim min max inf sup det"
                            + " sgn tr Re Im"
                            + " alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi"
                            + " rho varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma"
                            + " Upsilon Phi Psi Omega")
                    .split(" "));

    private static final Set<String> ENVIRONMENTS = Set.of("cases", "pmatrix", "bmatrix", "matrix", "aligned");

    /** Comments, parameters, shifts of mode and what Markdown would take for the end of a formula. */
    private static final String REFUSED = "%#$`~\"@";

    private static final String GROUP = "{";

    private final String tex;
    private final Deque<String> open = new ArrayDeque<>();
    private int at;

    private Tex(String tex) {
        this.tex = tex;
    }

    /** Returns the first thing in a formula that is not in the list; nothing if all is. */
    public static Optional<String> refused(String tex) {
        return new Tex(tex).refused();
    }

    private Optional<String> refused() {
        while (at < tex.length()) {
            int start = at;
            if (!next()) {
                return Optional.of(tex.substring(start, Math.max(at, start + 1)));
            }
        }
        return open.isEmpty() ? Optional.empty() : Optional.of(open.peek());
    }

    /** Reads on by a character or a command. */
    private boolean next() {
        char c = tex.charAt(at++);
        return switch (c) {
            case '\\' -> command();
            case '{' -> {
                open.push(GROUP);
                yield true;
            }
            case '}' -> closes(GROUP);
            case '&' -> inEnvironment();
            // two of them would write any character by its number
            case '^' -> at == tex.length() || tex.charAt(at) != '^';
            default -> REFUSED.indexOf(c) < 0 && !Character.isISOControl(c) && !isHidden(c);
        };
    }

    private boolean command() {
        if (at == tex.length()) {
            return false;
        }
        int start = at;
        while (at < tex.length() && isLetter(tex.charAt(at))) {
            at++;
        }
        String name = tex.substring(start, at);
        if (name.isEmpty()) {
            String sign = tex.substring(at, ++at);
            return sign.equals("\\") ? inEnvironment() : SIGNS.contains(sign);
        }
        return switch (name) {
            case "begin" -> {
                String environment = environment();
                open.push(environment);
                yield ENVIRONMENTS.contains(environment);
            }
            case "end" -> closes(environment());
            default -> COMMANDS.contains(name);
        };
    }

    /** Reads the name of an environment in its braces; empty if there is none. */
    private String environment() {
        int end = tex.indexOf('}', at);
        if (end < 0 || tex.charAt(at) != '{') {
            return "";
        }
        String name = tex.substring(at + 1, end);
        at = end + 1;
        return name;
    }

    private boolean closes(String opened) {
        return !open.isEmpty() && open.pop().equals(opened);
    }

    private boolean inEnvironment() {
        return !open.isEmpty() && !open.peek().equals(GROUP);
    }

    private static boolean isHidden(char c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
