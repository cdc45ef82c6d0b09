package org.theoremeter.verify.junit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.Profile;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.source.Position;
import org.theoremeter.verify.claim.yaml.YamlNode;

/**
 * Makes a JUnit test of every claim under {@code src/test/resources/claims}.
 *
 * <p>This is all that a project needs:
 *
 * <pre>{@code
 * class TheoryTest extends ClaimTests {}
 * }</pre>
 *
 * <p>Each file ({@code *.yaml}, {@code *.yml}, in subfolders too) is a container and each claim in it a test, which
 * simulates what the claim asks for when it is run, and not before. A test
 *
 * <ul>
 *   <li>passes when the claim does, or when it disagrees just as its {@code expect} says;
 *   <li>fails when the claim fails, is inconclusive, could not be evaluated, passes although a disagreement is expected, or
 *       cannot be read; the message says where in the file, and with what evidence;
 *   <li>is aborted when the profile skips the claim.
 * </ul>
 *
 * <p>A folder without claims is a failure: a project that lost its claims must not look green. Only folders of the class
 * path are looked through, not archives.
 *
 * <p>The system properties {@code theoremeter.profile} and {@code theoremeter.seed} go before {@link #profile()} and {@link
 * #seed()}. Observations are not kept from one run to the next; verdicts depend on neither threads nor order.
 */
public abstract class ClaimTests {

    /** For the class of the project that has the claims. */
    protected ClaimTests() {}

    /** Returns the folder of the class path that has the claim files, without a slash in front. */
    protected String folder() {
        return "claims";
    }

    /** Returns the profile in which claims are read; the quick one unless overridden. */
    protected Profile profile() {
        return Profile.QUICK;
    }

    /** Returns the root seed, 1 unless overridden. */
    protected long seed() {
        return 1;
    }

    /** Returns how many simulations of a claim run at the same time; as many as there are processors unless overridden. */
    protected int jobs() {
        return Runtime.getRuntime().availableProcessors();
    }

    /**
     * Returns one container a file, with one test a claim.
     *
     * @throws IllegalArgumentException if a system property has a value that is not accepted
     */
    @TestFactory
    public final Stream<DynamicNode> claims() {
        RunSettings settings = RunSettings.of(profile(), seed(), jobs());
        List<ClaimFile> files = ClaimFile.under(folder());
        if (files.isEmpty()) {
            return Stream.of(failing(
                    folder(),
                    "found no claim in the folder " + Quotation.of(folder())
                            + " of the class path, accepted: at least one file *.yaml or *.yml, as in src/test/resources/"
                            + folder()));
        }
        Map<String, Position> seen = new HashMap<>();
        return files.stream().map(file -> container(file, settings, seen));
    }

    private static DynamicNode container(ClaimFile file, RunSettings settings, Map<String, Position> seen) {
        return dynamicContainer(file.name(), file.uri(), tests(file, settings, seen).stream());
    }

    private static List<DynamicNode> tests(ClaimFile file, RunSettings settings, Map<String, Position> seen) {
        List<YamlNode> documents;
        try {
            documents = file.documents();
        } catch (ClaimException fault) {
            return List.of(failing(file.name(), fault.getMessage()));
        }
        return documents.stream()
                .map(document -> {
                    ClaimTest test = new ClaimTest(document, documents, settings);
                    Position first = test.id()
                            .map(id -> seen.putIfAbsent(id, document.position()))
                            .orElse(null);
                    return first == null
                            ? dynamicTest(test.title(), file.uri(document.position()), test)
                            : failing(
                                    test.title(),
                                    document.position() + ": the id "
                                            + Quotation.of(test.id().orElseThrow()) + " stands twice, first at " + first
                                            + "; accepted: an id of its own");
                })
                .toList();
    }

    private static DynamicNode failing(String title, String message) {
        return dynamicTest(title, () -> {
            throw Failure.of(message);
        });
    }
}
