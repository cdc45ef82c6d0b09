package org.theoremeter.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.theoremeter.reports.Xml;

class CharactersTest {

    @Test
    void leavesTextAsItIs() {
        String text = "η⋆ ± 2 · e^{−ct} <&>\tone\ntwo\r\n \uD83D\uDE00";

        assertThat(Characters.printable(text)).isEqualTo(text);
    }

    @Test
    void replacesWhatCannotBeShown() {
        assertThat(Characters.printable("a\u0000b\u001B[31mc\u007Fd\u0085e"))
                .isEqualTo("a\uFFFDb\uFFFD[31mc\uFFFDd\uFFFDe");
        assertThat(Characters.printable("a\uD800b\uDC00")).isEqualTo("a\uFFFDb\uFFFD");
        assertThat(Characters.printable("a\uFFFEb\uFFFFc\uFDD0d\uD83F\uDFFF"))
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFD");
        assertThat(Characters.printable("abc\u202Ecba\u2066")).isEqualTo("abc\uFFFDcba\uFFFD");
    }

    /** The second route is an XML parser: it accepts every character that is left. */
    @Test
    void everyCharacterThatIsLeftStandsInXml() {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            all.appendCodePoint(c);
        }
        String shown = Characters.printable(all.toString())
                .replace("&", "")
                .replace("<", "")
                .replace("\r", "");

        assertThat(Xml.parse("<all>" + shown.replace(">", "") + "</all>")
                        .getDocumentElement()
                        .getTextContent())
                .isEqualTo(shown.replace(">", ""));
    }

    @Test
    void putsTextOnOneLine() {
        assertThat(Characters.oneLine("  one\r\n\ttwo\u2028three\u0085four  ")).isEqualTo("one two three\uFFFDfour");
        assertThat(Characters.oneLine("5\u00A0%")).isEqualTo("5\u00A0%");
    }
}
