package org.theoremeter.verify.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command line printed and returned. */
record Cli(int status, String out, String err) {

    static Cli run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        int status = Theoremeter.run(new PrintWriter(out, true), new PrintWriter(err, true), texts);
        return new Cli(status, out.toString(), err.toString());
    }
}
