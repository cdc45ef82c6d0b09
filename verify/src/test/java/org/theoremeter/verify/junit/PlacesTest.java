package org.theoremeter.verify.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.theoremeter.verify.claim.Profile;
import org.theoremeter.verify.claim.yaml.YamlNode;
import org.theoremeter.verify.claim.yaml.YamlReader;

/** Where the parts of a claim stand; columns count from 1, and an item begins behind its hyphen. */
class PlacesTest {

    private static Places places(String text, Profile profile) {
        return Places.of((YamlNode.Mapping) YamlReader.read("my.yaml", text).get(0), profile);
    }

    private static String place(String text, String finding) {
        return places(text, Profile.QUICK).of(finding).toString();
    }

    @Test
    void aStepIsFoundByItsName() {
        String text = """
                steps:
                  - {step: a}
                  - step: b
                """;
        assertThat(place(text, "a")).isEqualTo("my.yaml:2:5");
        assertThat(place(text, "b")).isEqualTo("my.yaml:3:5");
    }

    @Test
    void theOnlyComparisonNeedsNoName() {
        assertThat(place("compare: [{predicted: rate}]", "rate")).isEqualTo("my.yaml:1:11");
    }

    @Test
    void oneOfSeveralComparisonsIsFoundByItsNameAtAnyPointOfTheGrid() {
        String text = """
                compare:
                  - {name: rate}
                  - {name: rate of growth}
                """;
        assertThat(place(text, "rate")).isEqualTo("my.yaml:2:5");
        assertThat(place(text, "rate at gain = 0.1")).isEqualTo("my.yaml:2:5");
        assertThat(place(text, "rate of growth at gain = 0.1")).isEqualTo("my.yaml:3:5");
    }

    @Test
    void anIdentityStandsAtItsSides() {
        assertThat(place("predict: {equal: [x, x]}", "equal")).isEqualTo("my.yaml:1:11");
    }

    @Test
    void whatIsNoPartOfTheClaimStandsWhereTheClaimBegins() {
        String text = """
                # a comment
                compare: [{name: a}, {name: b}]
                predict: {values: {a: x}}
                """;
        assertThat(place(text, "run")).isEqualTo("my.yaml:2:1");
        assertThat(places(text, Profile.QUICK).claim()).hasToString("my.yaml:2:1");
    }

    @Test
    void aComparisonThatTheProfileBringsAlongStandsThere() {
        String text = """
                compare: [{name: a}]
                profiles:
                  full: {compare: [{name: a}]}
                """;
        assertThat(places(text, Profile.STANDARD).of("a")).hasToString("my.yaml:1:11");
        assertThat(places(text, Profile.FULL).of("a")).hasToString("my.yaml:3:20");
    }
}
