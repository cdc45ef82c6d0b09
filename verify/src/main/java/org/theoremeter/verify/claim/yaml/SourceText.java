package org.theoremeter.verify.claim.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.source.Position;

/** The characters of a claim file: text that a reader sees whole, or a fault with its place. */
final class SourceText {

    private static final int BYTE_ORDER_MARK = 0xFEFF;
    /** What turns the direction of writing, so that a line reads otherwise than it is. */
    private static final List<Byte> TURNS = List.of(
            Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
            Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
            Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
            Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
            Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
            Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE);

    private SourceText() {}

    /**
     * Returns the text of a file.
     *
     * @throws ClaimException at the first byte that is not UTF-8
     */
    static String decoded(String file, byte[] bytes) {
        ByteBuffer encoded = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(encoded, text, true);
        String read = text.flip().toString();
        if (result.isError()) {
            boolean wide = bytes.length > 1 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFF + 0xFE;
            throw new ClaimException(
                    place(file, read, read.length()),
                    String.format("found the byte 0x%02X, which is not UTF-8", bytes[encoded.position()])
                            + (wide ? " (the file looks like UTF-16)" : "") + ", accepted: UTF-8 text");
        }
        return read;
    }

    /**
     * Requires characters that can stand in a claim file.
     *
     * @throws ClaimException at the first control character, or one that turns the direction of writing
     */
    static void require(String file, String text) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            boolean first = at == 0 && character == BYTE_ORDER_MARK;
            if (!first && character != '\r' && isRefused(character)) {
                throw new ClaimException(place(file, text, at), refusal(character));
            }
        }
    }

    /**
     * Requires of a value what is required of the file, since escapes can bring in anything.
     *
     * @throws ClaimException at the first character that is not accepted
     */
    static void requireValue(String value, Position position) {
        value.codePoints().filter(SourceText::isRefused).findFirst().ifPresent(character -> {
            throw new ClaimException(position, refusal(character));
        });
    }

    private static String refusal(int character) {
        return "found the character " + Quotation.printable(character)
                + ", accepted: text without control characters, marks that turn its direction, and halves of characters";
    }

    private static boolean isRefused(int character) {
        boolean layout = character == '\n' || character == '\t';
        int type = Character.getType(character);
        return !layout
                && (type == Character.CONTROL
                        || type == Character.SURROGATE
                        || type == Character.LINE_SEPARATOR
                        || type == Character.PARAGRAPH_SEPARATOR
                        || (character & 0xFFFE) == 0xFFFE
                        || character == BYTE_ORDER_MARK
                        || TURNS.contains(Character.getDirectionality(character)));
    }

    private static Position place(String file, String text, int at) {
        String before = text.substring(0, at).replace("\r\n", "\n").replace('\r', '\n');
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        String here = before.substring(before.lastIndexOf('\n') + 1);
        return new Position(file, line, here.codePointCount(0, here.length()) + 1);
    }
}
