package org.theoremeter.reports.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MathMlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<mi>x</mi><mo>=</mo><mfrac><mn>1</mn><mn>2</mn></mfrac>",
                "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\"><mi>x</mi></math>",
                "<mi mathvariant=\"normal\">e</mi><mo>&lt;</mo><mo>&#x2212;</mo><mtext>a &amp; b</mtext>"
            })
    void aFormulaIsWrittenAsItWas(String formula) {
        assertThat(MathMl.rewritten(formula)).contains(formula);
    }

    @Test
    void allTextIsEscaped() {
        assertThat(MathMl.rewritten("<mo>∝</mo><mtext><![CDATA[<b>&\"]]></mtext>"))
                .contains("<mo>&#x221d;</mo><mtext>&lt;b&gt;&amp;&quot;</mtext>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<mi>x",
                "x</mi>",
                "</content><content>",
                "<script>alert(1)</script>",
                "<form action=\"https://example.org\"><input/></form>",
                "<mi onclick=\"x\">x</mi>",
                "<mi href=\"https://example.org\">x</mi>",
                "<mi style=\"color:red\">x</mi>",
                "<mi mathvariant=\"x y\">x</mi>",
                "<mi class=\"x\">x</mi>",
                "<h:mi xmlns:h=\"http://www.w3.org/1998/Math/MathML\">x</h:mi>",
                "<mi xmlns=\"http://www.w3.org/1999/xhtml\">x</mi>",
                "<math xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"https://example.org\"><mi>x</mi></math>",
                "<annotation-xml encoding=\"text/html\"><mi>x</mi></annotation-xml>",
                "<maction><mi>x</mi></maction>",
                "<mglyph src=\"https://example.org\"/>",
                "<mi>x</mi><!-- y -->",
                "<?php x ?><mi>x</mi>",
                "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><mi>&y;</mi>",
                "<MI>x</MI>",
                "<mi>\u0000</mi>"
            })
    void anythingElseIsNone(String other) {
        assertThat(MathMl.rewritten(other)).isEmpty();
    }
}
