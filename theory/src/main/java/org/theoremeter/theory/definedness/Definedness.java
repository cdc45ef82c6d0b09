package org.theoremeter.theory.definedness;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.enclosure.Answer;
import org.theoremeter.theory.symbolic.region.Region;

/**
 * Whether formulas have a value everywhere on a region: no divisor vanishes, no logarithm or root meets what it has no value
 * for.
 *
 * @param state the answer
 * @param count how many requirements there are
 * @param culprit the requirement that fails, or the first that was left open
 * @param answer what was found of it; of the last one where all are met
 */
public record Definedness(Answer.State state, int count, Optional<Requirement> culprit, Optional<Answer> answer) {

    private static final Known KNOWN = new Known();

    /** What was decided last: steps of a derivation divide by the same things again and again. */
    private static final class Known {
        private static final int MOST = 1000;

        private record Question(Requirement requirement, Region region) {}

        private final Map<Question, Answer> answers = new LinkedHashMap<>(MOST, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Question, Answer> eldest) {
                return size() > MOST;
            }
        };

        Answer of(Requirement requirement, Region region) {
            Question question = new Question(requirement, region);
            synchronized (this) {
                Answer before = answers.get(question);
                if (before != null) {
                    return before;
                }
            }
            Answer answer = new Examination(region).of(requirement);
            synchronized (this) {
                answers.put(question, answer);
            }
            return answer;
        }
    }

    /**
     * Decides it.
     *
     * @param formulas the formulas
     * @param region where they are meant; it has a domain for each of their symbols
     */
    public static Definedness of(List<Expression> formulas, Region region) {
        Set<Requirement> all = new LinkedHashSet<>();
        formulas.forEach(formula -> all.addAll(Requirements.of(formula)));
        Optional<Requirement> open = Optional.empty();
        Optional<Answer> answer = Optional.empty();
        for (Requirement requirement : all) {
            Answer one = KNOWN.of(requirement, where(requirement, region));
            if (one.isRefuted()) {
                return new Definedness(Answer.State.REFUTED, all.size(), Optional.of(requirement), Optional.of(one));
            }
            if (!one.isShown() && open.isEmpty()) {
                open = Optional.of(requirement);
                answer = Optional.of(one);
            }
        }
        return open.isPresent()
                ? new Definedness(Answer.State.OPEN, all.size(), open, answer)
                : new Definedness(Answer.State.SHOWN, all.size(), Optional.empty(), Optional.empty());
    }

    /**
     * Tells whether a formula is shown to be nowhere zero.
     *
     * @param formula the formula
     * @param region where it is meant; it has a domain for each of its symbols
     */
    public static boolean isNowhereZero(Expression formula, Region region) {
        Requirement requirement = new Requirement(formula, Requirement.Kind.NOT_ZERO, List.of());
        return KNOWN.of(requirement, where(requirement, region)).isShown();
    }

    private static Region where(Requirement requirement, Region region) {
        Set<String> symbols = new TreeSet<>(requirement.part().symbols());
        requirement.guards().forEach(guard -> symbols.addAll(guard.symbols()));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Condition assumption : region.assumptions()) {
                if (assumption.symbols().stream().anyMatch(symbols::contains)) {
                    grown |= symbols.addAll(assumption.symbols());
                }
            }
        }
        Region there = region.about(symbols);
        for (Condition guard : requirement.guards()) {
            there = there.assuming(guard);
        }
        return there;
    }

    /** Returns the finding in one sentence. */
    public String sentence() {
        return switch (state) {
            case SHOWN ->
                count == 0
                        ? "nothing in the formulas can fail"
                        : count + (count == 1 ? " requirement" : " requirements") + " shown";
            case REFUTED ->
                "not so: that " + culprit.orElseThrow() + " fails at "
                        + answer.orElseThrow().witness().orElseThrow();
            case OPEN ->
                "that " + culprit.orElseThrow() + " is " + answer.orElseThrow().effort();
        };
    }
}
