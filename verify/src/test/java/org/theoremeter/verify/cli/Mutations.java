package org.theoremeter.verify.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Slips, accidents and malice in text that was right. */
record Mutations(Random random) {

    private static final List<String> BITS = List.of(
            "\u0000",
            "\u001b[31m",
            "\u0085",
            "\u009b2J",
            "\u202e",
            "\u2066",
            "\u2028",
            "\uFEFF",
            "\t",
            "\r",
            "\n",
            "\ud800",
            "\uD83D\uDE00",
            "&a ",
            "*a",
            "!!int ",
            "!x ",
            "---\n",
            "...\n",
            "%YAML 1.2\n---\n",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "'",
            "|",
            "> ",
            "? ",
            "- ",
            ": ",
            ":",
            " #",
            "1e400",
            "1e-400",
            "-0",
            "NaN",
            ".inf",
            "99999999999999999999",
            "-1",
            "0",
            "1/0",
            "ln(-1)",
            "10^10^10",
            "αβγ",
            "И",
            "ħ",
            "~",
            "0x1F",
            "1_000",
            "<<: ",
            "\\",
            "\"\\ud800\"",
            "\"\\x9b\"",
            "..",
            "/",
            "*",
            "%",
            "∞",
            "(",
            ",",
            ";",
            "=",
            "sin(",
            "^");

    private static final List<String> LONG = List.of(
            " ".repeat(100_000),
            "(".repeat(5_000),
            "[".repeat(100_000),
            "x".repeat(100_000),
            "{a: ".repeat(3_000),
            "\t".repeat(100_000),
            "9".repeat(100_000),
            "1+".repeat(5_000) + "1",
            "\u001b".repeat(100_000),
            '"' + " ".repeat(100_000) + '"',
            "integer ".repeat(10_000),
            "- ".repeat(5_000),
            "a.".repeat(50_000));

    private static final List<String> VALUES = List.of(
            "", "{}", "[]", "{a: 1}", "[1, 2]", "''", "x", "-1", "1e400", "\"\\ud800\"", "[[1]]", "~", "1 tau", "none");

    String of(String text) {
        String changed = text;
        for (int i = random.nextInt(4) == 0 ? 2 : 1; i > 0; i--) {
            changed = once(changed);
        }
        return changed;
    }

    private String once(String text) {
        int at = random.nextInt(text.length() + 1);
        return switch (random.nextInt(9)) {
            case 0, 1 -> text.substring(0, at) + pick(BITS) + text.substring(at);
            case 2 -> text.substring(0, at) + pick(LONG) + text.substring(at);
            case 3 -> text.substring(0, at);
            case 4 -> text.substring(0, at) + text.substring(Math.min(text.length(), at + 1 + random.nextInt(20)));
            case 5 -> text + pick(BITS) + "\n";
            case 6 -> words(text);
            default -> lines(text);
        };
    }

    private String words(String text) {
        String[] words = text.split("(?<=[\\s:,\\[\\]{}\"()])|(?=[\\s:,\\[\\]{}\"()])");
        words[random.nextInt(words.length)] = random.nextBoolean() ? pick(BITS) : words[random.nextInt(words.length)];
        return String.join("", words);
    }

    private String lines(String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        int line = random.nextInt(lines.size());
        int value = lines.get(line).indexOf(": ");
        switch (random.nextInt(5)) {
            case 0 -> lines.remove(line);
            case 1 -> lines.add(line, lines.get(line));
            case 2 -> Collections.swap(lines, line, random.nextInt(lines.size()));
            case 3 -> lines.set(line, "  " + lines.get(line));
            default ->
                lines.set(line, value < 0 ? pick(VALUES) : lines.get(line).substring(0, value + 2) + pick(VALUES));
        }
        return String.join("\n", lines);
    }

    /** Encodes a text, one time in ten otherwise than is accepted. */
    byte[] encoded(String text) {
        List<Charset> charsets =
                List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1);
        int choice = random.nextInt(10 * charsets.size());
        return text.getBytes(choice < charsets.size() ? charsets.get(choice) : StandardCharsets.UTF_8);
    }

    /** Changes some words of a command line. */
    List<String> of(List<String> arguments) {
        List<String> changed = new ArrayList<>(arguments);
        for (int i = random.nextInt(2); i >= 0; i--) {
            int at = random.nextInt(changed.size() + 1);
            switch (random.nextInt(5)) {
                case 0 -> changed.add(at, pick(OPTIONS));
                case 1 -> changed.add(at, changed.isEmpty() ? "" : pick(changed));
                case 2 ->
                    changed.set(Math.min(at, changed.size() - 1), random.nextBoolean() ? pick(OPTIONS) : pick(BITS));
                case 3 -> changed.add(at, pick(random.nextInt(4) == 0 ? LONG : BITS));
                default ->
                    changed.add(
                            at, "--set=" + pick(List.of("gain=", "=", "=1", "gain=1e400", "neurons=x", "\u001b=1")));
            }
        }
        return changed;
    }

    private static final List<String> OPTIONS = List.of(
            "",
            "--",
            "-",
            "--profile",
            "--profile=",
            "--profile=quik",
            "--set",
            "--set=",
            "--seed",
            "--seed=",
            "--seed=99999999999999999999",
            "--jobs=0",
            "--jobs=x",
            "--nonsense",
            "--nonsense=1",
            "-x",
            "--out=",
            "--kernel=foo",
            "?*".repeat(200),
            "\\Q\\E(",
            "${x}",
            "%s%n",
            "@/dev/zero",
            "--threshold=NL",
            "--threshold==",
            "--largest=NL=x",
            "--reason=\u001b[1m",
            "--baseline=/nonexistent.json",
            "--start=c");

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
