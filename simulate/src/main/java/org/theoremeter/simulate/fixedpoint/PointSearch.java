package org.theoremeter.simulate.fixedpoint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.theoremeter.simulate.arithmetic.Eigenvalues;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.fixedpoint.map.SearchedMap;

/**
 * Looks for fixed and slow points, the minima of q(r) = ½‖F(r) − r‖², from many starts (Sussillo and Barak, Neural Computation 25,
 * 2013).
 *
 * <p>From each start q is minimised; and the map is followed, and q minimised from where it leads if it comes to rest, so that no
 * attracting fixed point in which a start settles is missed. Ends that lie together are one point. The same starts give the same bits
 * whatever the number of threads.
 */
public final class PointSearch {

    /** A start whose map leads so near to a stable point, in units of 1 + ‖r‖, settles there. */
    private static final double ARRIVED = 1e-3;

    private final SearchedMap map;
    private final SearchSettings settings;

    /** Prepares to search a map. */
    public PointSearch(SearchedMap map, SearchSettings settings) {
        this.map = map;
        this.settings = settings;
    }

    /** What became of one start. */
    private record Followed(Candidate descended, Relaxation relaxed, Optional<Candidate> afterwards) {}

    /** A point that is not yet classified, and which starts ended in it. */
    private record Cluster(Candidate first, List<Integer> starts) {}

    /**
     * Searches.
     *
     * @param starts states, one array each
     */
    public Points from(double[][] starts) {
        List<Followed> followed = Parallel.each(starts.length, settings.threads(), () -> {
            SearchedMap own = map.another();
            Descent descent = new Descent(own);
            return i -> follow(own, descent, starts[i]);
        });
        List<Cluster> clusters = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            cluster(clusters, followed.get(i).descended, i);
        }
        followed.forEach(each -> each.afterwards.ifPresent(end -> cluster(clusters, end, -1)));
        List<Point> points = Parallel.each(clusters.size(), settings.threads(), () -> {
            SearchedMap own = map.another();
            Certification certification = new Certification(own);
            return i -> classified(own, certification, clusters.get(i).first);
        });
        return counted(points, clusters, followed);
    }

    private Followed follow(SearchedMap own, Descent descent, double[] start) {
        Candidate descended = descent.from(start, settings.iterations());
        Relaxation relaxed = Relaxation.from(own, start, settings.relaxation());
        Optional<Candidate> afterwards = settings.relaxation() > 0 && relaxed.isSlow()
                ? Optional.of(descent.from(relaxed.state(), settings.iterations()))
                : Optional.empty();
        return new Followed(descended, relaxed, afterwards);
    }

    /** Adds an end to the first cluster of its sort that lies there. */
    private void cluster(List<Cluster> clusters, Candidate end, int start) {
        if (end.end() == Candidate.End.NONE) {
            return;
        }
        double near = settings.tolerance() * (1 + Rows.norm(end.state()));
        Cluster home = clusters.stream()
                .filter(known -> known.first.end() == end.end()
                        && Certification.distance(known.first.state(), end.state()) <= near)
                .findFirst()
                .orElseGet(() -> {
                    Cluster opened = new Cluster(end, new ArrayList<>());
                    clusters.add(opened);
                    return opened;
                });
        if (start >= 0) {
            home.starts.add(start);
        }
    }

    private Point classified(SearchedMap own, Certification certification, Candidate found) {
        boolean fixed = found.end() == Candidate.End.ZERO;
        double[] state = found.state();
        double speed = fixed ? certification.refine(state) : found.speed();
        Certificate proved = fixed ? certification.exists(state) : certification.noneNear(state);
        return Point.of(state, speed, fixed, Eigenvalues.of(own.jacobian(state)), proved, settings.band());
    }

    /** Joins what is proved to be the same, and counts starts. */
    private Points counted(List<Point> points, List<Cluster> clusters, List<Followed> followed) {
        List<Point> distinct = new ArrayList<>();
        List<Integer> ended = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            int same = IntStream.range(0, distinct.size())
                    .filter(k -> isSame(distinct.get(k), point))
                    .findFirst()
                    .orElse(-1);
            int count = clusters.get(i).starts.size();
            if (same < 0) {
                distinct.add(point);
                ended.add(count);
            } else {
                ended.set(same, ended.get(same) + count);
            }
        }
        int[] basins = new int[distinct.size()];
        int settled = 0;
        for (Followed each : followed) {
            int home = home(distinct, each.relaxed.state());
            if (home >= 0) {
                basins[home]++;
                settled++;
            }
        }
        List<Point> counted = new ArrayList<>();
        for (int i = 0; i < basins.length; i++) {
            counted.add(distinct.get(i).with(ended.get(i), basins[i]));
        }
        counted.sort(Comparator.comparing(Point::kind)
                .thenComparing(Comparator.comparingInt(Point::starts).reversed()));
        int total = ended.stream().mapToInt(Integer::intValue).sum();
        return new Points(counted, followed.size(), total, settled);
    }

    private static boolean isSame(Point one, Point other) {
        Certificate proved = one.certificate();
        Certificate also = other.certificate();
        if (proved.claim() != Certificate.Claim.EXISTS || also.claim() != Certificate.Claim.EXISTS) {
            return false;
        }
        double apart = 0;
        for (int i = 0; i < one.state().length; i++) {
            apart = Math.max(apart, Math.abs(one.state()[i] - other.state()[i]));
        }
        return apart + also.within() < proved.alone();
    }

    /** Returns the nearest stable point if it is where a start has settled, or −1. */
    private static int home(List<Point> points, double[] state) {
        int home = -1;
        double nearest = ARRIVED * (1 + Rows.norm(state));
        for (int i = 0; i < points.size(); i++) {
            double distance = Certification.distance(points.get(i).state(), state);
            if (points.get(i).kind() == Kind.STABLE && distance <= nearest) {
                home = i;
                nearest = distance;
            }
        }
        return home;
    }
}
