package org.theoremeter.simulate.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KernelChoiceTest {

    @ParameterizedTest
    @EnumSource(KernelChoice.class)
    void isFoundByItsWord(KernelChoice choice) {
        assertThat(KernelChoice.of(choice.word())).isEqualTo(choice);
    }

    @Test
    void refusesAnotherWord() {
        assertThatThrownBy(() -> KernelChoice.of("vectors"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'vectors'")
                .hasMessageContaining("accepted: auto, vector, plain, openblas");
    }

    @Test
    void autoTakesVectorsWhereTheyAreToBeHad() {
        // tests run with the module
        assertThat(KernelChoice.VECTOR.obstacle()).isEmpty();
        assertThat(KernelChoice.AUTO.resolved()).isEqualTo(KernelChoice.VECTOR);
        assertThat(KernelChoice.PLAIN.resolved()).isEqualTo(KernelChoice.PLAIN);
    }

    @Test
    void saysWhyAKernelCannotBeHad() {
        // nothing native is on the class path of this module
        assertThat(KernelChoice.OPENBLAS.obstacle())
                .hasValueSatisfying(reason ->
                        assertThat(reason).contains("not on the class path").contains("accepted: auto, plain"));
        assertThatThrownBy(() -> KernelChoice.OPENBLAS.kernel(Precision.DOUBLE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("kernel openblas")
                .hasMessageContaining("accepted: auto, plain");
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void kernelsSayWhatTheyAre(Precision precision) {
        for (KernelChoice choice : new KernelChoice[] {KernelChoice.PLAIN, KernelChoice.VECTOR}) {
            Kernel kernel = choice.kernel(precision);
            assertThat(kernel.name()).isEqualTo(choice.word());
            assertThat(kernel.precision()).isEqualTo(precision);
            Store store = kernel.allocate(3);
            store.set(1, 1 + 0x1p-40);
            // the small part is lost in single precision only
            assertThat(store.copy(0, 3)).containsExactly(0, precision == Precision.DOUBLE ? 1 + 0x1p-40 : 1, 0);
        }
    }

    @Test
    void padsToWholePanels() {
        assertThat(Kernel.padded(0)).isZero();
        assertThat(Kernel.padded(1)).isEqualTo(16);
        assertThat(Kernel.padded(16)).isEqualTo(16);
        assertThat(Kernel.padded(17)).isEqualTo(32);
    }

    @Test
    void precisionsAreFoundByTheirWords() {
        for (Precision precision : Precision.values()) {
            assertThat(Precision.of(precision.word())).isEqualTo(precision);
        }
        assertThatThrownBy(() -> Precision.of("half"))
                .hasMessageContaining("'half'")
                .hasMessageContaining("accepted: double, float");
    }
}
