package org.theoremeter.verify.claim.comparison;

import java.util.Optional;
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
     * A condition on what a run measured.
     *
     * @param condition over observables and symbols
     * @param diverged whether a run that diverged counts as a success; without it, what such a run is known for is asked
     * @param missing whether a run that lacks what the condition asks for counts as a success; without it, that is an error
     */
    record Holds(Condition condition, Optional<Boolean> diverged, Optional<Boolean> missing) implements Success {
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
     * @param diverged whether a run that diverged before it happened counts as a success; without it, that is an error
     */
    record Happens(String event, Optional<Boolean> diverged) implements Success {
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
