package org.theoremeter.verify.claim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Term;

/** A prediction, the simulation it is about, and how close it must come. */
public sealed interface Claim {

    /** Returns what claims of every kind carry. */
    Header header();

    /** Returns what is observed; empty for claims about formulas only. */
    Optional<Observe> observe();

    /** Returns the predicted curves, if any. */
    default Optional<CurvePrediction> curves() {
        return Optional.empty();
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
    }

    /** Two expressions are equal on the domain of the given symbols. */
    record Identity(Header header, Term left, Term right) implements Claim {
        @Override
        public Optional<Observe> observe() {
            return Optional.empty();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.identity(this);
        }
    }

    /** Each step follows from the one before. */
    record Derivation(Header header, org.theoremeter.theory.derivation.Derivation chain) implements Claim {
        @Override
        public Optional<Observe> observe() {
            return Optional.empty();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.derivation(this);
        }
    }

    /**
     * Numbers are as predicted, at every cell of the grid.
     *
     * @param values the predicted values by name
     * @param comparisons what is compared with what
     */
    record Value(
            Header header, Optional<Observe> observe, Map<String, Expression> values, List<ValueComparison> comparisons)
            implements Claim {
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
            Optional<Observe> observe,
            Map<String, String> measured,
            Optional<CurvePrediction> curves,
            List<TrajectoryComparison> comparisons)
            implements Claim {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.trajectory(this);
        }
    }

    /** A quantity follows a power law, or a formula's local slope, along an axis. */
    record Exponent(Header header, Optional<Observe> observe, List<ExponentComparison> comparisons) implements Claim {
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
            Optional<Observe> observe,
            Map<String, String> measured,
            Optional<CurvePrediction> curves,
            List<ConvergenceComparison> comparisons)
            implements Claim {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.convergence(this);
        }
    }

    /**
     * Compares a predicted with an observed number.
     *
     * @param name the name of the comparison
     * @param predicted the predicted value
     * @param observed a formula over observables
     * @param margin how close they must be
     */
    record ValueComparison(String name, Expression predicted, Expression observed, Margin margin) {}

    /**
     * Compares a predicted curve with an observed series.
     *
     * @param name the name of the comparison
     * @param predicted the name of the curve
     * @param observed the name of the series
     * @param from the event or time from which on they are compared
     * @param distance how far apart two curves are
     * @param margin the largest mean distance
     */
    record TrajectoryComparison(
            String name, String predicted, String observed, From from, Distance distance, Margin margin) {}

    /**
     * Where a comparison of curves begins.
     *
     * @param event the event, or empty for a fixed time
     * @param time the fixed time
     */
    record From(Optional<String> event, double time) {}

    /**
     * Compares a slope on logarithmic axes.
     *
     * @param name the name of the comparison
     * @param observed a formula over observables whose slope is measured
     * @param against the axis
     * @param predicted a formula whose local slope is meant, or a slope
     * @param slope whether {@code predicted} is itself a slope
     * @param finestHalf whether only the half of the grid nearest zero counts
     * @param margin how close the slopes must be
     */
    record ExponentComparison(
            String name,
            Expression observed,
            String against,
            Expression predicted,
            boolean slope,
            boolean finestHalf,
            Margin margin) {}

    /**
     * Compares an order of convergence.
     *
     * @param name the name of the comparison
     * @param error a formula over observables, symbols and predicted curves; its absolute value is the error
     * @param along the axis that goes to zero
     * @param average how the errors of several seeds become one
     * @param predicted the predicted order
     * @param margin how close the order must be
     */
    record ConvergenceComparison(
            String name, Expression error, String along, Average average, Expression predicted, Margin margin) {}
}
