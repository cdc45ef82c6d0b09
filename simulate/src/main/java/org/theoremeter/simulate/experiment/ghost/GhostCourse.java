package org.theoremeter.simulate.experiment.ghost;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.measure.IsolatedZeros;
import org.theoremeter.simulate.measure.LatentField;

/** What is seen of loss and field at some epochs of a training: the last look before the loss has halved is the one at the drop. */
final class GhostCourse {

    /** A zero that touches hides two, so that each piece that is undecided may be off by two. */
    private static final double HIDDEN = 2;

    private final double first;
    private final List<Look> looks = new ArrayList<>();

    /**
     * One look.
     *
     * @param epoch updates made before
     * @param loss of that epoch
     * @param zeros fixed points of the field
     * @param ghosts its ghosts
     * @param speed |F| at the slowest ghost, infinite if there is none
     */
    private record Look(long epoch, double loss, IsolatedZeros zeros, IsolatedZeros ghosts, double speed) {}

    GhostCourse(double first) {
        this.first = first;
    }

    void look(long epoch, double loss, LatentField field) {
        if (!looks.isEmpty() && last().epoch() == epoch) {
            return;
        }
        IsolatedZeros ghosts = field.ghosts();
        double speed = ghosts.zeros().stream()
                .mapToDouble(latent -> Math.abs(field.value(latent)))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        looks.add(new Look(epoch, loss, field.zeros(), ghosts, speed));
    }

    /** Returns series and numbers; those of the drop only if there was one. */
    Map<String, Measurement> found() {
        Map<String, Measurement> found = new HashMap<>();
        series(found, "zeros", looks, looks.stream().map(GhostCourse::zeros).toList());
        series(found, "ghosts", looks, looks.stream().map(GhostCourse::ghosts).toList());
        List<Look> slow =
                looks.stream().filter(look -> Double.isFinite(look.speed())).toList();
        series(
                found,
                "ghost-speed",
                slow,
                slow.stream()
                        .map(look -> new Measurement.Scalar(look.speed(), 1e-12))
                        .toList());
        found.put("first-zeros", zeros(looks.get(0)));
        found.put("final-zeros", zeros(last()));
        found.put("final-ghosts", ghosts(last()));
        found.put("zero-changes", changes(looks));
        looks.stream().filter(look -> look.loss() < first / 2).findFirst().ifPresent(drop -> {
            found.put("ghosts-at-drop", ghosts(drop));
            found.put("zeros-at-drop", zeros(drop));
            found.put("zero-changes-to-drop", changes(looks.subList(0, looks.indexOf(drop) + 1)));
        });
        looks.stream()
                .filter(look -> !look.ghosts().zeros().isEmpty())
                .findFirst()
                .ifPresent(look -> found.put("loss-at-ghost", new Measurement.Scalar(look.loss() / first, 1e-12)));
        return found;
    }

    /** Returns the epoch of the first look with a ghost, or −1. */
    long firstGhost() {
        return looks.stream()
                .filter(look -> !look.ghosts().zeros().isEmpty())
                .mapToLong(Look::epoch)
                .findFirst()
                .orElse(-1);
    }

    private Look last() {
        return looks.get(looks.size() - 1);
    }

    private static Measurement.Scalar zeros(Look look) {
        return count(look.zeros());
    }

    private static Measurement.Scalar ghosts(Look look) {
        return count(look.ghosts());
    }

    private static Measurement.Scalar count(IsolatedZeros zeros) {
        return new Measurement.Scalar(zeros.zeros().size(), HIDDEN * zeros.undecided());
    }

    /** Counts between how many neighbouring looks the number of zeros differs; unknown where a look is undecided. */
    private static Measurement.Scalar changes(List<Look> looks) {
        int changes = 0;
        int unknown = 0;
        for (int i = 1; i < looks.size(); i++) {
            IsolatedZeros before = looks.get(i - 1).zeros();
            IsolatedZeros after = looks.get(i).zeros();
            changes += before.zeros().size() == after.zeros().size() ? 0 : 1;
            unknown += before.undecided() + after.undecided() == 0 ? 0 : 1;
        }
        return new Measurement.Scalar(changes, unknown);
    }

    private static void series(
            Map<String, Measurement> found, String name, List<Look> looks, List<Measurement.Scalar> values) {
        if (!looks.isEmpty()) {
            found.put(
                    name,
                    Measurement.Series.of(
                            looks.stream().mapToDouble(Look::epoch).toArray(), values));
        }
    }
}
