package org.theoremeter.simulate.task;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.apache.commons.rng.UniformRandomProvider;

/** Draws what a test says, in order, and nothing else. */
final class Scripted implements UniformRandomProvider {

    private final Queue<Object> script;

    Scripted(Object... script) {
        this.script = new ArrayDeque<>(List.of(script));
    }

    boolean isAtItsEnd() {
        return script.isEmpty();
    }

    @Override
    public double nextDouble() {
        return (Double) script.remove();
    }

    @Override
    public boolean nextBoolean() {
        return (Boolean) script.remove();
    }

    @Override
    public int nextInt(int bound) {
        int next = (Integer) script.remove();
        if (next >= bound) {
            throw new AssertionError("the script has " + next + " where less than " + bound + " was asked for");
        }
        return next;
    }

    @Override
    public long nextLong() {
        throw new AssertionError("the script has no long numbers");
    }
}
