package org.theoremeter.verify.claim.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import org.theoremeter.verify.claim.source.ClaimException;

/** Reads text line by line and never holds more than a line of bounded length. */
final class BoundedLines {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final String name;
    private final BufferedReader reader;
    private final int longest;
    private int line;
    private boolean afterReturn;

    BoundedLines(String name, Reader reader, int longest) {
        this.name = name;
        this.reader = new BufferedReader(reader);
        this.longest = longest;
    }

    /** Returns the number of the line that was read last, from 1. */
    int number() {
        return line;
    }

    /**
     * Returns the next line without its end, null after the last.
     *
     * @throws ClaimException if it is too long, not text or cannot be read
     */
    String next() {
        line++;
        StringBuilder text = new StringBuilder();
        int character = read();
        if (afterReturn && character == '\n') {
            character = read();
        }
        if (line == 1 && character == BYTE_ORDER_MARK) {
            character = read();
        }
        if (character < 0) {
            return null;
        }
        while (character >= 0 && character != '\n' && character != '\r') {
            if (text.length() == longest) {
                throw fault("found a line of more than " + longest + " characters, accepted: shorter lines");
            }
            if ((character < ' ' && character != '\t') || character == 0x7F) {
                throw fault(String.format("found the control character U+%04X, accepted: CSV text", character));
            }
            text.append((char) character);
            character = read();
        }
        afterReturn = character == '\r';
        return text.toString();
    }

    private int read() {
        try {
            return reader.read();
        } catch (CharacterCodingException failure) {
            throw fault("found bytes that are no text, accepted: UTF-8");
        } catch (IOException failure) {
            throw fault("cannot be read");
        }
    }

    private ClaimException fault(String message) {
        return new ClaimException(name + ":" + line, message);
    }
}
