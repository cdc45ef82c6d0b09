package org.theoremeter.verify.statistics;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The scale on which a curve is fitted along a coordinate x: x itself, or ln x. */
public enum Coordinate {

    /** The curve is one in x. */
    LINEAR {
        @Override
        double place(double x) {
            return x;
        }

        @Override
        double at(double place) {
            return place;
        }
    },

    /**
     * The curve is one in ln x, so that x is positive: a logistic is 1/(1 + (x/T₀)^(−k)). Its steepness k has no unit, and an interval
     * that is symmetric around ln T₀ is not around T₀.
     */
    LOG {
        @Override
        double place(double x) {
            return Math.log(x);
        }

        /** Returns e^place; an end that is open stays −∞ and does not become 0. */
        @Override
        double at(double place) {
            return place == Double.NEGATIVE_INFINITY ? place : Math.exp(place);
        }
    };

    /** Returns where a value of the coordinate lies on the scale. */
    abstract double place(double x);

    /** Returns the value of the coordinate at a place on the scale. */
    abstract double at(double place);

    /** Returns whether the scale has a place for a value. */
    public boolean accepts(double x) {
        return Double.isFinite(place(x));
    }

    /** Returns what the curve depends on: the name of the coordinate, or its logarithm. */
    public String of(String name) {
        return this == LOG ? "ln " + name : name;
    }

    /** Returns the name as written on a command line and in a claim. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the names as written on a command line and in a claim. */
    public static List<String> names() {
        return Stream.of(values()).map(Coordinate::text).toList();
    }
}
