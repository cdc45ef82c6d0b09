package org.theoremeter.simulate.fixedpoint;

import java.util.Optional;
import java.util.function.Function;
import org.hipparchus.analysis.differentiation.Gradient;
import org.theoremeter.simulate.fixedpoint.map.SearchedMap;
import org.theoremeter.simulate.mechanism.AutonomousSystem;
import org.theoremeter.simulate.mechanism.TestMaps;

/** Small maps that are given by a formula, with bounds where a test knows them. */
final class Searched implements SearchedMap {

    private final AutonomousSystem system;
    private final Optional<Bounds> bounds;

    private Searched(AutonomousSystem system, Optional<Bounds> bounds) {
        this.system = system;
        this.bounds = bounds;
    }

    static Searched map(int dimension, Function<Gradient[], Gradient[]> formula) {
        return new Searched(TestMaps.of(dimension, formula), Optional.empty());
    }

    static Searched map(int dimension, Bounds bounds, Function<Gradient[], Gradient[]> formula) {
        return new Searched(TestMaps.of(dimension, formula), Optional.of(bounds));
    }

    @Override
    public SearchedMap another() {
        return this;
    }

    @Override
    public Optional<Bounds> bounds(double[] state) {
        return bounds;
    }

    @Override
    public int dimension() {
        return system.dimension();
    }

    @Override
    public void step(double[] state, double[] next) {
        system.step(state, next);
    }

    @Override
    public void step(double[] state, double[] direction, double[] next, double[] nextDirection) {
        system.step(state, direction, next, nextDirection);
    }

    @Override
    public double[][] jacobian(double[] state) {
        return system.jacobian(state);
    }

    @Override
    public double[] read(double[] state) {
        return system.read(state);
    }
}
