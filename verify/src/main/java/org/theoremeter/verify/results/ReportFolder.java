package org.theoremeter.verify.results;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tells folders that hold a report, and may be replaced, from all others. */
final class ReportFolder {

    static final String RECORD = "results.json";
    static final String LINES = "results.jsonl";
    static final String FIGURES = "figures";

    /** Where a run writes to while it lasts, if there is no room beside the folder. */
    static final String WITHIN = "partial";

    private static final String SCRATCH = RECORD + ".tmp";

    /** What a report consists of; a folder with anything else in it is somebody's own. */
    private static final Set<String> OURS = Set.of(
            RECORD,
            SCRATCH,
            LINES,
            "report.md",
            "junit.xml",
            "table.tex",
            "derivations.tex",
            "index.html",
            FIGURES,
            WITHIN);

    private static final int BEGINNING = 100;

    private ReportFolder() {}

    /**
     * Requires nothing, an empty folder or a report.
     *
     * @param named what messages call it
     * @throws IOException if there is something else; the message says so in one line
     */
    static void requireReplaceable(Path named, Path folder) throws IOException {
        if (Files.isSymbolicLink(folder)) {
            throw new IOException("the output folder " + named + " is a symbolic link, accepted: a folder");
        }
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException("the output folder " + named + " is a file, accepted: a folder");
        }
        if (!Files.isWritable(folder)) {
            throw new IOException("the output folder " + named + " cannot be written");
        }
        if (!isReport(folder)) {
            throw new IOException("the output folder " + named
                    + " holds something that is not a report; accepted: a new folder, an empty one, or an earlier"
                    + " report");
        }
    }

    /** Returns whether all in a folder is of a report, whole or begun; an empty one is. */
    static boolean isReport(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            List<String> names =
                    entries.map(entry -> entry.getFileName().toString()).toList();
            boolean begun = names.equals(List.of(WITHIN)) || names.equals(List.of(SCRATCH));
            return names.isEmpty()
                    || (OURS.containsAll(names)
                            && (begun || isRecord(folder, names))
                            && onlyFigures(folder.resolve(FIGURES))
                            && isWithin(folder.resolve(WITHIN)));
        }
    }

    private static boolean isWithin(Path within) throws IOException {
        return !Files.exists(within, LinkOption.NOFOLLOW_LINKS)
                || (Files.isDirectory(within, LinkOption.NOFOLLOW_LINKS) && isReport(within));
    }

    private static boolean onlyFigures(Path figures) throws IOException {
        if (!Files.exists(figures, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        if (!Files.isDirectory(figures, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(figures)) {
            return entries.allMatch(entry -> entry.getFileName().toString().endsWith(".svg")
                    && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS));
        }
    }

    private static boolean isRecord(Path folder, List<String> names) throws IOException {
        Path record = folder.resolve(names.contains(RECORD) ? RECORD : LINES);
        if (!Files.isRegularFile(record, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        byte[] beginning;
        try (InputStream stream = Files.newInputStream(record)) {
            beginning = stream.readNBytes(BEGINNING);
        }
        return new String(beginning, StandardCharsets.UTF_8).matches("(?s)\\{\\s*\"schema\"\\s*:\\s*\"results.*");
    }

    /** Removes a folder with all that is in it; links in it are removed, not followed. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
