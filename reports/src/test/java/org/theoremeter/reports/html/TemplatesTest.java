package org.theoremeter.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The templates named here lie beside this class and try what a template must not be able to do. */
class TemplatesTest {

    @Test
    void textIsEscapedAndMarkupIsNot() {
        Map<String, Object> model = Map.of("text", "<b>&\u0000", "markup", new TrustedMarkup("<b>bold</b>"));

        assertThat(Templates.fill("values.ftl", model)).isEqualTo("&lt;b&gt;&amp;\uFFFD|<b>bold</b>\n");
    }

    @Test
    void textIsNeverATemplate() {
        Map<String, Object> model = Map.of("text", "${1+1}<#assign x=1>#{2}[=3]", "markup", new TrustedMarkup(""));

        assertThat(Templates.fill("values.ftl", model)).isEqualTo("${1+1}&lt;#assign x=1&gt;#{2}[=3]|\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attack-new.ftl",
                "attack-api.ftl",
                "attack-class.ftl",
                "attack-unescaped.ftl",
                "attack-include.ftl"
            })
    void nothingBeyondTheValuesCanBeReached(String template) {
        assertThatThrownBy(() -> Templates.fill(template, Map.of("text", "<b>", "markup", new TrustedMarkup(""))))
                .isInstanceOfAny(IllegalStateException.class, UncheckedIOException.class)
                .hasMessageContaining(template);
    }

    @Test
    void objectsOfOtherClassesAreRefused() {
        assertThatThrownBy(() ->
                        Templates.fill("values.ftl", Map.of("text", new File("."), "markup", new TrustedMarkup(""))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("File");
    }
}
