package org.theoremeter.simulate.fixedpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.dfp.DfpMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.simulate.fixedpoint.map.NetworkMap;
import org.theoremeter.simulate.fixedpoint.map.SearchedMap;
import org.theoremeter.simulate.measure.LatentPlane;
import org.theoremeter.simulate.measure.PlaneZeros;
import org.theoremeter.simulate.mechanism.TestMaps;
import org.theoremeter.simulate.network.LeakyRnn;
import org.theoremeter.simulate.network.RankKRnn;
import org.theoremeter.simulate.network.Readout;
import org.theoremeter.simulate.random.RandomStreams;

/** Points of maps whose points are known: all found, none invented. */
class PointSearchTest {

    private static final int STARTS = 300;

    /** Newton's method ends within some roundings of states of order 1. */
    private static final double EXACT = 1e-12;

    private static Points search(SearchedMap map, double width, int starts, int threads) {
        double[][] from = new double[starts][];
        for (int i = 0; i < starts; i++) {
            from[i] = Arrays.stream(RandomStreams.of(11).child(i).gaussians("start", map.dimension()))
                    .map(x -> width * x)
                    .toArray();
        }
        return new PointSearch(map, SearchSettings.usual(threads)).from(from);
    }

    /** The leaky network with weights and biases, without input. */
    static NetworkMap leaky(double[][] weights, double[] bias) {
        int units = bias.length;
        LeakyRnn network = new LeakyRnn(units, 0, 1, 0.3, Readout.LINEAR);
        double[] parameters = new double[network.layout().size()];
        for (int i = 0; i < units; i++) {
            parameters[network.layout().block("b_rec").offset() + i] = bias[i];
            for (int k = 0; k < units; k++) {
                parameters[network.layout().block("W_rec").at(i, k)] = weights[i][k];
            }
        }
        return NetworkMap.of(network, parameters, new double[0]);
    }

    /** Returns the positive solution of x = tanh(2x) by bisection. */
    private static double bistable() {
        double low = 0.5;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (Math.tanh(2 * middle) > middle) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Units that do not know of each other have the points of one, −x, 0 and x of x = tanh(2x), in all combinations: 27. */
    @Test
    void findsAllPointsOfUnitsWithoutConnections() {
        Points found = search(leaky(new double[][] {{2, 0, 0}, {0, 2, 0}, {0, 0, 2}}, new double[3]), 1, STARTS, 2);
        double x = bistable();
        assertThat(found.points()).hasSize(27);
        assertThat(found.of(Kind.STABLE)).hasSize(8);
        assertThat(found.of(Kind.SADDLE).stream().mapToInt(Point::unstable))
                .filteredOn(count -> count == 1)
                .hasSize(12);
        assertThat(found.of(Kind.SADDLE).stream().mapToInt(Point::unstable))
                .filteredOn(count -> count == 2)
                .hasSize(6);
        for (Point point : found.points()) {
            int zeros = 0;
            for (double component : point.state()) {
                boolean zero = Math.abs(component) < 0.5;
                zeros += zero ? 1 : 0;
                assertThat(Math.abs(component)).isCloseTo(zero ? 0 : x, Offset.offset(EXACT));
            }
            // at 0 a unit has the multiplier 0.7 + 0.3 · 2
            assertThat(point.unstable()).isEqualTo(zeros);
            double multiplier = zeros > 0 ? 1.3 : 0.7 + 0.6 * (1 - x * x);
            assertThat(point.leading()).isCloseTo(multiplier, Offset.offset(EXACT));
            assertThat(point.certificate().claim()).isEqualTo(Certificate.Claim.EXISTS);
            assertThat(point.certificate().within()).isLessThan(EXACT);
        }
        assertThat(found.ended()).isEqualTo(STARTS);
        assertThat(found.settled()).isEqualTo(STARTS);
        // a start settles where its signs are
        assertThat(found.of(Kind.STABLE).stream().mapToInt(Point::basin).sum()).isEqualTo(STARTS);
        int positive = 0;
        for (int i = 0; i < STARTS; i++) {
            positive += Arrays.stream(RandomStreams.of(11).child(i).gaussians("start", 3))
                            .allMatch(value -> value > 0)
                    ? 1
                    : 0;
        }
        assertThat(found.of(Kind.STABLE).stream()
                        .filter(point -> Arrays.stream(point.state()).allMatch(value -> value > 0)))
                .singleElement()
                .extracting(Point::basin)
                .isEqualTo(positive);
    }

    /**
     * Two orthogonal patterns are stored with W = (2/N) Σ ξ ξᵀ. Units in which they agree, and those in which they do not, then have
     * activities s and d with s = tanh(2s), d = tanh(2d): four stable patterns, four mixtures with one unstable direction, and 0 with two.
     */
    @Test
    void findsPatternsAndMixturesOfAHopfieldNetwork() {
        int units = 12;
        double[][] weights = new double[units][units];
        double[][] patterns = new double[2][units];
        for (int i = 0; i < units; i++) {
            patterns[0][i] = i % 2 == 0 ? 1 : -1;
            patterns[1][i] = i % 4 < 2 ? 1 : -1;
        }
        for (int i = 0; i < units; i++) {
            for (int k = 0; k < units; k++) {
                weights[i][k] = 2.0 / units * (patterns[0][i] * patterns[0][k] + patterns[1][i] * patterns[1][k]);
            }
        }
        Points found = search(leaky(weights, new double[units]), 1, STARTS, 2);
        assertThat(found.points())
                .hasSize(9)
                .allMatch(point -> point.certificate().proves());
        assertThat(found.of(Kind.STABLE)).hasSize(4);
        assertThat(found.of(Kind.SADDLE).stream().map(Point::unstable)).containsExactlyInAnyOrder(1, 1, 1, 1, 2);
        double x = bistable();
        for (int pattern = 0; pattern < 2; pattern++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double[] stored = patterns[pattern].clone();
                for (int i = 0; i < units; i++) {
                    stored[i] *= sign * x;
                }
                assertThat(found.of(Kind.STABLE))
                        .anyMatch(point -> Certification.distance(point.state(), stored) < 10 * EXACT);
            }
        }
    }

