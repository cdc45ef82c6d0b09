package org.theoremeter.reports.latex;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.theoremeter.reports.document.Chain;
import org.theoremeter.reports.document.Document;
import org.theoremeter.reports.document.Section;
import org.theoremeter.reports.document.Tone;
import org.theoremeter.reports.text.Characters;

/**
 * Writes the chains of a document as aligned formulas, a paragraph a section, to be read by {@code \input}.
 *
 * <p>Needs the package amsmath. The reason of each step stands on a line above its formula; formulas that are wider than the text of
 * an article are broken.
 */
public final class LatexChains {

    private static final String PREAMBLE = "% needs \\usepackage{amsmath}\n";

    /** Half the room around displays, because every step is one. */
    private static final String OPENING = """
            \\begingroup\\allowdisplaybreaks\\sloppy
            \\setlength{\\abovedisplayskip}{.5\\abovedisplayskip}
            \\setlength{\\belowdisplayskip}{.5\\belowdisplayskip}
            """;

    /** The text of LaTeX's article in 10 points is 34.5 em wide; the rest is for what the estimate misses. */
    private static final double TEXT_WIDTH = 32;

    /** Text is narrower than letters in formulas are. */
    private static final double CHARACTER = 0.46;

    /** Tones of steps that a reader must be told more about. */
    private static final Set<Tone> OPEN = Set.of(Tone.BAD, Tone.UNDECIDED, Tone.BROKEN);

    private final StringBuilder out = new StringBuilder();

    private LatexChains() {}

    /** Returns all chains of the document in order; nothing if there is none. */
    public static Optional<String> render(Document document) {
        LatexChains chains = new LatexChains();
        document.sections().forEach(chains::section);
        return chains.out.length() == 0 ? Optional.empty() : Optional.of(PREAMBLE + chains.out);
    }

    private void section(Section section) {
        List<Chain> chains = section.blocks().stream()
                .filter(Chain.class::isInstance)
                .map(Chain.class::cast)
                .toList();
        if (chains.isEmpty()) {
            return;
        }
        out.append("\n% ").append(section.id()).append('\n');
        out.append("\\paragraph{").append(LatexText.escape(section.title())).append('}');
        // the line may end here without being stretched
        out.append("\\hfil\\penalty100\\hfilneg (");
        // an identifier is one long word, which would stick out of the text
        out.append(LatexText.escape(section.id()).replaceAll("(?<=[.-])", "\\\\allowbreak "));
        out.append("):\n");
        chains.forEach(this::chain);
    }

    private void chain(Chain chain) {
        double left = chain.lines().stream()
                .mapToDouble(line -> TexLines.left(line.formula().tex()))
                .max()
                .orElse(0);
        double room = TEXT_WIDTH - left;
        int number = 0;
        out.append(OPENING);
        for (int i = 0; i < chain.lines().size(); i++) {
            Chain.Line line = chain.lines().get(i);
            List<String> lines = TexLines.of(Characters.oneLine(line.formula().tex()), room);
            String behind = "";
            if (line instanceof Chain.Step step) {
                number++;
                begin(i == 0, reason(step, number));
                detail(step);
            } else {
                String says = LatexText.escape(line.says());
                boolean fits = lines.size() == 1
                        && TexScanner.width(lines.get(0))
                                        + CHARACTER * line.says().length()
                                <= room;
                behind = fits && !says.isEmpty() ? " \\quad \\text{(" + says + ")}" : "";
                begin(i == 0, fits ? "" : says);
            }
            out.append("  ").append(String.join(" \\\\\n  ", lines)).append(behind);
            out.append(i == chain.lines().size() - 1 ? "\n" : " \\\\\n");
        }
        out.append("\\end{align*}\n\\endgroup\n");
    }

    /** The first words stand before the formulas, because amsmath takes text between them only after a line. */
    private void begin(boolean first, String words) {
        if (first) {
            out.append(words.isEmpty() ? "" : words + "\n").append("\\begin{align*}\n");
        } else if (!words.isEmpty()) {
            out.append("  \\intertext{").append(words).append("}\n");
        }
    }

    private void detail(Chain.Step step) {
        if (!step.detail().isBlank()) {
            out.append("  % ").append(Characters.oneLine(step.detail())).append('\n');
        }
    }

    private static String reason(Chain.Step step, int number) {
        String says = step.says().isBlank() ? "" : step.says() + ": ";
        return LatexText.escape(number + ". " + says + step.reason() + found(step));
    }

    /** Returns what the badge says, and why if a reader must know, none of it twice. */
    private static String found(Chain.Step step) {
        String badge = step.badge().text().toLowerCase(Locale.ROOT);
        String detail = OPEN.contains(step.badge().tone()) ? step.detail() : "";
        if (detail.isBlank()) {
            return step.reason().startsWith(badge) ? "" : " (" + badge + ")";
        }
        return " (" + (detail.startsWith(badge) ? detail : badge + ": " + detail) + ")";
    }
}
