package org.theoremeter.verify.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.stream.Stream;

/** What a command line printed and returned. */
public record Cli(int status, String out, String err) {

    /** Runs a command line; an array among the arguments stands for its elements. */
    public static Cli run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = Arrays.stream(arguments)
                .flatMap(
                        argument -> argument instanceof Object[] several ? Arrays.stream(several) : Stream.of(argument))
                .map(Object::toString)
                .toArray(String[]::new);
        int status = Theoremeter.run(new PrintWriter(out, true), new PrintWriter(err, true), texts);
        return new Cli(status, out.toString(), err.toString());
    }
}
