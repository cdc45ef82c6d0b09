package org.theoremeter.verify.claim.comparison;

import java.util.Set;
import java.util.TreeSet;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;

/** What counts as a success in a fraction. */
public sealed interface Success {

    /** Returns the symbols of the observables that it depends on, and others. */
    default Set<String> symbols() {
        return Set.of();
    }

    /**
     * A condition on what a run measured; a run that diverged does not fulfil it.
     *
     * @param condition over observables and symbols
     */
    record Holds(Condition condition) implements Success {
        @Override
        public Set<String> symbols() {
            return condition.symbols();
        }

        @Override
        public String toString() {
            return condition.toString();
        }
    }

    /**
     * An event happened.
     *
     * @param event its name
     */
    record Happens(String event) implements Success {
        @Override
        public String toString() {
            return event;
        }
    }

    /** The run diverged. */
    record Diverges() implements Success {
        @Override
        public String toString() {
            return "diverged";
        }
    }

    /**
     * Successes and trials are counted by the observation itself.
     *
     * @param successes a formula over observables that counts successes
     * @param trials a formula over observables that counts trials
     */
    record Counted(Expression successes, Expression trials) implements Success {
        @Override
        public Set<String> symbols() {
            Set<String> both = new TreeSet<>(successes.symbols());
            both.addAll(trials.symbols());
            return both;
        }

        @Override
        public String toString() {
            return successes + " of " + trials;
        }
    }
}