    /** In the plane of the latents of a low-rank network {@link PlaneZeros} overlooks none. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void findsWhatAnExhaustiveSearchOfTheLatentsFinds(long seed) {
        RankKRnn network = new RankKRnn(20, 2, 0, 1, 0.4, Readout.LINEAR);
        double[] parameters =
                RandomStreams.of(seed).gaussians("parameters", network.layout().size());
        int n = network.layout().block("n").offset();
        for (int i = 0; i < 40; i++) {
            // left and right vectors that go together, so that there are several points
            parameters[n + (i % 2) * 20 + i / 2] = 0.15 * (parameters[i] + parameters[n + i]);
        }
        for (int i = 0; i < 20; i++) {
            parameters[network.layout().block("b").offset() + i] *= 0.2;
        }
        PlaneZeros exhaustive = LatentPlane.of(network, parameters).zeros();
        assertThat(exhaustive.undecided()).isZero();
        assertThat(exhaustive.zeros()).hasSizeGreaterThan(1);
        Points found = search(NetworkMap.of(network, parameters, new double[0]), 1, STARTS, 2);
        List<Point> fixed = found.points().stream().filter(Point::isFixed).toList();
        assertThat(fixed)
                .hasSameSizeAs(exhaustive.zeros())
                .allMatch(point -> point.certificate().proves());
        for (PlaneZeros.Zero zero : exhaustive.zeros()) {
            assertThat(fixed).anyMatch(point -> {
                double[] latents = network.latents(parameters, point.state());
                return Math.hypot(latents[0] - zero.x(), latents[1] - zero.y()) < 1e-9;
            });
        }
    }

    private static Searched saddleNode(double r, double dt) {
        // DF = 1 + 2 dt x changes by 2 dt a unit; a handful of roundings of numbers of order 1
        SearchedMap.Bounds bounds = new SearchedMap.Bounds(
                new double[] {1e-15}, new double[] {1e-15}, new double[] {2 * dt}, Double.POSITIVE_INFINITY);
        return Searched.map(1, bounds, x ->
                new Gradient[] {x[0].add(x[0].multiply(x[0]).add(r).multiply(dt))});
    }

    /** Of x ← x + dt (r + x²): a ghost at 0 with q = (dt r)²/2, and a zero needs a distance of √r, which is what is proved. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1e-3, 1e-6})
    void findsAGhostWithItsSpeed(double r) {
        double dt = 0.1;
        Points found = search(saddleNode(r, dt), 0.5 * Math.sqrt(r), 20, 1);
        assertThat(found.points()).singleElement().satisfies(ghost -> {
            assertThat(ghost.kind()).isEqualTo(Kind.GHOST);
            assertThat(ghost.state()[0]).isCloseTo(0, Offset.offset(1e-8 * Math.sqrt(r)));
            assertThat(ghost.q())
                    .isCloseTo(Math.pow(dt * r, 2) / 2, Offset.offset(1e-14 * Math.pow(dt * r, 2) + 1e-17 * dt * r));
            assertThat(ghost.certificate().claim()).isEqualTo(Certificate.Claim.NONE_NEAR);
            assertThat(ghost.certificate().alone()).isCloseTo(Math.sqrt(r), Offset.offset(1e-6 * Math.sqrt(r)));
        });
    }

    @Test
    void findsTheTwoPointsThatAGhostComesFrom() {
        double r = -1e-4;
        Points found = search(saddleNode(r, 0.1), 0.02, 20, 1);
        assertThat(found.points()).hasSize(2);
        assertThat(found.of(Kind.STABLE)).singleElement().satisfies(point -> {
            assertThat(point.state()[0]).isCloseTo(-0.01, Offset.offset(EXACT));
            assertThat(point.certificate().claim()).isEqualTo(Certificate.Claim.EXISTS);
            // the other one is 0.02 away
            assertThat(point.certificate().alone()).isLessThan(0.02);
        });
        assertThat(found.of(Kind.SADDLE))
                .singleElement()
                .extracting(Point::unstable)
                .isEqualTo(1);
    }

    /** Where the two meet the derivative is singular: a point is found, marginal, and nothing is proved of it. */
    @Test
    void provesNothingWhereTwoPointsMeet() {
        Points found = search(saddleNode(0, 0.1), 0.5, 20, 1);
        assertThat(found.points()).isNotEmpty().allSatisfy(point -> {
            assertThat(point.kind()).isEqualTo(Kind.MARGINAL);
            assertThat(point.certificate().claim()).isNotEqualTo(Certificate.Claim.EXISTS);
            assertThat(point.state()[0]).isCloseTo(0, Offset.offset(1e-5));
        });
    }

