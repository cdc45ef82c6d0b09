package org.theoremeter.simulate.fixedpoint;

import java.util.List;

/**
 * What a search found, and how hard it looked. That there are no other points it does not say.
 *
 * @param points what was found: stable ones, saddles, marginal ones, ghosts; within a kind, those in which most starts ended first
 * @param starts how many starts there were
 * @param ended how many of them ended in a point
 * @param settled how many of them settle in a stable point when the map is followed
 */
public record Points(List<Point> points, int starts, int ended, int settled) {

    /** Copies the list. */
    public Points {
        points = List.copyOf(points);
    }

    /** Returns the points of a kind. */
    public List<Point> of(Kind kind) {
        return points.stream().filter(point -> point.kind() == kind).toList();
    }
}
