package org.theoremeter.reports.formula;

import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The part of presentation MathML that formulas are set in: a closed list of elements and attributes, and text.
 *
 * <p>There are no comments, instructions, document types or entities of one's own, and nothing is fetched.
 */
public final class MathMl {

    private static final String NAMESPACE = "http://www.w3.org/1998/Math/MathML";

    private static final Set<String> ELEMENTS = Set.of(
            "math",
            "mrow",
            "mi",
            "mn",
            "mo",
            "mtext",
            "mspace",
            "mfrac",
            "msqrt",
            "mroot",
            "msub",
            "msup",
            "msubsup",
            "munder",
            "mover",
            "munderover",
            "mtable",
            "mtr",
            "mtd");

    /** Attributes, each with its values. */
    private static final Map<String, Pattern> ATTRIBUTES = Map.of(
            "mathvariant", Pattern.compile("normal|bold|italic|bold-italic"),
            "display", Pattern.compile("block|inline"),
            "stretchy", Pattern.compile("true|false"),
            "width", Pattern.compile("[0-9.]{1,8}em"));

    /** Holds the content together while it is read. */
    private static final String ROOT = "content";

    private MathMl() {}

    /**
     * Returns a formula written anew from its elements and text, all text escaped and in ASCII; or nothing if it is not well
     * formed or holds anything that is not in the list.
     *
     * @param xml the content of a {@code <math>} element, or a whole one
     */
    public static Optional<String> rewritten(String xml) {
        StringBuilder out = new StringBuilder(xml.length());
        try {
            XMLStreamReader reader =
                    factory().createXMLStreamReader(new StringReader("<" + ROOT + ">" + xml + "</" + ROOT + ">"));
            int depth = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (depth++ > 0 && !open(reader, out)) {
                        return Optional.empty();
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    if (--depth > 0) {
                        out.append("</").append(reader.getLocalName()).append('>');
                    }
                } else if (event == XMLStreamConstants.CHARACTERS && depth > 0) {
                    escape(reader.getText(), out);
                } else if (event != XMLStreamConstants.END_DOCUMENT) {
                    return Optional.empty();
                }
            }
            return Optional.of(out.toString());
        } catch (XMLStreamException malformed) {
            return Optional.empty();
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }

    private static boolean open(XMLStreamReader reader, StringBuilder out) {
        String name = reader.getLocalName();
        boolean prefixed = reader.getPrefix() != null && !reader.getPrefix().isEmpty();
        if (prefixed || !ELEMENTS.contains(name)) {
            return false;
        }
        out.append('<').append(name);
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            if (reader.getNamespacePrefix(i) != null || !NAMESPACE.equals(reader.getNamespaceURI(i))) {
                return false;
            }
            out.append(" xmlns=\"").append(NAMESPACE).append('"');
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String attribute = reader.getAttributeLocalName(i);
            Pattern values = ATTRIBUTES.get(attribute);
            boolean foreign = reader.getAttributePrefix(i) != null
                    && !reader.getAttributePrefix(i).isEmpty();
            if (foreign
                    || values == null
                    || !values.matcher(reader.getAttributeValue(i)).matches()) {
                return false;
            }
            out.append(' ').append(attribute).append("=\"");
            out.append(reader.getAttributeValue(i)).append('"');
        }
        out.append('>');
        return true;
    }

    private static void escape(String text, StringBuilder out) {
        text.codePoints().forEach(c -> {
            if (c < 128 && c != '<' && c != '>' && c != '&' && c != '"') {
                out.append((char) c);
            } else {
                out.append(entity(c));
            }
        });
    }

    private static String entity(int c) {
        return switch (c) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '"' -> "&quot;";
            default -> "&#x" + Integer.toHexString(c) + ";";
        };
    }
}
