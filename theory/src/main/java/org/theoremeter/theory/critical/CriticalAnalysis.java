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
import org.theoremeter.theory.symbolic.algebra.Simplification;
import org.theoremeter.theory.symbolic.algebra.numeric.Equality;
import org.theoremeter.theory.symbolic.algebra.numeric.SamplePoints;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;

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
 * @param numericalRates the critical rate in numbers, where there is no formula for it
 * @param checks gradient descent below and above that rate
 * @param parts the same analysis for parts of the domain of the parameter, if the optimum changes its branch
 * @param notes what else is to be known of the results
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
        List<NumericalRate> numericalRates,
        List<DescentCheck> checks,
        List<Part> parts,
        List<String> notes,
        List<String> obstacles) {
    private static final int POINTS = 64;
    /** Points at which it is looked whether the optimum stays where its formula was found. */
    private static final int TRIED_POINTS = 256;

    private static final int CHECKED_POINTS = 2;
    /** A slope below this is rounding. */
    private static final double SLOPE = 1e-9;

    /** Copies the collections. */
    public CriticalAnalysis {
        flow = Collections.unmodifiableMap(new LinkedHashMap<>(flow));
        numericalRates = List.copyOf(numericalRates);
        checks = List.copyOf(checks);
        parts = List.copyOf(parts);
        notes = List.copyOf(notes);
        obstacles = List.copyOf(obstacles);
    }

    /**
     * What holds in a part of the domain of the parameter.
     *
     * @param where the part, such as {@code mu in (0, 1)}
     * @param analysis what was found there
     */
    public record Part(String where, CriticalAnalysis analysis) {}

    /**
     * Analyses a loss: gradient flow, optimum, Hessian, critical rate, local exponents, and a descent that checks them.
     *
     * @param problem the loss
     * @return everything that was found
     * @throws IllegalArgumentException if the problem has more than 40 symbols
     */
    public static CriticalAnalysis of(LossProblem problem) {
        return new Run(problem, true).analysis();
    }

    /** One analysis on its way. */
    private static final class Run {
        private final LossProblem problem;
        private final Region region;
        private final List<Map<String, Double>> points;
        private final Map<String, Simplification> flow = new LinkedHashMap<>();
        private final Map<String, Simplification> gradient = new LinkedHashMap<>();
        private final boolean mayBranch;
        private final OptimumSearch search;
        private final List<OptimumSearch.Spot> spots;
        private final List<Part> parts = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private List<NumericalRate> numericalRates = List.of();
        private final List<DescentCheck> checks = new ArrayList<>();
        private final List<String> obstacles = new ArrayList<>();
        private Optional<Optimum> optimum = Optional.empty();
        private Optional<Simplification> loss = Optional.empty();
        private Optional<Curvature> curvature = Optional.empty();
        private Optional<Spectrum> spectrum = Optional.empty();
        private Optional<CriticalRate> rate = Optional.empty();

        private Run(LossProblem problem, boolean mayBranch) {
            this.problem = problem;
            this.mayBranch = mayBranch;
            this.region = problem.parameterRegion();
            this.points = new SamplePoints(region).inside(POINTS);
            this.search = new OptimumSearch(problem);
            this.spots =
                    NumericalOptimum.points(problem).stream().map(search::at).toList();
        }

        private CriticalAnalysis analysis() {
            for (String symbol : problem.trained()) {
                Simplification downhill =
                        Simplification.of(new Negation(problem.formula().derivative(symbol)), problem.region());
                flow.put(symbol, downhill);
                require(downhill.equality(), "the gradient flow of " + symbol);
            }
            NumericalOptimum numbers = NumericalOptimum.of(spots);
            List<Branches.Part> branches = mayBranch ? branches() : List.of();
            if (!branches.isEmpty()) {
                branches.forEach(this::analyse);
            } else if (numbers.obstacle().isPresent()) {
                obstacles.add("no single optimum: " + numbers.obstacle().get());
            } else {
                atOptimum(numbers);
            }
            return new CriticalAnalysis(
                    problem,
                    flow,
                    numbers,
                    optimum,
                    loss,
                    curvature,
                    spectrum,
                    rate,
                    numericalRates,
                    checks,
                    parts,
                    notes,
                    obstacles);
        }

        private List<Branches.Part> branches() {
            if (problem.parameters().size() == 1) {
                return Branches.of(problem, search, spots);
            }
            Map<String, Expression> slopes = new LinkedHashMap<>();
            flow.forEach((symbol, rate) -> slopes.put(symbol, new Negation(rate.formula())));
            return Branches.underRoots(problem, spots, slopes);
        }

        private void analyse(Branches.Part part) {
            String where = part.where();
            CriticalAnalysis own = new Run(part.problem(), false).analysis();
            parts.add(new Part(where, own));
            own.obstacles().forEach(obstacle -> obstacles.add("for " + where + ": " + obstacle));
        }

        private void atOptimum(NumericalOptimum numbers) {
            List<Expression> pieces =
                    spots.stream().map(OptimumSearch.Spot::piece).distinct().toList();
            if (pieces.size() > 1) {
                obstacles.add("the optimum lies in different pieces of the loss, which of them depends on the"
                        + " parameters: narrow their domains");
                inNumbers();
                return;
            }
            Expression piece = pieces.get(0);
            boolean switches = !piece.equals(problem.formula());
            LossProblem smooth = switches ? problem.with(piece) : problem;
            if (switches) {
                notes.add("at the optimum the loss agrees to second order with its piece " + piece.toUnicode()
                        + ", whose optimum follows");
            }
            for (String symbol : problem.trained()) {
                Simplification downhill = switches
                        ? Simplification.of(new Negation(piece.derivative(symbol)), problem.region())
                        : flow.get(symbol);
                gradient.put(symbol, new Simplification(new Negation(downhill.formula()), downhill.equality()));
            }
            Map<String, Expression> slopes = new LinkedHashMap<>();
            gradient.forEach((symbol, slope) -> slopes.put(symbol, slope.formula()));
            optimum = Optimum.of(smooth, numbers, slopes);
            if (optimum.isEmpty()) {
                withoutFormula(numbers, slopes);
                return;
            }
            Optional<String> away = away(piece);
            if (away.isPresent()) {
                obstacles.add(away.get());
                optimum = Optional.empty();
                return;
            }
            Map<String, Expression> place = optimum.get().coordinates();
            loss = Optional.of(Simplification.of(piece.substitute(place), region));
            Curvature hessian = Curvature.of(smooth, gradient, optimum.get(), points);
            curvature = Optional.of(hessian);
            require(hessian.equality(), "the Hessian");
            if (hessian.negative()) {
                obstacles.add("the Hessian has a negative eigenvalue: the loss falls away from that point");
                return;
            }
            atEnds(hessian);
            if (hessian.zero() == problem.trained().size()) {
                obstacles.add("the Hessian vanishes at the optimum: to second order there is no critical rate");
                return;
            }
            spectrum = Spectrum.of(hessian.hessian(), region, points);
            spectrum.ifPresentOrElse(this::rated, () -> {
                inNumbers();
                if (numericalRates.isEmpty() || !problem.parameters().isEmpty()) {
                    obstacles.add("no formula for the eigenvalues of the Hessian");
                }
            });
            points.stream().limit(CHECKED_POINTS).forEach(this::descend);
        }

        /** Looks for a point of the parameters at which the formulas leave the domain of a symbol or the piece of the loss. */
        private Optional<String> away(Expression piece) {
            List<Map<String, Double>> tried = new ArrayList<>(new SamplePoints(region).inside(TRIED_POINTS));
            for (String parameter : problem.parameters()) {
                for (double edge : region.domains().get(parameter).nearEdges()) {
                    Map<String, Double> point = new LinkedHashMap<>(points.get(0));
                    point.put(parameter, edge);
                    tried.add(point);
                }
            }
            return tried.stream()
                    .filter(region::contains)
                    .flatMap(point -> away(piece, point).stream())
                    .findFirst();
        }

        private Optional<String> away(Expression piece, Map<String, Double> point) {
            Map<String, Double> place = new LinkedHashMap<>();
            optimum.orElseThrow()
                    .coordinates()
                    .forEach((symbol, formula) -> place.put(symbol, formula.evaluate(point)));
            String at = "at " + NumericalOptimum.shown(point) + " the formula for the optimum, "
                    + NumericalOptimum.shown(place) + ", ";
            for (String symbol : problem.trained()) {
                Domain domain = problem.region().domains().get(symbol);
                double value = place.get(symbol);
                // A formula that tends to an end reaches it in double precision.
                if (!domain.contains(value) && value != domain.lower() && value != domain.upper()) {
                    return Optional.of(at + "leaves the domain " + domain + " of "
                            + Expression.symbol(symbol).toUnicode() + ": narrow the domains of the parameters");
                }
            }
            return search.isOn(piece, place, point)
                    ? Optional.empty()
                    : Optional.of(at + "leaves the piece of the loss that it belongs to: narrow the domains of the"
                            + " parameters");
        }

        /** The points inside a domain do not see that an eigenvalue vanishes at an end that belongs to it. */
        private void atEnds(Curvature hessian) {
            for (String parameter : problem.parameters()) {
                Domain domain = region.domains().get(parameter);
                List<Double> ends = new ArrayList<>();
                if (!domain.lowerOpen()) {
                    ends.add(domain.lower());
                }
                if (!domain.upperOpen()) {
                    ends.add(domain.upper());
                }
                for (double end : ends) {
                    Map<String, Double> point = new LinkedHashMap<>(points.get(0));
                    point.put(parameter, end);
                    Inertia signs = region.contains(point)
                            ? Inertia.of(hessian.hessian(), point)
                            : new Inertia(0, hessian.zero());
                    if (signs.negative() > 0) {
                        obstacles.add("at " + NumericalOptimum.shown(point) + " the Hessian has a negative eigenvalue");
                    } else if (signs.zero() > hessian.zero()) {
                        notes.add("at the end " + NumericalOptimum.shown(point) + " of the domain, " + signs.zero()
                                + " of the eigenvalues of the Hessian vanish: there the optimum may not be a point");
                    }
                }
            }
        }

        private void rated(Spectrum eigenvalues) {
            require(eigenvalues.equality(), "the eigenvalues");
            rate = Optional.of(CriticalRate.of(problem, eigenvalues, points));
            rate.get().branches().forEach(branch -> require(branch.rate().equality(), "the rate"));
        }

        /** Numbers answer a question without parameters; with them, they stand for a law that was not found. */
        private void withoutFormula(NumericalOptimum numbers, Map<String, Expression> slopes) {
            String slope = slopesAtPlaces(numbers, slopes);
            if (slope.isEmpty()) {
                inNumbers();
            }
            if (numericalRates.isEmpty() || !problem.parameters().isEmpty()) {
                obstacles.add("no formula for the optimum: none was found that has the numerical values and at which"
                        + " the gradient vanishes" + slope
                        + (numericalRates.isEmpty()
                                ? ""
                                : "; the critical rate is numerical, at " + numericalRates.size()
                                        + " points of the parameters"));
            }
        }

        private void inNumbers() {
            numericalRates = NumericalRate.of(problem, spots);
            for (NumericalRate found : numericalRates) {
                if (!found.isConfirmed()) {
                    obstacles.add("automatic differentiation does not confirm the critical rate "
                            + NumericalOptimum.number(found.value()) + ": at it, gradient descent has the multiplier "
                            + found.multiplier() + " in place of -1");
                }
            }
            if (optimum.isEmpty()) {
                numericalRates.stream()
                        .limit(CHECKED_POINTS)
                        .forEach(found -> descend(
                                found.point(),
                                problem.trained().stream()
                                        .mapToDouble(found.state()::get)
                                        .toArray(),
                                found.value()));
            }
        }

        /** A place that the user chose need not be one of an optimum. */
        private String slopesAtPlaces(NumericalOptimum numbers, Map<String, Expression> slopes) {
            Map<String, Double> at = new LinkedHashMap<>(numbers.points().get(0));
            at.putAll(numbers.states().get(0));
            problem.places().forEach((symbol, place) -> at.put(symbol, place.evaluate(at)));
            return problem.places().keySet().stream()
                    .filter(symbol -> Math.abs(slopes.get(symbol).evaluate(at)) > SLOPE)
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
            descend(point, place, rate.map(found -> found.value(point)).orElse(2 / largest));
        }

        private void descend(Map<String, Double> point, double[] place, double predicted) {
            DescentCheck check = DescentCheck.of(problem, place, point, predicted);
            checks.add(check);
            if (!check.passes()) {
                obstacles.add("gradient descent does not confirm the critical rate"
                        + (point.isEmpty() ? "" : " at " + NumericalOptimum.shown(point)) + ": over "
                        + DescentCheck.STEPS
                        + " steps the gradient changes by a factor of " + NumericalOptimum.number(check.below())
                        + " below it and of " + NumericalOptimum.number(check.above()) + " above it");
            }
        }
    }
}