    /** Of a ring of fixed points, r ← r + dt r (1 − |r|²), as many as there are starts are found, and none is called isolated. */
    @Test
    void callsARingMarginal() {
        Searched ring = Searched.map(2, z -> {
            Gradient stretch = TestMaps.squares(z).subtract(1).multiply(-0.2).add(1);
            return new Gradient[] {stretch.multiply(z[0]), stretch.multiply(z[1])};
        });
        Points found = search(ring, 1, 100, 2);
        assertThat(found.of(Kind.STABLE)).isEmpty();
        assertThat(found.of(Kind.MARGINAL)).hasSizeGreaterThan(90).allSatisfy(point -> {
            assertThat(point.marginal()).isEqualTo(1);
            assertThat(Math.hypot(point.state()[0], point.state()[1])).isCloseTo(1, Offset.offset(1e-9));
            assertThat(point.certificate().proves()).isFalse();
        });
        // the centre of the ring is no part of it
        assertThat(found.of(Kind.SADDLE).size()).isLessThanOrEqualTo(1);
        assertThat(found.of(Kind.GHOST)).isEmpty();
        assertThat(found.settled()).isZero();
    }

    /** A turn by an angle has a centre, and only one point. */
    @Test
    void callsACentreMarginal() {
        Searched turn = Searched.map(2, z -> {
            Gradient one = z[0].multiply(0).add(1);
            return TestMaps.turned(z, one, one.multiply(0.3));
        });
        Points found = search(turn, 1, 30, 2);
        assertThat(found.points()).singleElement().satisfies(point -> {
            assertThat(point.kind()).isEqualTo(Kind.MARGINAL);
            assertThat(point.marginal()).isEqualTo(2);
        });
        assertThat(found.settled()).isZero();
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        Points found = search(Searched.map(1, x -> new Gradient[] {x[0].add(1)}), 1, 30, 2);
        assertThat(found.points()).isEmpty();
        assertThat(found.ended()).isZero();
        // q falls towards infinity and has no minimum
        Points falling = search(
                Searched.map(1, x -> new Gradient[] {x[0].add(x[0].negate().exp())}), 1, 30, 2);
        assertThat(falling.of(Kind.GHOST)).isEmpty();
        assertThat(falling.of(Kind.STABLE)).isEmpty();
    }

