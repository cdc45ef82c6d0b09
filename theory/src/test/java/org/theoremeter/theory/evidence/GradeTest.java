package org.theoremeter.theory.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "refuted   | refuted at c = 1: 4 is not 8             | refuted at c = 1: 4 is not 8",
                "refuted   | entry 1,1: refuted at c = 1: 4 is not 8  | entry 1,1: refuted at c = 1: 4 is not 8",
                "undecided | that x > 0 is undecided: 2 of 9 boxes    | that x > 0 is undecided: 2 of 9 boxes",
                "undecided | derivative 1: refuted at c = 1           | undecided: derivative 1: refuted at c = 1",
                "proved    | simplified term by term, each step proved | proved: simplified term by term, each step proved",
                "agreed    | not proved: too large                    | agreed: not proved: too large",
                "proved    | ''                                       | proved",
            })
    void standsInFrontOfWhatDoesNotSayIt(String grade, String how, String sentence) {
        assertThat(Grade.inFront(grade, ": ", how)).isEqualTo(sentence);
    }
}
