package org.theoremeter.theory.symbolic.algebra.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.theoremeter.theory.Laws;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.algebra.Algebra;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.DefiniteIntegral;
import org.theoremeter.theory.symbolic.term.Term;

/** What a program of its own loads and prints. */
class LoadingTest {
    /** Everything that must do without the algebra system. */
    static final class Light {
        public static void main(String[] arguments) {
            Expression decay = Expression.parse("exp(-c*t)*Sin[t]");
            decay.derivative("t").compile(List.of("c", "t")).value(1, 2);
            Term integral = DefiniteIntegral.of(decay, "t", "0", "inf");
            Laws.all().forEach(law -> law.values().values().forEach(Expression::toTex));
            Map<String, Domain> domains = Map.of("c", Domain.parse("(0, 1)"));
            Algebra.withDefaults()
                    .compare(
                            integral,
                            Term.formula(Expression.parse("1/(1 + c^2)")),
                            Region.of(domains),
                            4,
                            1e-9,
                            false);
        }
    }

    /** A proof, a failure to prove, and a cut-off. */
    static final class Heavy {
        public static void main(String[] arguments) {
            Map<String, Domain> domains = Map.of("c", Domain.parse("(0, 1)"));
            for (String side : List.of("1/(1 + c^2)", "min(1/(1 + c^2), 2)")) {
                Term integral = DefiniteIntegral.of(Expression.parse("exp(-c*t)*sin(t)"), "t", "0", "inf");
                Algebra.withDefaults()
                        .compare(integral, Term.formula(Expression.parse(side)), Region.of(domains), 4, 1e-9, true);
            }
        }
    }

    private static List<String> run(Class<?> program, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Arrays.asList(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as("%s", lines).isZero();
        return lines;
    }

    @Test
    void doesNotLoadTheAlgebraSystemUnlessAskedToProve() throws Exception {
        List<String> light = run(Light.class, "-verbose:class");
        assertThat(light).anyMatch(line -> line.contains("org.theoremeter.theory.symbolic.algebra.numeric.Comparison"));
        assertThat(light).noneMatch(line -> line.contains("org.matheclipse"));
        assertThat(run(Heavy.class, "-verbose:class")).anyMatch(line -> line.contains("org.matheclipse"));
    }

    @Test
    void printsNothing() throws Exception {
        assertThat(run(Heavy.class)).isEmpty();
    }
}
