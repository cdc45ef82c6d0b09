package org.theoremeter.verify.cli.terminal;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.theoremeter.theory.text.Quotation;

/**
 * Lets nothing through that a terminal would obey: what a file or an argument brought along is written as an escape such
 * as {@code \u001b}, whoever forgot to quote it. Ends of lines and tabs pass.
 */
public final class PrintableWriter extends FilterWriter {

    private PrintableWriter(Writer out) {
        super(out);
    }

    /**
     * Returns a writer that prints to {@code out}; what could not be written is known to {@code out} alone.
     *
     * @param out where the text goes
     */
    public static PrintWriter to(PrintWriter out) {
        return new PrintWriter(new PrintableWriter(out), true);
    }

    @Override
    public void write(int character) throws IOException {
        write(String.valueOf((char) character));
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        write(String.valueOf(text, offset, length));
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        write(text.substring(offset, offset + length));
    }

    @Override
    public void write(String text) throws IOException {
        int harmless = 0;
        while (harmless < text.length() && passes(text, harmless)) {
            harmless += Character.charCount(text.codePointAt(harmless));
        }
        if (harmless == text.length()) {
            out.write(text);
            return;
        }
        StringBuilder shown = new StringBuilder(text.substring(0, harmless));
        for (int at = harmless; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int codePoint = text.codePointAt(at);
            shown.append(passes(text, at) ? Character.toString(codePoint) : Quotation.printable(codePoint));
        }
        out.write(shown.toString());
    }

    private static boolean passes(String text, int at) {
        int codePoint = text.codePointAt(at);
        boolean endsLine = codePoint == '\n' || text.startsWith(System.lineSeparator(), at);
        return endsLine || codePoint == '\t' || Quotation.isHarmless(codePoint);
    }
}
