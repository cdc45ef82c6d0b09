package org.theoremeter.theory.symbolic.term;

import java.util.List;

/**
 * Places ever nearer to a limit: three groups, each some decades from the next, and one far beyond.
 *
 * <p>Their digits are random, so that no two have a ratio that a formula could be in step with: neither powers of ten nor of
 * two, nor multiples of a small number.
 */
final class Probes {
    /** Distances from a finite limit. */
    private static final List<List<String>> NEAR = List.of(
            List.of("3.15541240313e-5", "6.74198990136e-6", "6.42133514944e-7", "3.29478524050e-8"),
            List.of("9.88362821631e-15", "1.26792439753e-16", "2.94320325350e-17", "7.50437676775e-18"),
            List.of("8.71784668656e-29", "1.89547885175e-30", "9.35379530458e-31", "5.34991333703e-32"));

    private static final String NEAREST = "7.89647638690e-61";

    /** Places on the way to infinity; their whole parts are odd and even, and leave different remainders on division. */
    private static final List<List<String>> FAR = List.of(
            List.of("665142.4405610", "8695985.9671325", "16478234.4343370", "322007773.6040442"),
            List.of(
                    "4146689759091034.5306018",
                    "34058519129894047.6871518",
                    "519396056478135556.6693012",
                    "8348020506411304931.4987167"),
            List.of(
                    "496794689045784810887557343530.2203463",
                    "3073845190348049919398834346941.6343950",
                    "85430340824701434766027622926459.9948470",
                    "355726546325660899682646002283341.9151742"));

    private static final String FARTHEST = "25225651861956369057412737745104433909983115984538742805326020.9015063";

    private Probes() {}

    /** Returns the groups, the nearest to the limit last. */
    static List<List<String>> groups(boolean infinite, boolean whole) {
        return infinite ? FAR.stream().map(group -> each(group, whole)).toList() : NEAR;
    }

    /** Returns the place far beyond all groups. */
    static String beyond(boolean infinite, boolean whole) {
        return infinite ? whole(FARTHEST, whole) : NEAREST;
    }

    private static List<String> each(List<String> group, boolean whole) {
        return group.stream().map(place -> whole(place, whole)).toList();
    }

    private static String whole(String place, boolean whole) {
        return whole ? place.substring(0, place.indexOf('.')) : place;
    }
}
