package io.daybook.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The arrows of DESIGN's layout that Maven's modules do not hold by themselves. */
final class ArchitectureTest {
  private static final String[] CORE = {
    "io.daybook.events..",
    "io.daybook.ledger..",
    "io.daybook.posting..",
    "io.daybook.reconciliation..",
    "io.daybook.seal.."
  };

  private static JavaClasses classes =
      new ClassFileImporter().importPackages("java.lang.annotation");

  @BeforeAll
  static void importClasses() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // The contract tests that other modules reuse come in an archive of their own.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.daybook");
  }

  @Test
  void theCoreKnowsNoCloudNoHttpAndNoFile() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "software.amazon..",
            "com.amazonaws..",
            "okhttp3..",
            "com.stripe..",
            "java.net..",
            "java.net.http..",
            "com.sun.net..",
            "java.nio.file..",
            "java.sql..")
        .check(classes);
  }

  @Test
  void theCoreAsksNoClockOfItsOwn() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(classes);
  }

  @Test
  void sourcesArePureAndTheDoorShipsNoApiClient() {
    noClasses()
        .that()
        .resideInAnyPackage("io.daybook.sources..", "io.daybook.ingest..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "okhttp3..", "com.stripe..", "io.daybook.retrieval..", "io.daybook.posting..")
        .check(classes);
  }

  @Test
  void theDoorCarriesNoSdkAndNoBindingLibrary() {
    noClasses()
        .that()
        .resideInAnyPackage("io.daybook.ingest..", "io.daybook.direct..", "io.daybook.items..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon..", "com.fasterxml..", "io.daybook.storage..")
        .check(classes);
  }

  @Test
  void thePortalShipsNoApiClient() {
    noClasses()
        .that()
        .resideInAnyPackage("io.daybook.portal..", "io.daybook.export..", "io.daybook.intake..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "okhttp3..", "com.stripe..", "io.daybook.retrieval..", "io.daybook.books..")
        .check(classes);
  }

  @Test
  void theSimulationNeverSeesWhatItJudges() {
    noClasses()
        .that()
        .resideInAPackage("io.daybook.simulation..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.daybook.posting..",
            "io.daybook.reconciliation..",
            "io.daybook.sources..",
            "io.daybook.retrieval..")
        .check(classes);
  }

  @Test
  void whatIsShippedNeverSeesTheSimulationOrTheHub() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.daybook.local..", "io.daybook.simulation..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.daybook.local..", "io.daybook.simulation..")
        .check(classes);
  }

  @Test
  void librariesPrintNothingAndNeverExit() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.daybook.local..", "io.daybook.simulation..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(classes);
  }

  @Test
  void noTwoPackagesNeedEachOther() {
    slices().matching("io.daybook.(**)").should().beFreeOfCycles().check(classes);
  }
}
