package org.theoremeter.verify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.theoremeter.simulate.sweep.ObservationStore;
import org.theoremeter.simulate.sweep.Sweep;

/** Holds the edges of the design: which room may know which, and where each library is confined. */
@AnalyzeClasses(packages = "org.theoremeter", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

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
    static final ArchRule SYMJA_ONLY_IN_ALGEBRA =
            only("org.matheclipse..", "org.theoremeter.theory.symbolic.algebra..");

    @ArchTest
    static final ArchRule ANTLR_ONLY_IN_SYMBOLIC = only("org.antlr..", "org.theoremeter.theory.symbolic..");

    @ArchTest
    static final ArchRule BYTECODE_ONLY_IN_SYMBOLIC = only("org.objectweb.asm..", "org.theoremeter.theory.symbolic..");

    @ArchTest
    static final ArchRule TEMPLATES_ONLY_IN_REPORTS = only("freemarker..", "org.theoremeter.reports..");

    @ArchTest
    static final ArchRule NOTHING_NEEDS_A_SCREEN_OR_FONTS =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.swing..");

    @ArchTest
    static final ArchRule PICOCLI_ONLY_IN_CLI = only("picocli..", "org.theoremeter.verify.cli..");

    @ArchTest
    static final ArchRule YAML_ONLY_IN_ITS_READER = only("org.snakeyaml..", "org.theoremeter.verify.claim.yaml..");

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

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("org.theoremeter.(*).(*)..").should().beFreeOfCycles();

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
    static void sees_all_four_rooms(JavaClasses imported) {
        for (String room : List.of("theory", "simulate", "verify", "reports")) {
            assertThat(imported.stream().filter(type -> type.getPackageName().startsWith("org.theoremeter." + room)))
                    .as(room)
                    .hasSizeGreaterThan(5);
        }
    }

    private static ArchRule only(String library, String home) {
        return classes()
                .that()
                .resideInAPackage(library)
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAnyPackage(home, library)
                .allowEmptyShould(true)
                .because(library + " stays in " + home);
    }
}
