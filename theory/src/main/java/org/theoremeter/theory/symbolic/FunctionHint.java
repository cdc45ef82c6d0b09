package org.theoremeter.theory.symbolic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Says which functions there are, the one first that an unknown name was probably meant to be. */
final class FunctionHint {
    private static final List<String> NAMES = Stream.concat(
                    Arrays.stream(ElementaryFunction.values()).map(ElementaryFunction::text), Stream.of("piecewise"))
            .sorted()
            .toList();

    private FunctionHint() {}

    static String to(String name) {
        String list = String.join(", ", NAMES);
        return Nearest.to(name.toLowerCase(Locale.ROOT), NAMES)
                .map(nearest -> "'" + nearest + "'; the functions are " + list)
                .orElse("one of the functions " + list + "; a product is written " + name + "*(…)");
    }
}
