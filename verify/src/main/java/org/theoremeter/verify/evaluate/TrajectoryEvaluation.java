package org.theoremeter.verify.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.ode.TimeCurve;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.comparison.CurvePrediction;
import org.theoremeter.verify.claim.comparison.From;
import org.theoremeter.verify.claim.comparison.TrajectoryComparison;
import org.theoremeter.verify.judge.DistanceJudge;
import org.theoremeter.verify.judge.Judgement;
import org.theoremeter.verify.judge.NumericalError;
import org.theoremeter.verify.judge.Verdict;
import org.theoremeter.verify.results.Plot;

/** Evaluates a trajectory claim: the distance between series and curve, one a seed, against the margin. */
final class TrajectoryEvaluation {

    /**
     * A sample that lies on a jump as far as rounding tells is compared with the nearer side, as long as there is no more
     * than one in so many; otherwise the jumps are numerical error.
     */
    private static final int SAMPLES_A_JUMP = 20;

    private final Claim.Trajectory claim;
    private final CurvePrediction prediction;
    private final Map<String, Observations> sources;
    private final DistanceJudge judge;
    private final Map<Start, CurveSolution> solutions = new HashMap<>();

    TrajectoryEvaluation(Claim.Trajectory claim, Map<String, Observations> sources) {
        this.claim = claim;
        this.prediction = claim.curves().orElseThrow();
        this.sources = sources;
        this.judge = new DistanceJudge("distance", claim.header().judge().confidence());
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (TrajectoryComparison comparison : claim.comparisons()) {
            for (PointObservations here : sources.get(comparison.source()).points()) {
                String name = here.named(comparison.name());
                findings.add(Evaluation.judged(name, () -> finding(comparison, here, name)));
            }
        }
        return findings;
    }

    /**
     * Returns whether every comparison passes, and ends with the first that does not, or with the first seed after which it
     * cannot any more. The errors of the curve's solution, and what those of a measured start do to it, are left out: with
     * them, no more would pass.
     *
     * @param accuracy how accurately curves are solved, without errors
     */
    boolean passes(Accuracy accuracy) {
        return claim.comparisons().stream()
                .allMatch(comparison -> sources.get(comparison.source()).points().stream()
                        .allMatch(here -> judgement(comparison, here, accuracy)
                                .filter(judgement -> judgement.verdict() == Verdict.PASS)
                                .isPresent()));
    }

    private Finding finding(TrajectoryComparison comparison, PointObservations here, String name) {
        return Finding.of(
                name, judgement(comparison, here, Accuracy.DECLARED).orElseThrow(), evidence(comparison, here));
    }

    /**
     * Judges a comparison at one grid point.
     *
     * @return the judgement; nothing, unless errors are declared, as soon as the seeds seen so far put the mean beyond the margin,
     *     whatever the others' distances, none of which is negative
     */
    private Optional<Judgement> judgement(TrajectoryComparison comparison, PointObservations here, Accuracy accuracy) {
        boolean brief = accuracy != Accuracy.DECLARED && !comparison.margin().relative();
        double total = 0;
        List<Observation> runs = here.runs();
        double[] distances = new double[runs.size()];
        NumericalError error = NumericalError.NONE;
        double largest = 0;
        for (int seed = 0; seed < runs.size(); seed++) {
            Compared compared = compared(comparison, here, seed, accuracy);
            distances[seed] = comparison.distance().of(compared.differences);
            error = error.or(compared.error);
            largest = Math.max(largest, compared.largest);
            if (!Double.isFinite(distances[seed])) {
                throw new Unreadable("the distance is not finite" + here.where(seed));
            }
            total += distances[seed];
            if (brief && total > comparison.margin().amount() * distances.length) {
                return Optional.empty();
            }
        }
        double margin = Evaluation.margin(comparison.margin(), largest);
        return Optional.of(judge.judge(here.sample(distances), here.seeded(), error, margin));
    }

    private record Compared(double[] differences, NumericalError error, double largest) {}

    private Compared compared(TrajectoryComparison comparison, PointObservations here, int seed, Accuracy accuracy) {
        Observation run = here.runs().get(seed);
        String where = here.where(seed);
        double from = from(comparison.from(), run, where);
        Measurement.Series series = series(comparison.observed(), run, where);
        double[] at = series.at();
        double[] values = series.values();
        int[] kept = IntStream.range(0, at.length).filter(i -> at[i] >= from).toArray();
        // an event is part of what is observed: however late it comes, the whole axis was asked for
        boolean event = comparison.from().event().isPresent();
        long asked = axis(run, comparison).filter(time -> event || time >= from).count();
        if (kept.length < 2 || 2L * kept.length < asked) {
            throw new Unreadable("only " + kept.length + " of " + asked + " samples of " + comparison.observed()
                    + " can be compared, fewer than half" + where);
        }
        Map<String, Double> symbols = here.symbols(claim.measured(), run);
        CurveSolution curves = solution(symbols, at[at.length - 1], accuracy);
        List<TimeCurve.Value> predicted = Arrays.stream(kept)
                .mapToObj(k -> curves.read(comparison.predicted(), at[k]))
                .toList();
        boolean nearest =
                predicted.stream().filter(value -> value.high() > value.low()).count()
                        <= 1 + kept.length / SAMPLES_A_JUMP;
        double[] differences = new double[kept.length];
        double largest = 0;
        double error = 0;
        for (int k = 0; k < kept.length; k++) {
            TimeCurve.Value value = predicted.get(k);
            double observed = values[kept[k]];
            double taken = nearest ? nearer(value, observed) : value.value();
            largest = Math.max(largest, Math.abs(value.value()));
            differences[k] = observed - taken;
            error = Math.max(error, value.error() + (nearest ? 0 : value.high() - value.low()));
        }
        double start = accuracy == Accuracy.DECLARED ? startError(comparison.predicted(), symbols, run, at, curves) : 0;
        return new Compared(differences, here.error(series.error() + start, error), largest);
    }