    /** The true point, to 40 digits, lies within what is proved. */
    @Test
    void provesADistanceThatHolds() {
        Points found = search(leaky(new double[][] {{2}}, new double[] {0.1}), 1, 30, 1);
        assertThat(found.points()).hasSize(3);
        DfpField field = new DfpField(50);
        for (Point point : found.points()) {
            Dfp x = field.newDfp(point.state()[0]);
            for (int i = 0; i < 6; i++) {
                Dfp e = DfpMath.exp(x.multiply(4).add(field.newDfp(0.1).multiply(2)));
                Dfp tanh = e.subtract(1).divide(e.add(1));
                Dfp slope =
                        field.getOne().subtract(tanh.multiply(tanh)).multiply(2).subtract(1);
                x = x.subtract(tanh.subtract(x).divide(slope));
            }
            double distance = x.subtract(field.newDfp(point.state()[0])).abs().toDouble();
            assertThat(distance).isLessThan(point.certificate().within());
            assertThat(point.certificate().within()).isLessThan(1e-13);
        }
    }

    /**
     * At a minimum of q that is no zero Jᵀg = 0, so that 1 is an eigenvalue of DF. A zero at which a descent stops early, with a speed just
     * above rounding, has none and is to be called a fixed point.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void callsNoFixedPointAGhost(long seed) {
        int units = 60;
        double[][] weights = new double[units][];
        for (int i = 0; i < units; i++) {
            weights[i] = Arrays.stream(RandomStreams.of(seed).child(i).gaussians("weights", units))
                    .map(weight -> 1.5 * weight / Math.sqrt(units))
                    .toArray();
        }
        double[] bias = Arrays.stream(RandomStreams.of(seed).gaussians("bias", units))
                .map(value -> 0.3 * value)
                .toArray();
        Points found = search(leaky(weights, bias), 1, 100, 2);
        assertThat(found.ended()).isGreaterThan(90);
        assertThat(found.points()).anyMatch(Point::isFixed).anyMatch(point -> !point.isFixed());
        for (Point point : found.points()) {
            double nearest = 1;
            for (int i = 0; i < units; i++) {
                nearest = Math.min(
                        nearest,
                        Math.hypot(
                                point.eigenvalues().real(i) - 1,
                                point.eigenvalues().imaginary(i)));
            }
            if (point.isFixed()) {
                assertThat(point.certificate().claim()).isEqualTo(Certificate.Claim.EXISTS);
            } else {
                assertThat(nearest).isLessThan(1e-6);
                assertThat(point.certificate().alone()).isGreaterThan(1e-6);
            }
        }
    }

    @Test
    void doesNotDependOnThreads() {
        int units = 12;
        double[][] weights = new double[units][];
        for (int i = 0; i < units; i++) {
            weights[i] = Arrays.stream(RandomStreams.of(4).child(i).gaussians("weights", units))
                    .map(weight -> 0.6 * weight)
                    .toArray();
        }
        NetworkMap map = leaky(weights, RandomStreams.of(4).gaussians("bias", units));
        Points one = search(map, 1, 60, 1);
        Points three = search(map, 1, 60, 3);
        assertThat(one.points()).isNotEmpty().hasSameSizeAs(three.points());
        assertThat(one.ended()).isEqualTo(three.ended());
        assertThat(one.settled()).isEqualTo(three.settled());
        for (int i = 0; i < one.points().size(); i++) {
            Point a = one.points().get(i);
            Point b = three.points().get(i);
            assertThat(a.state()).containsExactly(b.state());
            assertThat(Optional.of(a.certificate())).contains(b.certificate());
            assertThat(a.starts()).isEqualTo(b.starts());
            assertThat(a.basin()).isEqualTo(b.basin());
        }
    }
}
