package org.theoremeter.verify;

import java.util.List;
import java.util.stream.IntStream;

/** What tests take of many things of one sort: all of them with {@code mvn -P thorough}, as CI runs it, and else a fixed part. */
public final class Sample {

    private Sample() {}

    /** Returns whether all is asked for. */
    public static boolean isWhole() {
        return Boolean.getBoolean("theoremeter.thorough");
    }

    /** Returns the first of so many, and every one that follows at that distance; all if all is asked for. */
    public static <T> List<T> oneIn(int every, List<T> all) {
        return isWhole()
                ? all
                : IntStream.range(0, all.size())
                        .filter(i -> i % every == 0)
                        .mapToObj(all::get)
                        .toList();
    }
}
