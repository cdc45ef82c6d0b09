package org.theoremeter.reports.latex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TexLinesTest {

    @Test
    void whatFitsIsOneLineAlignedAtItsFirstRelation() {
        assertThat(TexLines.of("L = \\frac{a}{2} = b", 30)).containsExactly("L &= \\frac{a}{2} = b");
        assertThat(TexLines.of("f := -x", 30)).containsExactly("f &:= -x");
        assertThat(TexLines.of("x + y", 30)).containsExactly("&x + y");
    }

    @Test
    void breaksBeforeARelationFirst() {
        // each side is 2 or 3 em wide, with its relation
        assertThat(TexLines.of("a = b + c = d + e", 6)).containsExactly("a &= b + c", "&= d + e");
    }

    @Test
    void breaksASideThatIsTooLongBeforeASignAndIndentsTheRest() {
        assertThat(TexLines.of("a = b + c - \\left(d + e\\right) + f", 7))
                .containsExactly("a &= b + c", "&\\qquad {} - \\left(d + e\\right)", "&\\qquad {} + f");
    }

    @Test
    void keepsASignOutsideOfBracketsGroupsAndScripts() {
        String tex = "a = \\frac{b + c + d}{e} \\, x^{f + g - h}";

        assertThat(TexLines.of(tex, 1)).containsExactly("a &= \\frac{b + c + d}{e} \\, x^{f + g - h}");
    }

    @Test
    void opensBracketsThatAreTooLongWithInvisiblePartners() {
        // the relation, x and the brackets take 2.8 em, and each of the four terms 0.55 em beside its sign of 1.22 em
        assertThat(TexLines.of("a = x \\, \\left(b + c + d + e\\right)^{2} \\, y", 8))
                .containsExactly("a &= x \\, \\left( b + c + d \\right.", "&\\qquad \\left. {} + e \\right)^{2} \\, y");
    }

    @Test
    void opensOneBracketAfterAnother() {
        List<String> lines = TexLines.of("a = \\left(b + c + d + e\\right) \\, \\left(f + g + h + i\\right)", 9);

        assertThat(lines)
                .hasSizeGreaterThan(2)
                .allSatisfy(line ->
                        assertThat(line.split("\\\\left", -1)).as(line).hasSameSizeAs(line.split("\\\\right", -1)));
        assertThat(String.join("", lines).replaceAll("\\\\(left|right)\\.|\\{\\}|&|\\\\qquad|\\s", ""))
                .isEqualTo("a=\\left(b+c+d+e\\right)\\,\\left(f+g+h+i\\right)");
    }

    @Test
    void aWideLeftSideTakesALineOfItsOwn() {
        String left = "a + b + c + d + e + f";
        assertThat(TexLines.left(left + " = 1")).isZero();
        assertThat(TexLines.left("a = 1")).isEqualTo(TexScanner.width("a"));

        assertThat(TexLines.of(left + " = g + h", 11)).containsExactly("&" + left, "&\\qquad = g + h");
        assertThat(TexLines.of(left + " = 1", 30)).containsExactly("&" + left + " = 1");
    }
}
