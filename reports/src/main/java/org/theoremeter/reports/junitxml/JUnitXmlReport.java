package org.theoremeter.reports.junitxml;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.theoremeter.reports.document.Check;
import org.theoremeter.reports.document.Check.Status;
import org.theoremeter.reports.document.Document;
import org.theoremeter.reports.document.Fact;
import org.theoremeter.reports.text.Characters;

/**
 * Writes the checks of a document as JUnit XML: a suite a group in order of appearance, a test case a check.
 *
 * <p>No time is written, because a document carries none and equal documents give equal bytes.
 */
public final class JUnitXmlReport {

    /** The format knows tests that failed, and tests that gave no answer, for whatever reason. */
    private static final Set<Status> UNANSWERED = Set.of(Status.INCONCLUSIVE, Status.ERROR);

    private final XMLStreamWriter xml;

    private JUnitXmlReport(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Returns the checks as an XML document; the provenance stands as properties in every suite. */
    public static String render(Document document) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JUnitXmlReport(xml).document(document);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing XML to memory failed", e);
        }
        return text.append('\n').toString();
    }

    private void document(Document document) throws XMLStreamException {
        Map<String, List<Check>> groups = document.checks().stream()
                .collect(Collectors.groupingBy(Check::group, LinkedHashMap::new, Collectors.toList()));
        xml.writeStartDocument("UTF-8", "1.0");
        open(0, "testsuites", document.title());
        counts(document.checks());
        for (Map.Entry<String, List<Check>> group : groups.entrySet()) {
            suite(group.getKey(), group.getValue(), document.provenance());
        }
        close(0);
        xml.writeEndDocument();
    }

    private void suite(String group, List<Check> checks, List<Fact> provenance) throws XMLStreamException {
        open(1, "testsuite", group);
        counts(checks);
        if (!provenance.isEmpty()) {
            indent(2);
            xml.writeStartElement("properties");
            for (Fact fact : provenance) {
                indent(3);
                xml.writeEmptyElement("property");
                attribute("name", fact.name());
                attribute("value", fact.value());
            }
            close(2);
        }
        for (Check check : checks) {
            testCase(check);
        }
        close(1);
    }

    private void testCase(Check check) throws XMLStreamException {
        open(2, "testcase", check.name());
        attribute("classname", check.group());
        switch (check.status()) {
            case FAILED -> problem("failure", check);
            case INCONCLUSIVE, ERROR -> problem("error", check);
            case SKIPPED -> problem("skipped", check);
            case PASSED -> evidence(check);
        }
        close(2);
    }

    private void problem(String element, Check check) throws XMLStreamException {
        indent(3);
        xml.writeStartElement(element);
        attribute("message", check.message());
        xml.writeCharacters(Characters.printable(check.detail()));
        xml.writeEndElement();
    }

    /** The format has no room for the message of a test that passed, other than its output. */
    private void evidence(Check check) throws XMLStreamException {
        String evidence =
                Characters.printable(check.message() + "\n" + check.detail()).strip();
        if (!evidence.isEmpty()) {
            indent(3);
            xml.writeStartElement("system-out");
            xml.writeCharacters(evidence);
            xml.writeEndElement();
        }
    }

    private void counts(List<Check> checks) throws XMLStreamException {
        attribute("tests", Integer.toString(checks.size()));
        attribute("failures", count(checks, Set.of(Status.FAILED)));
        attribute("errors", count(checks, UNANSWERED));
        attribute("skipped", count(checks, Set.of(Status.SKIPPED)));
    }

    private static String count(List<Check> checks, Set<Status> statuses) {
        return Long.toString(checks.stream()
                .filter(check -> statuses.contains(check.status()))
                .count());
    }

    private void open(int depth, String element, String name) throws XMLStreamException {
        indent(depth);
        xml.writeStartElement(element);
        attribute("name", name);
    }

    private void close(int depth) throws XMLStreamException {
        indent(depth);
        xml.writeEndElement();
    }

    /** One line, because a reader of XML turns the line breaks of an attribute into spaces anyway. */
    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Characters.oneLine(value));
    }

    private void indent(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
