package org.theoremeter.verify.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;

/** Says that a file is JSON but not of its shape: where, what was found, what is accepted. */
final class ShapeException extends JsonProcessingException {

    private static final long serialVersionUID = 1L;

    private ShapeException(String message, JsonLocation place) {
        super(message, place);
    }

    /** Tells of the value on which a parser stands. */
    static ShapeException at(JsonParser json, String where, String found, String accepted) {
        return new ShapeException(
                "found " + found + (where.isEmpty() ? "" : " at " + where) + ", accepted: " + accepted,
                json.currentTokenLocation());
    }
}