    /** Returns the value of the side of a jump that an observation is nearer to. */
    private static double nearer(TimeCurve.Value value, double observed) {
        return Math.abs(observed - value.low()) < Math.abs(observed - value.high()) ? value.low() : value.high();
    }

    /** Solves the prediction, once for all comparisons of its curves. */
    private CurveSolution solution(Map<String, Double> symbols, double horizon, Accuracy accuracy) {
        return solutions.computeIfAbsent(
                new Start(symbols, horizon, accuracy),
                start -> CurveSolution.of(prediction, start.symbols, start.horizon, start.accuracy));
    }

    private record Start(Map<String, Double> symbols, double horizon, Accuracy accuracy) {}

    /** Returns how far the curve moves when what is measured for its start moves by its numerical error. */
    private double startError(
            String curve, Map<String, Double> symbols, Observation run, double[] at, CurveSolution curves) {
        double total = 0;
        for (Map.Entry<String, String> entry : claim.measured().entrySet()) {
            double error = run.measurements().get(entry.getValue()).error();
            if (error > 0) {
                Map<String, Double> moved = new HashMap<>(symbols);
                moved.merge(entry.getKey(), error, Double::sum);
                CurveSolution other = solution(moved, at[at.length - 1], Accuracy.FINE);
                double largest = 0;
                for (double time : at) {
                    largest = Math.max(largest, Math.abs(other.at(curve, time) - curves.at(curve, time)));
                }
                total += largest;
            }
        }
        return total;
    }

    /** Returns the longest axis that any series of the run over the curve's time has: what was asked for. */
    private DoubleStream axis(Observation run, TrajectoryComparison comparison) {
        double[] longest = series(comparison.observed(), run, "").at();
        for (Measurement measurement : run.measurements().values()) {
            if (measurement instanceof Measurement.Series series && series.at().length > longest.length) {
                longest = series.at();
            }
        }
        return Arrays.stream(longest);
    }

    private static double from(From from, Observation run, String where) {
        if (from.event().isEmpty()) {
            return from.time();
        }
        Double at = run.events().get(from.event().get());
        if (at == null) {
            throw new Unreadable("the event " + from.event().get() + " never happened" + where);
        }
        return at;
    }

    private static Measurement.Series series(String name, Observation run, String where) {
        if (run.measurements().get(name) instanceof Measurement.Series series && series.at().length > 0) {
            return series;
        }
        throw new Unreadable("the series " + name + " does not exist in this run" + where);
    }

    /** Returns the plot, or none where the curve cannot be drawn as a whole: evidence never changes a verdict. */
    private Optional<Plot> evidence(TrajectoryComparison comparison, PointObservations here) {
        try {
            return Optional.of(plot(comparison, here));
        } catch (Unreadable | Undetermined undrawable) {
            return Optional.empty();
        }
    }

    private Plot plot(TrajectoryComparison comparison, PointObservations here) {
        List<Observation> runs = here.runs();
        List<Plot.Curve> curves = new ArrayList<>();
        double end = 0;
        for (int seed = 0; seed < runs.size(); seed++) {
            Measurement.Series series = series(comparison.observed(), runs.get(seed), "");
            end = Math.max(end, series.at()[series.at().length - 1]);
            String name = here.seeded() ? "simulated, seed " + seed : "simulated";
            curves.add(new Plot.Curve(name, Plot.Role.MEASURED, series.at(), series.values()));
        }
        CurveSolution solution = solution(here.meanSymbols(claim.measured()), end, Accuracy.DECLARED);
        int points = 200;
        double[] x = new double[points + 1];
        double[] y = new double[points + 1];
        for (int i = 0; i <= points; i++) {
            x[i] = end * i / points;
            y[i] = solution.at(comparison.predicted(), x[i]);
        }
        String name = claim.measured().isEmpty() ? "theory" : "theory, from the mean start";
        curves.add(new Plot.Curve(name, Plot.Role.THEORY, x, y));
        return new Plot(prediction.time(), comparison.observed(), false, curves);
    }
}
