package org.theoremeter.reports.junitxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.theoremeter.reports.Samples;
import org.theoremeter.reports.Xml;
import org.theoremeter.reports.document.Check;
import org.theoremeter.reports.document.Check.Status;
import org.theoremeter.reports.document.Document;
import org.theoremeter.reports.document.Fact;
import org.theoremeter.reports.text.Characters;
import org.w3c.dom.Element;

class JUnitXmlReportTest {

    @Test
    void aCheckIsATestCase() {
        Element root = render(
                check("a", "first", Status.PASSED),
                check("b", "second", Status.FAILED),
                check("a", "third", Status.ERROR),
                check("b", "fourth", Status.SKIPPED));

        List<Element> suites = Xml.elements(root, "testsuite");
        assertThat(suites).extracting(suite -> suite.getAttribute("name")).containsExactly("a", "b");
        assertThat(Xml.elements(suites.get(0), "testcase"))
                .extracting(test -> test.getAttribute("name"))
                .containsExactly("first", "third");
        assertThat(Xml.elements(suites.get(1), "testcase"))
                .allMatch(test -> test.getAttribute("classname").equals("b"));
    }

    @Test
    void theStatusIsAnElementWithMessageAndDetail() {
        for (Status status : Status.values()) {
            Element test =
                    Xml.elements(render(check("g", "n", status)), "testcase").get(0);
            String element = switch (status) {
                case PASSED -> "system-out";
                case FAILED -> "failure";
                case INCONCLUSIVE, ERROR -> "error";
                case SKIPPED -> "skipped";
            };
            List<Element> children = Xml.elements(test, "*");

            assertThat(children).extracting(Element::getTagName).containsExactly(element);
            if (status == Status.PASSED) {
                assertThat(children.get(0).getTextContent()).isEqualTo("message\nline 1\nline 2");
            } else {
                assertThat(children.get(0).getAttribute("message")).isEqualTo("message");
                assertThat(children.get(0).getTextContent()).isEqualTo("line 1\nline 2");
            }
        }
    }

    @Test
    void aPassedCheckWithoutEvidenceIsAnEmptyTestCase() {
        Element test = Xml.elements(render(new Check("g", "n", Status.PASSED, "", "")), "testcase")
                .get(0);

        assertThat(Xml.elements(test, "*")).isEmpty();
    }

    /** The counts are taken from the elements, as a server that ignores the attributes would. */
    @Test
    void theCountsAgreeWithTheElements() {
        List<Check> checks = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            checks.add(check("group " + i % 5, "check " + i, Status.values()[i * i % 7 % 4]));
        }
        Element root = render(checks.toArray(Check[]::new));
        List<Element> counted = new ArrayList<>(Xml.elements(root, "testsuite"));
        assertThat(counted).hasSize(5);
        counted.add(root);

        for (Element suite : counted) {
            assertThat(suite.getAttribute("tests")).isEqualTo(count(suite, "testcase"));
            assertThat(suite.getAttribute("failures")).isEqualTo(count(suite, "failure"));
            assertThat(suite.getAttribute("errors")).isEqualTo(count(suite, "error"));
            assertThat(suite.getAttribute("skipped")).isEqualTo(count(suite, "skipped"));
        }
    }

    @Test
    void provenanceStandsInEverySuite() {
        Element root = render(check("a", "x", Status.PASSED), check("b", "y", Status.PASSED));

        assertThat(Xml.elements(root, "properties")).hasSize(2);
        assertThat(Xml.elements(root, "property")).allSatisfy(property -> {
            assertThat(property.getAttribute("name")).isEqualTo("seed");
            assertThat(property.getAttribute("value")).isEqualTo("42");
        });
    }

    @Test
    void nastyTextSurvivesUnchanged() {
        String nasty = "<script> ]]> & \" ' \uD83D\uDE00 \u0007 \uD800 η⋆\nnext";
        Element root = render(new Check(nasty, nasty, Status.FAILED, nasty, nasty));
        Element failure = Xml.elements(root, "failure").get(0);

        assertThat(failure.getTextContent()).isEqualTo(Characters.printable(nasty));
        assertThat(failure.getAttribute("message")).isEqualTo(Characters.oneLine(nasty));
        assertThat(Xml.parse(JUnitXmlReport.render(Samples.report()))).isNotNull();
    }

    private static Check check(String group, String name, Status status) {
        return new Check(group, name, status, "message", "line 1\nline 2");
    }

    private static String count(Element suite, String element) {
        return Integer.toString(Xml.elements(suite, element).size());
    }

    private static Element render(Check... checks) {
        Document document =
                new Document("title", "", List.of(), List.of(), List.of(checks), List.of(new Fact("seed", "42")));
        return Xml.parse(JUnitXmlReport.render(document)).getDocumentElement();
    }
}
