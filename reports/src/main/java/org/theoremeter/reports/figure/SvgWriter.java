package org.theoremeter.reports.figure;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.theoremeter.reports.text.Characters;

/** Writes the elements of a drawing, one a line, with everything escaped and coordinates to a hundredth of a pixel. */
final class SvgWriter {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    SvgWriter() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** Begins an element; attributes are pairs of a name and a value. */
    SvgWriter open(String element, Object... attributes) {
        try {
            xml.writeStartElement(element);
            attributes(attributes);
            xml.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw failed(e);
        }
        return this;
    }

    /** Ends the innermost element. */
    SvgWriter close() {
        try {
            xml.writeEndElement();
            xml.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw failed(e);
        }
        return this;
    }

    /** Writes an element without content. */
    SvgWriter empty(String element, Object... attributes) {
        try {
            xml.writeEmptyElement(element);
            attributes(attributes);
            xml.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw failed(e);
        }
        return this;
    }

    /** Writes an element that holds text. */
    SvgWriter text(String element, String content, Object... attributes) {
        try {
            xml.writeStartElement(element);
            attributes(attributes);
            xml.writeCharacters(Characters.oneLine(content));
        } catch (XMLStreamException e) {
            throw failed(e);
        }
        return close();
    }

    /** Returns the finished drawing. */
    String finish() {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw failed(e);
        }
        return text.toString();
    }

    /** Returns a coordinate to a hundredth of a pixel, without needless zeros. */
    static String coordinate(double value) {
        long hundredths = Math.round(value * 100);
        String whole = (hundredths < 0 ? "-" : "") + Math.abs(hundredths) / 100;
        long rest = Math.abs(hundredths) % 100;
        return rest == 0 ? whole : rest % 10 == 0 ? whole + "." + rest / 10 : whole + (rest < 10 ? ".0" : ".") + rest;
    }

    private void attributes(Object... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            String shown = value instanceof Double number ? coordinate(number) : Characters.oneLine(value.toString());
            xml.writeAttribute(attributes[i].toString(), shown);
        }
    }

    private static IllegalStateException failed(XMLStreamException e) {
        return new IllegalStateException("writing XML to memory failed", e);
    }
}
