package org.theoremeter.theory.symbolic.algebra.numeric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.DefiniteIntegral;
import org.theoremeter.theory.symbolic.term.Formula;
import org.theoremeter.theory.symbolic.term.InfiniteSum;
import org.theoremeter.theory.symbolic.term.Term;

/**
 * Compares two terms in numbers.
 *
 * <p>Doubles decide where the bound on their rounding is small against the sides; elsewhere, as where digits cancel, overflow
 * or underflow, many digits do, or nothing does.
 */
public final class Comparison {
    /** Terms that are not formulas have no more digits to give; so much of a side may be error. */
    private static final double COARSE = 1e-6;
    /** Points at which sides are compared that are integrals, sums or limits, beside those of the samples. */
    private static final int MOST_SLOW = 12;

    /** Of the points inside so many are looked at before a proof is attempted, likewise. */
    private static final int FIRST_OF_SLOW = 16;

    /** Sums may have a hundred thousand terms at each point. */
    private static final int MOST_OF_SUMS = 24;

    private static final int MOST_PLACES = 60;
    /** Points that are looked at closely because doubles see a difference there. */
    private static final int MOST_SUSPICIOUS = 60;

    private static final int PATIENCE = 2;
    private static final int FEWER_DIGITS = 150;

    private final Term left;
    private final Term right;
    private final SamplePoints samples;
    private final double relative;
    private List<Map<String, Double>> remaining = List.of();
    private int compared;
    private double worst;
    private int cancelled;
    private boolean vanishing = true;
    private Optional<String> cancelling = Optional.empty();
    private Optional<String> differs = Optional.empty();

    /** Creates a comparison of two terms on a region, to a relative difference. */
    public Comparison(Term left, Term right, Region region, double relative) {
        if (!(relative > 0 && relative < 1)) {
            throw new IllegalArgumentException(
                    "found the relative tolerance " + relative + ", accepted: a number between 0 and 1");
        }
        this.left = left;
        this.right = right;
        Set<String> symbols = new TreeSet<>(left.symbols());
        symbols.addAll(right.symbols());
        this.samples = new SamplePoints(region.about(symbols));
        this.relative = relative;
    }

    /**
     * Compares inside, where both sides must be finite, and near the edges, where a point at which a side is not
     * finite is left out. Of terms that take long only some of the points inside are looked at.
     */
    public Equality firstLook(int points) {
        if (points < 1) {
            throw new IllegalArgumentException("found " + points + " points, accepted: at least 1");
        }
        List<Map<String, Double>> inside = samples.inside(points);
        int first = PrecisePoint.knows(left, right) ? inside.size() : Math.min(FIRST_OF_SLOW, inside.size());
        int all = left instanceof InfiniteSum || right instanceof InfiniteSum
                ? Math.min(MOST_OF_SUMS, inside.size())
                : inside.size();
        remaining = inside.subList(first, all);
        Optional<Equality> end = at(inside.subList(0, first), true);
        return end.or(() -> at(samples.nearEdges(), false)).orElseGet(this::agreed);
    }

    /** Compares at all other points inside, and where what is narrow would show. */
    public Equality closeLook() {
        return at(remaining, true).or(this::atFeatures).orElseGet(this::agreed);
    }

    private Equality agreed() {
        Optional<String> undecided = vanishing
                ? cancelling.or(() -> Optional.of(
                        compared == 0
                                ? "there was no point at which both sides could be compared"
                                : "both sides are 0 at every point, which may be underflow: nothing was compared"))
                : cancelling;
        return new Equality.Agreed(compared, worst, "not asked for", false, undecided, differs);
    }

    private Optional<Equality> at(List<Map<String, Double>> points, boolean inside) {
        return points.stream().flatMap(point -> at(point, inside).stream()).findFirst();
    }

    /**
     * Compares where what is narrow would show: of formulas at all such points, of terms that take long at the first of
     * them. Of the many points beside the places only those are looked at closely at which doubles see a difference.
     */
    private Optional<Equality> atFeatures() {
        List<Expression> formulas = Stream.of(left, right)
                .flatMap(term -> PrecisePoint.formula(term).stream())
                .toList();
        boolean quick = formulas.size() == 2;
        FeaturePoints features = FeaturePoints.of(formulas, samples.region());
        Stream<Map<String, Double>> places = quick
                ? features.places().stream().limit(MOST_PLACES)
                : features.places().stream().limit(MOST_SLOW).filter(this::isKnownWell);
        if (quick) {
            QuickLook look = new QuickLook(formulas, samples.region(), relative);
            List<Map<String, Double>> all = new ArrayList<>(features.places());
            all.addAll(features.beside());
            places = Stream.concat(look.suspicious(all, MOST_SUSPICIOUS).stream(), places);
        }
        Optional<Equality> hidden =
                places.flatMap(point -> at(point, false).stream()).findFirst();
        return hidden.isEmpty() && left instanceof Formula && right instanceof Formula
                ? Borders.differing(formulas.get(0), formulas.get(1), samples.region(), relative)
                        .map(Equality.class::cast)
                : hidden;
    }

