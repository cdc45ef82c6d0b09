package org.theoremeter.theory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.theoremeter.theory.law.Law;

class LawsTest {
    @Test
    void findsALawByName() {
        assertThat(Laws.named("integrator.outlier")).map(Law::theory).hasValue("1.2");
        assertThat(Laws.named("integrator.outlyer")).isEmpty();
    }

    @Test
    void givesEveryLawItsOwnNameSectionAndStatement() {
        assertThat(Laws.all()).extracting(Law::name).doesNotHaveDuplicates().allMatch(n -> n.matches("[a-z0-9.-]+"));
        assertThat(Laws.all()).extracting(Law::theory).allMatch(section -> section.matches("\\d\\.\\d+"));
        assertThat(Laws.all()).extracting(Law::statement).allMatch(statement -> statement.endsWith("."));
    }

    @Test
    void declaresEverySymbolAndNoOther() {
        for (Law law : Laws.all()) {
            Set<String> used = new TreeSet<>();
            law.values().values().forEach(formula -> used.addAll(formula.symbols()));
            law.start().values().forEach(formula -> used.addAll(formula.symbols()));
            law.dynamics().ifPresent(dynamics -> used.addAll(dynamics.parameters()));
            assertThat(law.parameters().keySet()).as(law.name()).isEqualTo(used);
        }
    }

    @Test
    void startsEveryStateVariable() {
        for (Law law : Laws.all()) {
            assertThat(law.start().keySet())
                    .isEqualTo(law.dynamics()
                            .map(dynamics -> Set.copyOf(dynamics.state()))
                            .orElse(Set.of()));
        }
    }
}
