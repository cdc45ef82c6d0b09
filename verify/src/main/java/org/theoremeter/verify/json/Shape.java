package org.theoremeter.verify.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a value of a JSON file must be.
 *
 * <pre>{@code
 * Shape.object(Field.of("seed", Shape.whole(0, Long.MAX_VALUE)), Field.of("names", Shape.list(Shape.filled())))
 * }</pre>
 */
@FunctionalInterface
public interface Shape {

    /**
     * Reads the value on whose first token a parser stands, and leaves the parser on its last.
     *
     * @param where the value's place in the file, such as {@code claims[2].id}
     * @throws IOException if the value is not of this shape or cannot be read; its message is one line
     */
    void require(JsonParser json, String where) throws IOException;

    /** Anything that is JSON: what is not looked at. */
    static Shape anything() {
        return (json, where) -> json.skipChildren();
    }

    /** A text, possibly empty. */
    static Shape text() {
        return text("text", text -> true);
    }

    /** A text that is not blank. */
    static Shape filled() {
        return text("text that is not blank", text -> !text.isBlank());
    }

    /** One of several texts. */
    static Shape oneOf(List<String> accepted) {
        return text(String.join(", ", accepted), accepted::contains);
    }

    /** A text that fits; half a character, which no file can hold, fits nowhere. */
    static Shape text(String accepted, Predicate<String> fits) {
        return (json, where) -> {
            boolean whole = json.currentToken() == JsonToken.VALUE_STRING && Found.isWhole(json.getText());
            if (!whole || !fits.test(json.getText())) {
                throw ShapeException.at(json, where, Found.described(json), accepted);
            }
        };
    }

    /**
     * A text that a reader does not refuse.
     *
     * @param what what it is called
     * @param refused what of a text is refused, in a few words; null if nothing is
     */
    static Shape screened(String what, Function<String, String> refused) {
        return (json, where) -> {
            text().require(json, where);
            String fault = refused.apply(json.getText());
            if (fault != null) {
                throw ShapeException.at(json, where, Found.quoted(fault), what);
            }
        };
    }

    /** A whole number within bounds, both of which are accepted. */
    static Shape whole(long from, long to) {
        return (json, where) -> {
            boolean small = json.currentToken() == JsonToken.VALUE_NUMBER_INT
                    && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
            if (!small || json.getLongValue() < from || json.getLongValue() > to) {
                throw ShapeException.at(
                        json, where, Found.described(json), "a whole number from " + from + " to " + to);
            }
        };
    }

    /** A finite number. */
    static Shape finite() {
        return (json, where) -> {
            if (!json.currentToken().isNumeric() || !Double.isFinite(json.getDoubleValue())) {
                throw ShapeException.at(json, where, Found.described(json), "a finite number");
            }
        };
    }

    /** A finite number, or one of the texts NaN, Infinity and -Infinity. */
    static Shape number() {
        List<String> others = List.of("NaN", "Infinity", "-Infinity");
        return (json, where) -> {
            boolean other = json.currentToken() == JsonToken.VALUE_STRING && others.contains(json.getText());
            if (!other) {
                finite().require(json, where);
            }
        };
    }

    /** True or false. */
    static Shape truth() {
        return (json, where) -> {
            if (!json.currentToken().isBoolean()) {
                throw ShapeException.at(json, where, Found.described(json), "true or false");
            }
        };
    }

    /** A list of items of one shape. */
    static Shape list(Shape item) {
        return list(item, 0);
    }

    /** A list of items of one shape with at least some. */
    static Shape list(Shape item, int least) {
        return (json, where) -> {
            if (json.currentToken() != JsonToken.START_ARRAY) {
                throw ShapeException.at(json, where, Found.described(json), "a list");
            }
            int index = 0;
            while (json.nextToken() != JsonToken.END_ARRAY) {
                item.require(json, where + "[" + index + "]");
                index++;
            }
            if (index < least) {
                throw ShapeException.at(json, where, "a list of " + index, "a list of at least " + least);
            }
        };
    }

    /** A mapping of names that are not blank to values of one shape. */
    static Shape map(Shape value) {
        return (json, where) -> {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw ShapeException.at(json, where, Found.described(json), "a mapping");
            }
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                if (name.isBlank() || !Found.isWhole(name)) {
                    throw ShapeException.at(json, where, "the key " + Found.quoted(name), "a name");
                }
                json.nextToken();
                value.require(json, where + "." + Found.bare(name));
            }
        };
    }

    /** An object with certain fields and no others. */
    static Shape object(Field... fields) {
        return new Fields(List.of(fields));
    }
}
