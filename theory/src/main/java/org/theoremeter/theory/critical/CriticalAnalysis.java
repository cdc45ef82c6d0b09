package org.theoremeter.theory.critical;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Region;
import org.theoremeter.theory.symbolic.algebra.Equality;
import org.theoremeter.theory.symbolic.algebra.SamplePoints;
import org.theoremeter.theory.symbolic.algebra.Simplification;

/**
 * What follows from a loss formula, as far as it could be found out.
 *
 * @param problem the loss
 * @param flow the gradient flow dx/dτ = −∂L/∂x, by trained symbol
 * @param numbers the optimum in numbers
 * @param optimum the optimum as formulas
 * @param loss the loss there
 * @param curvature the Hessian there
 * @param spectrum its eigenvalues as formulas
 * @param rate the critical learning rate
 * @param checks gradient descent below and above that rate
 * @param obstacles what is missing, and why; none if everything was found
 */
public record CriticalAnalysis(
        LossProblem problem,
        Map<String, Simplification> flow,
        NumericalOptimum numbers,
        Optional<Optimum> optimum,
        Optional<Simplification> loss,
        Optional<Curvature> curvature,
        Optional<Spectrum> spectrum,
        Optional<CriticalRate> rate,
        List<DescentCheck> checks,
        List<String> obstacles) {
    private static final int POINTS = 64;
    private static final int CHECKED_POINTS = 2;

    /** Copies the collections. */
    public CriticalAnalysis {
        flow = Collections.unmodifiableMap(new LinkedHashMap<>(flow));
        checks = List.copyOf(checks);
        obstacles = List.copyOf(obstacles);
    }

    /**
     * Analyses a loss: gradient flow, optimum, Hessian, critical rate, local exponents, and a descent that checks them.
     *
     * @param problem the loss
     * @return everything that was found
     * @throws IllegalArgumentException if the problem has more than 40 symbols
     */
    public static CriticalAnalysis of(LossProblem problem) {
        return new Run(problem).analysis();
    }

    /** One analysis on its way. */
    private static final class Run {
        private final LossProblem problem;
        private final Region region;
        private final List<Map<String, Double>> points;
        private final Map<String, Simplification> flow = new LinkedHashMap<>();
        private final Map<String, Simplification> gradient = new LinkedHashMap<>();
        private final List<DescentCheck> checks = new ArrayList<>();
        private final List<String> obstacles = new ArrayList<>();
        private Optional<Optimum> optimum = Optional.empty();
        private Optional<Simplification> loss = Optional.empty();
        private Optional<Curvature> curvature = Optional.empty();
        private Optional<Spectrum> spectrum = Optional.empty();
        private Optional<CriticalRate> rate = Optional.empty();

        private Run(LossProblem problem) {
            this.problem = problem;
            this.region = problem.parameterRegion();
            this.points = new SamplePoints(region).inside(POINTS);
        }

        private CriticalAnalysis analysis() {
            for (String symbol : problem.trained()) {
                Simplification downhill =
                        Simplification.of(new Negation(problem.formula().derivative(symbol)), problem.region());
                flow.put(symbol, downhill);
                gradient.put(symbol, new Simplification(new Negation(downhill.formula()), downhill.equality()));
                require(downhill.equality(), "the gradient flow of " + symbol);
            }
            NumericalOptimum numbers = NumericalOptimum.of(problem);
            numbers.obstacle()
                    .ifPresentOrElse(why -> obstacles.add("no single optimum: " + why), () -> atOptimum(numbers));
            return new CriticalAnalysis(
                    problem, flow, numbers, optimum, loss, curvature, spectrum, rate, checks, obstacles);
        }

        private void atOptimum(NumericalOptimum numbers) {
            Map<String, Expression> slopes = new LinkedHashMap<>();
            gradient.forEach((symbol, slope) -> slopes.put(symbol, slope.formula()));
            optimum = Optimum.of(problem, numbers, slopes);
            if (optimum.isEmpty()) {
                obstacles.add("no formula for the optimum: none was found that has the numerical values and at which"
                        + " the gradient vanishes" + slopesAtPlaces(numbers, slopes));
                return;
            }
            Map<String, Expression> place = optimum.get().coordinates();
            loss = Optional.of(Simplification.of(problem.formula().substitute(place), region));
            Curvature hessian = Curvature.of(problem, gradient, optimum.get(), points);
            curvature = Optional.of(hessian);
            require(hessian.equality(), "the Hessian");
            if (hessian.negative()) {
                obstacles.add("the Hessian has a negative eigenvalue: the loss falls away from that point");
                return;
            }
            if (hessian.zero() == problem.trained().size()) {
                obstacles.add("the Hessian vanishes at the optimum: to second order there is no critical rate");
                return;
            }
            spectrum = Spectrum.of(hessian.hessian(), region, points);
            spectrum.ifPresentOrElse(
                    eigenvalues -> {
                        require(eigenvalues.equality(), "the eigenvalues");
                        rate = Optional.of(CriticalRate.of(problem, eigenvalues, points));
                        rate.get()
                                .branches()
                                .forEach(branch -> require(branch.rate().equality(), "the rate"));
                    },
                    () -> obstacles.add("no formula for the eigenvalues of the Hessian"));
            points.stream().limit(CHECKED_POINTS).forEach(this::descend);
        }

        /** A place that the user chose need not be one of an optimum. */
        private String slopesAtPlaces(NumericalOptimum numbers, Map<String, Expression> slopes) {
            Map<String, Double> at = new LinkedHashMap<>(numbers.points().get(0));
            at.putAll(numbers.states().get(0));
            problem.places().forEach((symbol, place) -> at.put(symbol, place.evaluate(at)));
            return problem.places().keySet().stream()
                    .map(symbol -> "; at " + NumericalOptimum.shown(at) + " the loss still has the slope "
                            + NumericalOptimum.number(slopes.get(symbol).evaluate(at)) + " in "
                            + Expression.symbol(symbol).toUnicode())
                    .collect(Collectors.joining());
        }

        private void require(Equality equality, String what) {
            if (equality instanceof Equality.Undecided undecided) {
                obstacles.add(what + " could not be confirmed: " + undecided.why());
            } else if (equality instanceof Equality.Refuted refuted) {
                obstacles.add(what + " could not be confirmed: " + refuted);
            }
        }

        private void descend(Map<String, Double> point) {
            double[] place = problem.trained().stream()
                    .mapToDouble(symbol ->
                            optimum.orElseThrow().coordinates().get(symbol).evaluate(point))
                    .toArray();
            double largest = Spectrum.numerical(curvature.orElseThrow().hessian(), point)[0];
            double predicted = rate.map(found -> found.value(point)).orElse(2 / largest);
            DescentCheck check = DescentCheck.of(problem, place, point, predicted);
            checks.add(check);
            if (!check.passes()) {
                obstacles.add("gradient descent does not confirm the critical rate at "
                        + NumericalOptimum.shown(point) + ": over " + DescentCheck.STEPS
                        + " steps the gradient changes by a factor of " + NumericalOptimum.number(check.below())
                        + " below it and of " + NumericalOptimum.number(check.above()) + " above it");
            }
        }
    }
}
