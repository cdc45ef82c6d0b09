package org.theoremeter.verify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.theoremeter.simulate.sweep.ObservationStore;
import org.theoremeter.simulate.sweep.Sweep;

/** Holds the edges of the design: which room may know which, and where each library is confined. */
@AnalyzeClasses(packages = "org.theoremeter", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** With its package-info, a package has at most thirty files. */
    private static final long MOST_FILES = 29;

    private static final String PARQUET = "org.theoremeter.verify.cli.parquet..";

    @ArchTest
    static final ArchRule ROOMS = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.theoremeter..")
            .layer("theory")
            .definedBy("org.theoremeter.theory..")
            .layer("simulate")
            .definedBy("org.theoremeter.simulate..")
            .layer("verify")
            .definedBy("org.theoremeter.verify..")
            .layer("reports")
            .definedBy("org.theoremeter.reports..")
            .whereLayer("verify")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("simulate")
            .mayOnlyBeAccessedByLayers("verify")
            .whereLayer("reports")
            .mayOnlyBeAccessedByLayers("verify")
            .whereLayer("theory")
            .mayOnlyBeAccessedByLayers("simulate", "verify");

    @ArchTest
    static final ArchRule SYMJA_IN_ONE_PLACE =
            only("org.matheclipse..", "org.theoremeter.theory.symbolic.algebra.symja..");

    /** The tree builder visits what the parser found. */
    @ArchTest
    static final ArchRule ANTLR_ONLY_WHERE_FORMULAS_ARE_READ =
            only("org.antlr..", "org.theoremeter.theory.symbolic", "org.theoremeter.theory.symbolic.grammar");

    /** The compilation of an expression says which instructions it is made of. */
    @ArchTest
    static final ArchRule BYTECODE_ONLY_WHERE_FORMULAS_ARE_COMPILED =
            only("org.objectweb.asm..", "org.theoremeter.theory.symbolic", "org.theoremeter.theory.symbolic.bytecode");

    /** What both libraries have, such as Brent's solver, is taken from Hipparchus, which is kept up. */
    @ArchTest
    static final ArchRule COMMONS_MATH_FOR_STATISTICS_ALONE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.commons.math3.analysis..",
                    "org.apache.commons.math3.fitting..",
                    "org.apache.commons.math3.linear..",
                    "org.apache.commons.math3.ode..",
                    "org.apache.commons.math3.optim..");

    @ArchTest
    static final ArchRule TEMPLATES_ONLY_IN_REPORTS = only("freemarker..", "org.theoremeter.reports..");

    @ArchTest
    static final ArchRule NOTHING_NEEDS_A_SCREEN_OR_FONTS =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.swing..");

    @ArchTest
    static final ArchRule SQL_ONLY_IN_THE_DATABASE = noClasses()
            .that()
            .resideOutsideOfPackage("org.theoremeter.simulate.sweep.database..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.sqlite..");

    @ArchTest
    static final ArchRule PICOCLI_ONLY_IN_CLI = only("picocli..", "org.theoremeter.verify.cli..");

    @ArchTest
    static final ArchRule YAML_ONLY_IN_ITS_READER = only("org.snakeyaml..", "org.theoremeter.verify.claim.yaml..");

    /** With what it calls of Hadoop, which nothing else may come to need. */
    @ArchTest
    static final ArchRule PARQUET_ONLY_WHERE_IT_IS_WRITTEN = only("org.apache.parquet..", PARQUET);

    @ArchTest
    static final ArchRule HADOOP_ONLY_WHERE_PARQUET_IS_WRITTEN = only("org.apache.hadoop..", PARQUET);

    @ArchTest
    static final ArchRule CLAIMS_ARE_DATA = noClasses()
            .that()
            .resideInAnyPackage("org.theoremeter.verify.claim", "org.theoremeter.verify.claim.comparison")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.theoremeter.verify.claim.yaml..",
                    "org.theoremeter.verify.claim.formula..",
                    "org.theoremeter.verify.claim.read..",
                    "org.theoremeter.verify.claim.table..",
                    "org.theoremeter.verify.claim.csv..");

    @ArchTest
    static final ArchRule JUDGES_KNOW_NO_SIMULATOR_AND_NO_CLAIM = noClasses()
            .that()
            .resideInAnyPackage("org.theoremeter.verify.judge..", "org.theoremeter.verify.statistics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.theoremeter.simulate..", "org.theoremeter.verify.claim..", "org.theoremeter.verify.cli..");

    @ArchTest
    static final ArchRule DOCUMENTS_ARE_MADE_OF_RESULTS_ALONE = noClasses()
            .that()
            .resideInAPackage("org.theoremeter.verify.document..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.theoremeter.simulate..", "org.theoremeter.theory..", "org.theoremeter.verify.evaluate..");

    @ArchTest
    static final ArchRule BASELINES_ARE_MADE_OF_RESULTS_ALONE = noClasses()
            .that()
            .resideInAPackage("org.theoremeter.verify.baseline..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.theoremeter.simulate..",
                    "org.theoremeter.theory..",
                    "org.theoremeter.verify.claim..",
                    "org.theoremeter.verify.evaluate..",
                    "org.theoremeter.verify.cli..");

    @ArchTest
    static final ArchRule JUNIT_ONLY_IN_ITS_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage("org.theoremeter.verify.junit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.junit..", "org.opentest4j..", "org.theoremeter.verify.junit..");

    /** A test reaches no terminal and no report, by whatever way. */
    @ArchTest
    static final ArchRule TESTS_OF_CLAIMS_REACH_NO_TERMINAL_AND_NO_REPORT = noClasses()
            .that()
            .resideInAPackage("org.theoremeter.verify.junit..")
            .should()
            .transitivelyDependOnClassesThat()
            .resideInAnyPackage(
                    "picocli..",
                    "me.tongfei..",
                    "org.theoremeter.reports..",
                    "org.theoremeter.verify.cli..",
                    "org.theoremeter.verify.document..");

    /** The store stands behind every sweep; a test takes the sweep that has none, and writes no record either. */
    @ArchTest
    static final ArchRule TESTS_OF_CLAIMS_KEEP_NOTHING = noClasses()
            .that()
            .resideInAPackage("org.theoremeter.verify.junit..")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("ObservationStore")
            .orShould()
            .callMethod(Sweep.class, "of", int.class, ObservationStore.class, boolean.class, long.class)
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("org\\.theoremeter\\.verify\\.results\\.(ResultsFile|OutputFolder)");

    /** No package reaches itself by way of others. */
    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CIRCLES =
            slices().matching("org.theoremeter.(**)").should().beFreeOfCycles();

    /**
     * The same seen from above, at every depth: below a package, neither the trees of its packages nor its own classes reach
     * themselves by way of each other.
     */
    @ArchTest
    static void treesHaveNoCircles(JavaClasses imported) {
        Set<String> parents = new TreeSet<>();
        for (JavaClass type : imported) {
            for (String name = type.getPackageName(); name.contains("."); name = parent(name)) {
                parents.add(parent(name));
            }
        }
        assertThat(parents).as("depths").hasSizeGreaterThan(10);
        parents.forEach(parent ->
                slices().assignedFrom(below(parent)).should().beFreeOfCycles().check(imported));
    }

    @ArchTest
    static void packagesAreSmallEnoughToBeHeldInMind(JavaClasses imported) {
        Map<String, Long> files = imported.stream()
                .filter(JavaClass::isTopLevelClass)
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        assertThat(files.values()).as("files of %s", files).allMatch(count -> count <= MOST_FILES);
    }

    @ArchTest
    static final ArchRule NOTHING_PRINTS_PAST_THE_COMMAND_LINE = noClasses()
            .that()
            .resideOutsideOfPackage("org.theoremeter.verify.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    /** Guards the rules above against an import that found nothing. */
    @ArchTest
    static void seesAllFourRooms(JavaClasses imported) {
        for (String room : List.of("theory", "simulate", "verify", "reports")) {
            assertThat(imported.stream().filter(type -> type.getPackageName().startsWith("org.theoremeter." + room)))
                    .as(room)
                    .hasSizeGreaterThan(5);
        }
    }

    @ArchTest
    static void everyPackageSaysWhatItIsFor(JavaClasses imported) {
        Path root = Path.of("").toAbsolutePath().getParent();
        Set<String> packages =
                imported.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        assertThat(packages).hasSizeGreaterThan(80).allSatisfy(name -> {
            Path file = root.resolve(name.split("\\.")[2])
                    .resolve("src/main/java")
                    .resolve(name.replace('.', '/'))
                    .resolve("package-info.java");
            assertThat(file).content().contains("/**");
        });
    }

    private static SliceAssignment below(String parent) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                String name = type.getPackageName();
                if (name.equals(parent)) {
                    return SliceIdentifier.of("own classes");
                }
                return name.startsWith(parent + ".")
                        ? SliceIdentifier.of(name.substring(parent.length() + 1).split("\\.")[0])
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "what lies below " + parent;
            }
        };
    }

    private static String parent(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static ArchRule only(String library, String... homes) {
        List<String> allowed = new ArrayList<>(List.of(homes));
        allowed.add(library);
        return classes()
                .that()
                .resideInAPackage(library)
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .allowEmptyShould(true)
                .because(library + " stays in " + String.join(" and ", homes));
    }
}
