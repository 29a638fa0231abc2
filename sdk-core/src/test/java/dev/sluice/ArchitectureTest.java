package dev.sluice;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The house: which room may lean on which. CONTRIBUTING.md draws the map. */
@AnalyzeClasses(packages = "dev.sluice", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String SPARK_ROOM = "dev.sluice.spark..";
  private static final int PUBLIC_CLASSES_OF_THE_SPARK_ROOM = 21;

  /** What a source or a sink is made of: below all rooms, so that a plan can hold one. */
  private static final Set<String> CONNECTOR_INTERFACES =
      Set.of(
          "Source",
          "BoundedSource",
          "UnboundedSource",
          "StreamContext",
          "Sink",
          "BatchSink",
          "EpochSink",
          "Epoch",
          "WriteMode",
          "Written",
          "RowFormat",
          "Texts",
          "ResourceId",
          "PathName",
          "Glob",
          "RunId",
          "Secrets",
          "MaskedException");

  private static final DescribedPredicate<JavaClass> CONNECTOR_INTERFACE =
      describe(
          "the interfaces of sources and sinks",
          type -> type.getPackageName().equals("dev.sluice.io")
              && CONNECTOR_INTERFACES.contains(outermost(type).getSimpleName()));

  /** What a user writes on a record; the plan reads it. */
  private static final DescribedPredicate<JavaClass> RECORD_ANNOTATION =
      describe(
          "the annotations of records",
          type -> type.getPackageName().equals("dev.sluice") && isAnnotation(type));

  /** What a run tells: the pipeline gives it to the user and the runner makes it. */
  private static final DescribedPredicate<JavaClass> REPORT_OF_A_RUN =
      describe(
          "the reports of runs",
          type -> type.getPackageName().equals("dev.sluice")
              && Set.of(
                  "RunReport",
                  "RunReportText",
                  "RunReportJson",
                  "TextTable",
                  "Amounts",
                  "RunStatus",
                  "SourceReport",
                  "StageReport",
                  "RuleCount",
                  "SinkReport",
                  "Sums",
                  "RunListener")
                  .contains(outermost(type).getSimpleName()));

  /** What Spark promises to keep, on the classic runner and over Connect. */
  private static final DescribedPredicate<JavaClass> SPARK_API =
      resideInAnyPackage(
          "org.apache.spark.api.java.function..",
          "org.apache.spark.sql.api.java..",
          "org.apache.spark.sql.catalog..",
          "org.apache.spark.sql.expressions..",
          "org.apache.spark.sql.streaming..",
          "org.apache.spark.sql.types..",
          "org.apache.spark.storage..")
          .or(
              describe(
                  "the public classes of org.apache.spark.sql",
                  type -> type.getPackageName().equals("org.apache.spark.sql")
                      && Set.of(
                          "AnalysisException",
                          "Column",
                          "DataFrameNaFunctions",
                          "DataFrameReader",
                          "DataFrameStatFunctions",
                          "DataFrameWriter",
                          "DataFrameWriterV2",
                          "Dataset",
                          "Encoder",
                          "Encoders",
                          "KeyValueGroupedDataset",
                          "MergeIntoWriter",
                          "Observation",
                          "RelationalGroupedDataset",
                          "Row",
                          "RowFactory",
                          "RuntimeConfig",
                          "SaveMode",
                          "SparkSession",
                          "TypedColumn",
                          "functions")
                          .contains(outermost(type).getSimpleName())));

  @ArchTest
  static final ArchRule onlyTheSparkRoomKnowsSparksInternals =
      noClasses()
          .that()
          .resideOutsideOfPackage(SPARK_ROOM)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.apache.spark..", "scala..")
                  .and(DescribedPredicate.not(SPARK_API)))
          .because("internals change with every Spark version, so each use has one file there");

  @ArchTest
  static final ArchRule thePlanIsDataAndKnowsNoRoomThatReadsIt =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.plan..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.sluice..")
                  .and(DescribedPredicate.not(resideInAPackage("dev.sluice.plan..")))
                  .and(DescribedPredicate.not(CONNECTOR_INTERFACE.or(RECORD_ANNOTATION))))
          .because(
              "validators, renderers and the compiler read the plan without knowing each other");

  /** A user's own stage is a function on a dataset. */
  private static final DescribedPredicate<JavaClass> DATASETS =
      type(Dataset.class).or(type(Row.class));

  @ArchTest
  static final ArchRule thePlanIsDataWithoutSpark =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.plan..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.apache.spark..", "scala..")
                  .and(DescribedPredicate.not(DATASETS)))
          .because("a pipeline is built and validated without it, and can be read by any engine");

  @ArchTest
  static final ArchRule expressionsAreDataWithoutSpark =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.expr..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.apache.spark..", "scala.."))
          .because("a function is named data, and what it is on Spark says the compiler");

  @ArchTest
  static final ArchRule expressionsKnowNeitherSparkInternalsNorConnectors =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.expr..")
          .should()
          .dependOnClassesThat(resideInAnyPackage(SPARK_ROOM, "dev.sluice.io.."))
          .because("an expression is a value over columns, whoever reads or runs them");

  @ArchTest
  static final ArchRule roomsDoNotLeanOnEachOtherInCircles =
      slices().assignedFrom(rooms()).should().beFreeOfCycles();

  @ArchTest
  static final ArchRule usersDoNotMeetTheSparkRoom =
      methods()
          .that()
          .areDeclaredInClassesThat(
              resideInAPackage("dev.sluice..")
                  .and(DescribedPredicate.not(resideInAPackage(SPARK_ROOM))))
          .should(notShowClassesOfTheSparkRoom())
          .because("its classes may change with any Spark version");

  @ArchTest
  static final ArchRule fewClassesOfTheSparkRoomArePublic =
      classes().that().resideInAPackage(SPARK_ROOM).should(beFewWhenPublic());

  @ArchTest
  static final ArchRule aNameSaysWhatAClassIs =
      noClasses()
          .should()
          .haveNameMatching(".*(Utils?|Helper|Impl|Manager)(\\$.*)?")
          .because("such a name fits any code; name the idea");

  @ArchTest
  static final ArchRule aLibraryDoesNotPrint = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule nothingStaticChanges =
      fields()
          .that()
          .areStatic()
          .should()
          .beFinal()
          .because("two pipelines in one JVM must not see each other");

  /** Each package is a room; what lies below all rooms is one of its own. */
  private static SliceAssignment rooms() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        if (CONNECTOR_INTERFACE.test(type)) {
          return SliceIdentifier.of("interfaces of sources and sinks");
        }
        if (RECORD_ANNOTATION.test(type)) {
          return SliceIdentifier.of("annotations of records");
        }
        if (REPORT_OF_A_RUN.test(type)) {
          return SliceIdentifier.of("reports of runs");
        }
        return type.getPackageName().startsWith("dev.sluice")
            ? SliceIdentifier.of(type.getPackageName().replace(".plan.verb", ".plan"))
            : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "the rooms";
      }
    };
  }

  private static ArchCondition<JavaMethod> notShowClassesOfTheSparkRoom() {
    return new ArchCondition<>("not show classes of dev.sluice.spark") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        if (!isSeenByUsers(method)) {
          return;
        }
        Stream.concat(
            method.getReturnType().getAllInvolvedRawTypes().stream(),
            method.getParameterTypes().stream()
                .flatMap(type -> type.getAllInvolvedRawTypes().stream()))
            .filter(resideInAPackage(SPARK_ROOM))
            .forEach(
                type -> events.add(
                    SimpleConditionEvent.violated(
                        method, method.getFullName() + " shows " + type.getName())));
      }
    };
  }

  private static ArchCondition<JavaClass> beFewWhenPublic() {
    return new ArchCondition<>("be at most %d when public", PUBLIC_CLASSES_OF_THE_SPARK_ROOM) {
      private Collection<JavaClass> all = Set.of();

      @Override
      public void init(Collection<JavaClass> classes) {
        all = classes;
      }

      @Override
      public void check(JavaClass type, ConditionEvents events) {}

      @Override
      public void finish(ConditionEvents events) {
        var names =
            all.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(JavaClass::isTopLevelClass)
                .map(JavaClass::getSimpleName)
                .sorted()
                .toList();
        if (names.size() > PUBLIC_CLASSES_OF_THE_SPARK_ROOM) {
          events.add(SimpleConditionEvent.violated(names, names.size() + " are public: " + names));
        }
      }
    };
  }

  private static boolean isSeenByUsers(JavaMethod method) {
    boolean open =
        method.getModifiers().contains(JavaModifier.PUBLIC)
            || method.getModifiers().contains(JavaModifier.PROTECTED);
    return open && method.getOwner().getModifiers().contains(JavaModifier.PUBLIC);
  }

  /** An annotation, or an enum or interface that one of them names. */
  private static boolean isAnnotation(JavaClass type) {
    return type.isAnnotation() || outermost(type).getSimpleName().equals("NamingStrategy");
  }

  private static JavaClass outermost(JavaClass type) {
    JavaClass element = type.getBaseComponentType();
    return element.getEnclosingClass().map(ArchitectureTest::outermost).orElse(element);
  }
}
