package org.theoremeter.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.theoremeter.verify.catalogue.Selection;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.Kind;
import org.theoremeter.verify.claim.Profile;
import org.theoremeter.verify.claim.read.ClaimReader;
import org.theoremeter.verify.claim.read.Settings;

/** Follows every "theory n.m" of the sources and the claims to its heading in docs/theory.md. */
class CitationsTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final List<Claim> CLAIMS = Selection.of(List.of(), new ClaimReader(Profile.QUICK, Settings.none()))
            .claims();
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (\\d+(?:\\.\\d+)?)\\b");
    private static final Pattern CITATION = Pattern.compile("theory (\\d+(?:\\.\\d+)?[a-c]?)");

    @Test
    void everyCitationInTheSourcesHasItsHeading() throws IOException {
        Set<String> headings = headings();
        Map<String, String> missing = new TreeMap<>();
        int found = 0;
        for (String room : List.of("theory", "simulate", "reports", "verify")) {
            for (Path source : sources(ROOT.resolve(room).resolve("src/main"))) {
                // Javadoc breaks lines; "theory" and its number may stand on two of them
                String text = Files.readString(source).replaceAll("\\s*\\n\\s*\\*?\\s*", " ");
                Matcher citation = CITATION.matcher(text);
                while (citation.find()) {
                    found++;
                    String section = citation.group(1).replaceAll("[a-c]$", "");
                    if (!headings.contains(section)) {
                        missing.put(section, source.getFileName().toString());
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(found).isGreaterThan(20);
    }

    @Test
    void everyClaimOfTheCatalogueCitesASectionThatExists() throws IOException {
        List<Claim> claims = CLAIMS;
        Set<String> headings = headings();
        assertThat(claims).hasSizeGreaterThan(10);
        assertThat(claims)
                .allSatisfy(claim -> assertThat(headings)
                        .as(claim.id())
                        .contains(claim.header().source().theory()));
    }

    /** Not only derived: proved as an identity of closed forms, or held against simulation, quadrature or data. */
    @Test
    void everySectionOfTheTheoryHasAClaim() throws IOException {
        Set<String> claimed = CLAIMS.stream()
                .filter(claim -> claim.header().kind() != Kind.DERIVATION)
                .map(claim -> claim.header().source().theory())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> sections = headings();
        sections.removeIf(heading -> !heading.contains("."));
        assertThat(sections).hasSizeGreaterThan(30);
        assertThat(claimed).containsAll(sections);
    }

    @Test
    void everyClaimNamedInTheTheoryExists() throws IOException {
        List<String> ids = CLAIMS.stream().map(Claim::id).toList();
        String families = ids.stream().map(id -> id.split("\\.")[0]).distinct().collect(Collectors.joining("|"));
        Matcher named = Pattern.compile("`((?:" + families + ")\\.[a-z0-9-]+)`")
                .matcher(Files.readString(ROOT.resolve("docs/theory.md")));
        List<String> mentioned = new ArrayList<>();
        while (named.find()) {
            mentioned.add(named.group(1));
        }
        assertThat(mentioned).isNotEmpty();
        assertThat(ids).containsAll(mentioned);
    }

    private static Set<String> headings() throws IOException {
        Set<String> headings = new TreeSet<>();
        Matcher heading = HEADING.matcher(Files.readString(ROOT.resolve("docs/theory.md")));
        while (heading.find()) {
            headings.add(heading.group(1));
        }
        return headings;
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(path -> path.toString().matches(".*\\.(java|yaml|g4)"))
                    .toList();
        }
    }
}