    /** At places where integrands are extreme, quadrature would take long and say little. */
    private boolean isKnownWell(Map<String, Double> point) {
        return Stream.of(left, right)
                .allMatch(term -> !(term instanceof DefiniteIntegral integral) || integral.isEnclosed(point));
    }

    /** Compares at a point, and returns an answer if it is settled there. */
    private Optional<Equality> at(Map<String, Double> point, boolean inside) {
        Bounded a = Bounded.of(left, point);
        Bounded b = Bounded.of(right, point);
        double scale = Math.max(Math.abs(a.value()), Math.abs(b.value()));
        boolean precise = a.isFinite() && b.isFinite() && a.error() + b.error() <= relative * scale;
        if (precise && beyondRounding(a, b) > relative * scale) {
            return differing(point, a, b, inside);
        }
        // Constants that agree may still differ: there is but one point, and it costs little to look closely.
        if (precise && !point.isEmpty() && scale > 0) {
            count(beyondRounding(a, b) / scale);
            return Optional.empty();
        }
        if (precise && scale == 0 && !vanishing) {
            compared++;
            return Optional.empty();
        }
        PrecisePoint.Sides fine =
                PrecisePoint.compare(left, right, point, relative, inside || point.isEmpty() ? digits() : FEWER_DIGITS);
        return switch (fine.kind()) {
            case AGREES -> {
                count(fine.difference());
                differs = differs.or(() -> fine.apart());
                yield Optional.empty();
            }
            case DIFFERS -> Optional.of(new Equality.Refuted(point, fine.left(), fine.right()));
            case BOTH_ZERO -> {
                // Without rounding, so that nothing has only become too small.
                count(0);
                yield Optional.empty();
            }
            case UNDEFINED -> inside ? Optional.of(notFinite(a, b, point)) : Optional.empty();
            case UNKNOWN -> roughly(a, b, point, inside);
        };
    }

    /** Sides that cancel at several points do so at all, and the most digits take longest. */
    private int digits() {
        return cancelled < PATIENCE ? PrecisePoint.MOST : FEWER_DIGITS;
    }

    private static double beyondRounding(Bounded a, Bounded b) {
        return Math.max(0, Math.abs(a.value() - b.value()) - a.error() - b.error());
    }

    private void count(double difference) {
        compared++;
        vanishing = false;
        worst = Math.max(worst, difference);
    }

    /** What cannot be told with many digits may still be told roughly, of terms that are not formulas. */
    private Optional<Equality> roughly(Bounded a, Bounded b, Map<String, Double> point, boolean inside) {
        boolean values = Double.isFinite(a.value()) && Double.isFinite(b.value());
        if (!values || (!PrecisePoint.knows(left, right) && !(a.isFinite() && b.isFinite()))) {
            return inside ? Optional.of(notFinite(a, b, point)) : Optional.empty();
        }
        double scale = Math.max(Math.abs(a.value()), Math.abs(b.value()));
        if (beyondRounding(a, b) > relative * scale) {
            return differing(point, a, b, inside);
        }
        if (!inside && !point.isEmpty()) {
            // Places that are looked at beside the samples may be too special for any digits.
            return Optional.empty();
        }
        if (!PrecisePoint.knows(left, right) && a.error() + b.error() <= COARSE * scale) {
            count(0);
        } else {
            compared++;
            vanishing &= a.value() == 0 && b.value() == 0;
            cancelled++;
            cancelling = cancelling.or(() -> Optional.of(
                    "the sides cancel or are too large at " + new TreeMap<>(point) + ": their digits do not decide"));
        }
        return Optional.empty();
    }

    /** Two rules of quadrature may both miss what is narrow: only an enclosed integral refutes. */
    private Optional<Equality> differing(Map<String, Double> point, Bounded a, Bounded b, boolean inside) {
        Optional<Bounded> first = closer(left, a, point);
        Optional<Bounded> second = closer(right, b, point);
        if (first.isPresent() && second.isPresent()) {
            double scale = Math.max(
                    Math.abs(first.get().value()), Math.abs(second.get().value()));
            if (beyondRounding(first.get(), second.get()) > relative * scale) {
                return Optional.of(new Equality.Refuted(
                        point, first.get().value(), second.get().value()));
            }
        }
        return inside
                ? Optional.of(new Equality.Undecided("quadrature says " + a.value() + " against " + b.value() + " at "
                        + new TreeMap<>(point) + ", but the integral could not be enclosed narrowly enough"))
                : Optional.empty();
    }

    private static Optional<Bounded> closer(Term term, Bounded before, Map<String, Double> point) {
        if (!(term instanceof DefiniteIntegral integral)) {
            return Optional.of(before);
        }
        return integral.enclosed(point).map(value -> new Bounded(value.value(), value.error()));
    }

    private static Equality notFinite(Bounded a, Bounded b, Map<String, Double> point) {
        return new Equality.Undecided(
                "not finite inside the domain: " + a.value() + " against " + b.value() + " at " + new TreeMap<>(point));
    }
}
