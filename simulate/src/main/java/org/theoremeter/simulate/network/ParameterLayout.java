package org.theoremeter.simulate.network;

import java.util.ArrayList;
import java.util.List;
import org.theoremeter.simulate.network.ParameterBlock.Role;

/** Lays a network's parameters out in one flat vector, which optimisers, checkpoints and checks of gradients share. */
public final class ParameterLayout {

    private final List<ParameterBlock> blocks;

    private ParameterLayout(List<ParameterBlock> blocks) {
        this.blocks = List.copyOf(blocks);
    }

    /** Returns the blocks in their order. */
    public List<ParameterBlock> blocks() {
        return blocks;
    }

    /** Returns the length of the vector. */
    public int size() {
        ParameterBlock last = blocks.get(blocks.size() - 1);
        return last.offset() + last.size();
    }

    /**
     * Returns the block of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public ParameterBlock block(String name) {
        return blocks.stream()
                .filter(block -> block.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no block '" + name + "' among " + blocks));
    }

    /** Collects blocks one after another. */
    static final class Builder {

        private final List<ParameterBlock> blocks = new ArrayList<>();
        private int offset;

        /** Appends a matrix; its fan-in is its number of columns. */
        Builder matrix(String name, Role role, int rows, int columns) {
            return block(name, role, rows, columns, columns);
        }

        /** Appends a vector that is added to sums of {@code fanIn} terms. */
        Builder bias(String name, int rows, int fanIn) {
            return block(name, Role.BIAS, rows, 1, fanIn);
        }

        /** Appends a factor for each unit. */
        Builder decay(String name, int rows) {
            return block(name, Role.DECAY, rows, 1, 1);
        }

        private Builder block(String name, Role role, int rows, int columns, int fanIn) {
            if (rows * columns > 0) {
                blocks.add(new ParameterBlock(name, role, rows, columns, offset, fanIn));
                offset += rows * columns;
            }
            return this;
        }

        ParameterLayout build() {
            return new ParameterLayout(blocks);
        }
    }
}
