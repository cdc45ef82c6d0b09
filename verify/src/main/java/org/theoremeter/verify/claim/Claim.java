package org.theoremeter.verify.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.term.Term;
import org.theoremeter.verify.claim.comparison.ConvergenceComparison;
import org.theoremeter.verify.claim.comparison.CurvePrediction;
import org.theoremeter.verify.claim.comparison.DriftComparison;
import org.theoremeter.verify.claim.comparison.ExponentComparison;
import org.theoremeter.verify.claim.comparison.FractionComparison;
import org.theoremeter.verify.claim.comparison.PairComparison;
import org.theoremeter.verify.claim.comparison.TrajectoryComparison;
import org.theoremeter.verify.claim.comparison.ValueComparison;

/** A prediction, the simulation it is about, and how close it must come. */
public sealed interface Claim {

    /** Returns what claims of every kind carry. */
    Header header();

    /** Returns what is observed, by the name under which comparisons refer to it; empty for claims about formulas only. */
    default Map<String, Observe> observed() {
        return Map.of();
    }

    /** Returns how many runs the claim asks for. */
    default int runs() {
        return observed().values().stream().mapToInt(Observe::runs).sum();
    }

    /** Returns the rough time of all runs on one core, in seconds. */
    default double estimatedSeconds() {
        return observed().isEmpty()
                ? 1
                : observed().values().stream()
                        .mapToDouble(Observe::estimatedSeconds)
                        .sum();
    }

    /** Returns this claim with another header and other observations of the same names. */
    Claim with(Header header, Map<String, Observe> observed);

    /** Returns this claim with so many seeds wherever it has any, judged at another confidence. */
    default Claim with(int seeds, double confidence) {
        Map<String, Observe> more = new LinkedHashMap<>();
        observed().forEach((name, observe) -> more.put(name, observe.with(seeds)));
        return with(header().with(header().judge().with(confidence)), more);
    }

    /** Returns the number of seeds; 0 if nothing is drawn, or was drawn already. */
    default int seeds() {
        return observed().values().stream()
                .filter(observe -> !observe.isRecorded())
                .mapToInt(observe -> observe.seeds().orElse(0))
                .max()
                .orElse(0);
    }

    /** Returns the predicted curves, if any. */
    default Optional<CurvePrediction> curves() {
        return Optional.empty();
    }

    /** Returns the same claim about the same observations, with other formulas in its prediction. */
    default Claim rewritten(Rewriting rewriting) {
        return match(new Rewritten(rewriting));
    }

    /** Calls the case of this kind. */
    <R> R match(Cases<R> cases);

    /** Returns the claim's name. */
    default String id() {
        return header().id();
    }

    /** One function a kind. */
    interface Cases<R> {
        /** Handles an identity. */
        R identity(Identity claim);

        /** Handles a derivation. */
        R derivation(Derivation claim);

        /** Handles a value. */
        R value(Value claim);

        /** Handles a trajectory. */
        R trajectory(Trajectory claim);

        /** Handles an exponent. */
        R exponent(Exponent claim);

        /** Handles a convergence. */
        R convergence(Convergence claim);

        /** Handles an invariant. */
        R invariant(Invariant claim);

        /** Handles a comparison. */
        R comparison(Comparison claim);

        /** Handles a fraction. */
        R fraction(Fraction claim);
    }

    /** Two expressions are equal on the domain of the given symbols. */
    record Identity(Header header, Term left, Term right) implements Claim {
        @Override
        public Claim with(Header header, Map<String, Observe> observed) {
            return new Identity(header, left, right);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.identity(this);
        }
    }

    /** Each step follows from the one before. */
    record Derivation(Header header, org.theoremeter.theory.derivation.Derivation chain) implements Claim {
        @Override
        public Claim with(Header header, Map<String, Observe> observed) {
            return new Derivation(header, chain);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.derivation(this);
        }
    }

    /**
     * Numbers are as predicted, at every grid point.
     *
     * @param values the predicted values by name
     * @param comparisons what is compared with what
     */
    record Value(
            Header header,
            Map<String, Observe> observed,
            Map<String, Expression> values,
            List<ValueComparison> comparisons)
            implements Claim {
        @Override
        public Claim with(Header header, Map<String, Observe> observed) {
            return new Value(header, observed, values, comparisons);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.value(this);
        }
    }

    /**
     * Curves are as predicted.
     *
     * @param measured symbols taken from each run: symbol → scalar observable
     */
    record Trajectory(
            Header header,
            Map<String, Observe> observed,
            Map<String, String> measured,
            Optional<CurvePrediction> curves,
            List<TrajectoryComparison> comparisons)
            implements Claim {
        @Override
        public Claim with(Header header, Map<String, Observe> observed) {
            return new Trajectory(header, observed, measured, curves, comparisons);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.trajectory(this);
        }
    }

    /** A quantity follows a power law, or a formula's local slope, along an axis. */
    record Exponent(Header header, Map<String, Observe> observed, List<ExponentComparison> comparisons)
            implements Claim {
        @Override
        public Claim with(Header header, Map<String, Observe> observed) {
            return new Exponent(header, observed, comparisons);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.exponent(this);
        }
    }

    /**
     * An error vanishes at a given order along an axis.
     *
     * @param measured symbols taken from each run: symbol → scalar observable
     * @param curves predicted curves that the error may be measured from
     */
    record Convergence(
            Header header,
            Map<String, Observe> observed,
            Map<String, String> measured,
            Optional<CurvePrediction> curves,
            List<ConvergenceComparison> comparisons)
            implements Claim {
        @Override
        public Claim with(Header header, Map<String, Observe> observed) {
            return new Convergence(header, observed, measured, curves, comparisons);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.convergence(this);
        }
    }

    /** A quantity is conserved: its drift is small, and vanishes at a given order. */
    record Invariant(
            Header header,
            Map<String, Observe> observed,
            List<DriftComparison> drifts,
            List<ConvergenceComparison> orders)
            implements Claim {
        @Override
        public Claim with(Header header, Map<String, Observe> observed) {
            return new Invariant(header, observed, drifts, orders);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.invariant(this);
        }
    }

    /** One quantity comes before another, or is smaller by a factor, at every grid point. */
    record Comparison(Header header, Map<String, Observe> observed, List<PairComparison> comparisons) implements Claim {
        @Override
        public Claim with(Header header, Map<String, Observe> observed) {
            return new Comparison(header, observed, comparisons);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.comparison(this);
        }
    }

    /**
     * Something happens with a predicted probability, at every grid point.
     *
     * @param values the predicted probabilities by name
     * @param comparisons what is compared with what
     */
    record Fraction(
            Header header,
            Map<String, Observe> observed,
            Map<String, Expression> values,
            List<FractionComparison> comparisons)
            implements Claim {
        @Override
        public Claim with(Header header, Map<String, Observe> observed) {
            return new Fraction(header, observed, values, comparisons);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.fraction(this);
        }
    }
}
