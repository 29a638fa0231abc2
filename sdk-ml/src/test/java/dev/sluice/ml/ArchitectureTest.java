package dev.sluice.ml;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms of models. */
@AnalyzeClasses(packages = "dev.sluice.ml", importOptions = ArchitectureTest.MainClasses.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule onlyTheBridgeKnowsSparksInnerClasses =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.sluice.ml.bridge")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "org.apache.spark.sql.catalyst..",
                  "org.apache.spark.sql.execution..",
                  "org.apache.spark.sql.classic..",
                  "org.apache.spark.sql.internal..",
                  "org.apache.spark.scheduler.."))
          .because("they change with every Spark version, so each use has one place there");

  @ArchTest
  static final ArchRule whatScoresWithoutSparkKnowsNone =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.sluice.ml.json", "dev.sluice.ml.model", "dev.sluice.ml.evaluate",
              "dev.sluice.ml.feature", "dev.sluice.ml.score")
          .and()
          .doNotHaveSimpleName("HadoopFile")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala.."))
          .because("a service that scores has no Spark on its class path");

  @ArchTest
  static final ArchRule aDocumentLeansOnNothingElse =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.ml.model")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("dev.sluice..")
                  .and(not(resideInAnyPackage(
                      "dev.sluice.ml.model", "dev.sluice.ml.json", "dev.sluice.annotation"))))
          .because("it is data, and what is computed with it");

  @ArchTest
  static final ArchRule roomsDoNotLeanOnEachOtherInCircles =
      slices().matching("dev.sluice.(ml..)").should().beFreeOfCycles();

  /** Also where the build has a directory of its own for another version of Spark. */
  static final class MainClasses implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/");
    }
  }
}
