package dev.sluice.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms of the testkit. */
@AnalyzeClasses(packages = "dev.sluice.testkit", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule onlyTheBridgeKnowsSparksInnerClasses =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.sluice.testkit.bridge")
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
  static final ArchRule roomsDoNotLeanOnEachOtherInCircles =
      slices().matching("dev.sluice.(testkit..)").should().beFreeOfCycles();
}
