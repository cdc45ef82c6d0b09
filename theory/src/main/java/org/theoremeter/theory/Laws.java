package org.theoremeter.theory;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.theoremeter.theory.consistency.ConsistencyLaws;
import org.theoremeter.theory.integrator.IntegratorLaws;
import org.theoremeter.theory.law.Law;
import org.theoremeter.theory.lazy.LazyLaws;
import org.theoremeter.theory.lowrank.LowRankLaws;
import org.theoremeter.theory.oscillator.OscillatorLaws;

/** The laws of the theory, in the order of its sections. */
public final class Laws {
    private Laws() {}

    /** Returns all laws. */
    public static List<Law> all() {
        return Stream.of(
                        IntegratorLaws.all(),
                        LazyLaws.all(),
                        OscillatorLaws.all(),
                        LowRankLaws.all(),
                        ConsistencyLaws.all())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Finds a law.
     *
     * @param name its name, such as {@code integrator.outlier}
     * @return the law, if there is one of that name
     */
    public static Optional<Law> named(String name) {
        return all().stream().filter(law -> law.name().equals(name)).findFirst();
    }
}
