package dev.sluice;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.sluice.annotation.Internal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The house: which room may lean on which. CONTRIBUTING.md draws the map. */
@AnalyzeClasses(packages = "dev.sluice", importOptions = ArchitectureTest.MainClasses.class)
class ArchitectureTest {

  private static final String HOUSE = "dev.sluice";
  private static final Path ROOT = root(Path.of("").toAbsolutePath());

  /** The arrows of the map in CONTRIBUTING.md; a room that is not there may lean on nothing. */
  private static final Map<String, Set<String>> ARROWS = arrows();

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
  static final ArchRule onlyBridgesKnowSparksInnerClasses =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.sluice.spark.bridge")
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
  static final ArchRule onlyTheSparkRoomsKnowMoreThanSparkPromises =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.sluice.spark..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.apache.spark..", "scala..")
                  .and(DescribedPredicate.not(SPARK_API)))
          .because("what users write has to run over Connect too");

  @ArchTest
  static final ArchRule thePlanNeedsNoSparkSession =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.plan..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.apache.spark.sql.SparkSession")
          .because("a pipeline is built and validated without one, in milliseconds");

  @ArchTest
  static final ArchRule roomsDoNotLeanOnEachOtherInCircles =
      slices().assignedFrom(rooms()).should().beFreeOfCycles();

  @ArchTest
  static final ArchRule arrowsAreThoseOfTheMap =
      classes().that().resideInAPackage("dev.sluice..").should(leanOnlyOnRoomsOfTheMap());

  @ArchTest
  static final ArchRule usersMeetNothingInternal =
      classes().that(describe("users meet", type -> !isInternal(type)))
          .should(showNothingInternal());

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

  /** In every module. */
  @ArchTest
  static void everyRoomSaysWhatItIs(JavaClasses classes) throws IOException {
    List<Path> rooms = new ArrayList<>();
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path sources : modules.map(m -> m.resolve("src/main/java")).toList()) {
        if (Files.exists(sources)) {
          rooms.addAll(roomsBelow(sources));
        }
      }
    }
    assertThat(rooms).hasSizeGreaterThan(30);
    assertThat(rooms).filteredOn(room -> !Files.exists(room.resolve("package-info.java")))
        .isEmpty();
  }

  /** From wherever the tests are looked for, which with several JVMs is Maven's own. */
  private static Path root(Path below) {
    return Files.exists(below.resolve("CONTRIBUTING.md")) ? below : root(below.getParent());
  }

  private static Set<Path> roomsBelow(Path sources) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      return files.filter(file -> file.toString().endsWith(".java"))
          .map(Path::getParent)
          .collect(Collectors.toSet());
    }
  }

  private static SliceAssignment rooms() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return type.getPackageName().startsWith(HOUSE)
            ? SliceIdentifier.of(type.getPackageName())
            : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "the rooms";
      }
    };
  }

  private static ArchCondition<JavaClass> leanOnlyOnRoomsOfTheMap() {
    return new ArchCondition<>("lean on rooms that the map allows") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Set<String> allowed = ARROWS.getOrDefault(room(type), Set.of());
        for (Dependency use : type.getDirectDependenciesFromSelf()) {
          JavaClass target = use.getTargetClass().getBaseComponentType();
          if (target.getPackageName().startsWith(HOUSE)
              && !room(target).equals(room(type))
              && !target.getPackageName().equals(Internal.class.getPackageName())
              && !allowed.contains(room(target))) {
            events.add(
                SimpleConditionEvent.violated(
                    type,
                    "room %s leans on %s, which its row of the map in CONTRIBUTING.md does not say: %s"
                        .formatted(room(type), room(target), use.getDescription())));
          }
        }
      }
    };
  }

  /** Of each row of the table, the room and those that it leans on. */
  private static Map<String, Set<String>> arrows() {
    Pattern row = Pattern.compile("\\| `([a-z.]+)`(?: \\*)? \\|.*\\|([^|]*)\\|");
    try {
      return Files.readAllLines(ROOT.resolve("CONTRIBUTING.md")).stream()
          .map(row::matcher)
          .filter(Matcher::matches)
          .collect(
              Collectors.toMap(
                  m -> m.group(1),
                  m -> Pattern.compile("`([a-z.]+)`")
                      .matcher(m.group(2))
                      .results()
                      .map(r -> r.group(1))
                      .collect(Collectors.toSet())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The part of the package's name below dev.sluice; that of the root itself is its whole name. */
  private static String room(JavaClass type) {
    return type.getPackageName().equals(HOUSE)
        ? HOUSE
        : type.getPackageName().substring(HOUSE.length() + 1);
  }

  private static ArchCondition<JavaClass> showNothingInternal() {
    return new ArchCondition<>("show nothing internal") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!isOpen(type)) {
          return;
        }
        for (JavaCodeUnit member : type.getCodeUnits()) {
          if (isOpen(member) && !member.isAnnotatedWith(Internal.class)) {
            Stream.concat(
                member.getReturnType().getAllInvolvedRawTypes().stream(),
                member.getParameterTypes().stream()
                    .flatMap(parameter -> parameter.getAllInvolvedRawTypes().stream()))
                .map(JavaClass::getBaseComponentType)
                .filter(ArchitectureTest::isInternal)
                .forEach(
                    shown -> events.add(
                        SimpleConditionEvent.violated(
                            member, member.getFullName() + " shows " + shown.getName())));
          }
        }
      }
    };
  }

  private static boolean isOpen(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(ArchitectureTest::isOpen).orElse(true);
  }

  private static boolean isOpen(JavaCodeUnit member) {
    return (member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED))
        && !member.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  private static JavaClass outermost(JavaClass type) {
    JavaClass element = type.getBaseComponentType();
    return element.getEnclosingClass().map(ArchitectureTest::outermost).orElse(element);
  }

  /** By itself, its enclosing type or its package, unless that excepts it. */
  private static boolean isInternal(JavaClass type) {
    if (!type.getPackageName().startsWith(HOUSE)) {
      return false;
    }
    if (type.isAnnotatedWith(Internal.class)) {
      return true;
    }
    if (type.getEnclosingClass().isPresent()) {
      return isInternal(type.getEnclosingClass().get());
    }
    return type.getPackage()
        .tryGetAnnotationOfType(Internal.class)
        .map(
            internal -> !Arrays.stream(internal.except())
                .map(Class::getName)
                .collect(Collectors.toSet())
                .contains(type.getName()))
        .orElse(false);
  }

  /** Also where the build has a directory of its own for another version of Spark. */
  static final class MainClasses implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/");
    }
  }
}
