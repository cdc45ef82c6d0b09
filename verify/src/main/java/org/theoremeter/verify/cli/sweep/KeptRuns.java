package org.theoremeter.verify.cli.sweep;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.sweep.Run;

/** Goes through runs of a sweep and looks them up in the store, many with one question. */
final class KeptRuns implements Iterator<StoredSweep.Kept> {

    private static final int AT_ONCE = 1000;

    private final StoredSweep sweep;
    private final Iterator<Integer> indices;
    private final Queue<StoredSweep.Kept> next = new ArrayDeque<>();
    private int index;
    private Iterator<Run> here = List.<Run>of().iterator();

    KeptRuns(StoredSweep sweep, List<Integer> indices) {
        this.sweep = sweep;
        this.indices = indices.iterator();
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty()) {
            lookUp();
        }
        return !next.isEmpty();
    }

    @Override
    public StoredSweep.Kept next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more runs");
        }
        return next.remove();
    }

    private void lookUp() {
        List<Run> runs = new ArrayList<>();
        List<Integer> points = new ArrayList<>();
        while (runs.size() < AT_ONCE && (here.hasNext() || indices.hasNext())) {
            if (here.hasNext()) {
                runs.add(here.next());
                points.add(index);
            } else {
                index = indices.next();
                here = sweep.file().runs(sweep.point(index)).iterator();
            }
        }
        List<Optional<Observation>> kept = sweep.sweep().kept(runs);
        for (int i = 0; i < runs.size(); i++) {
            int point = points.get(i);
            next.add(new StoredSweep.Kept(sweep.numbers().get(point), sweep.point(point), runs.get(i), kept.get(i)));
        }
    }
}
