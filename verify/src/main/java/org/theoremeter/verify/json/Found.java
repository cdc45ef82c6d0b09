package org.theoremeter.verify.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Shows what was found in a file: cut, and without anything that a terminal would act on. */
public final class Found {

    private static final int LONGEST = 80;

    private Found() {}

    /** Returns the value on which a parser stands, in a few words. */
    static String described(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return "an object";
        }
        if (token == JsonToken.START_ARRAY) {
            return "a list";
        }
        return token == JsonToken.VALUE_STRING ? quoted(json.getText()) : bare(json.getText());
    }

    /** Returns a text within quotation marks. */
    static String quoted(String text) {
        return "'" + bare(text) + "'";
    }

    /** Returns a text on one line of at most eighty characters, with what is not seen as its number. */
    public static String bare(String text) {
        String shown = line(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        return text.length() > LONGEST ? shown + "…" : shown;
    }

    /** Returns a text on one line, with what is not seen as its number. */
    public static String line(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean hidden = Character.isISOControl(c)
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            out.append(hidden ? String.format("\\u%04X", c) : Character.toString(c));
        });
        return out.toString();
    }

    /** Returns whether every half of a character has its other half. */
    static boolean isWhole(String text) {
        return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }
}
