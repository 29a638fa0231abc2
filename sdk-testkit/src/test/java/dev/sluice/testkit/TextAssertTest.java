package dev.sluice.testkit;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.col;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static dev.sluice.testkit.SluiceAssertions.assertThatDescription;
import static dev.sluice.testkit.SluiceAssertions.assertThatOptimizedPlan;
import static dev.sluice.testkit.SluiceAssertions.assertThatPhysicalPlan;
import static dev.sluice.testkit.SluiceAssertions.assertThatSchema;
import static dev.sluice.testkit.SluiceAssertions.assertThatText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.memory.InMemory;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.types.StructType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** With golden files of its own, in src/test/resources/golden/TextAssertTest. */
@SparkTest
class TextAssertTest {

  record Order(Long orderId, Integer quantity, String note, List<Double> prices) {}

  record Item(Long itemId, String name) {}

  private static final StructType SCHEMA =
      StructType.fromDDL("b map<string, struct<z: int, y: date>>, a bigint not null");

  private static String failure(ThrowingCallable assertion) {
    Throwable thrown = catchThrowable(assertion);
    assertThat(thrown).isInstanceOf(AssertionError.class);
    return thrown.getMessage();
  }

  private static Stage<Order> orders(SparkKit kit) {
    return kit.rows(
        Order.class,
        new Order(10L, 2, "pen", List.of(1.5)),
        new Order(null, 0, "ink, \"blue\"", List.of()),
        new Order(9L, null, null, null),
        new Order(10L, 1, "", null));
  }

  @Test
  void aTextIsComparedWithTheFileOfItsTestClass() {
    assertThatText("first\nsecond").matchesGolden("text.txt");
  }

  @Test
  void aNameMayHaveFolders() {
    assertThatText("first\nsecond").matchesGolden("folder/text.txt");
  }

  @Test
  void aPathStartsAtTheModule() {
    assertThatText("first\nsecond")
        .matchesGolden(Path.of("src/test/resources/golden/TextAssertTest/text.txt"));
  }

  @Nested
  class InANestedClass {
    @Test
    void theFilesAreThoseOfTheClassAroundIt() {
      List.of("first\nsecond").forEach(text -> assertThatText(text).matchesGolden("text.txt"));
    }
  }

  @Test
  void aNameThatLeadsElsewhereIsRefused() {
    for (String name : List.of("../Other/text.txt", "/tmp/text.txt", "", " ", ".")) {
      assertThat(catchThrowable(() -> assertThatText("a").matchesGolden(name)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "'%s' is no name of a file in src/test/resources/golden/TextAssertTest: for one"
                  .formatted(name)
                  + " elsewhere give a path, as in matchesGolden(Path.of(…)), of rows, reports and"
                  + " schemas after asText()");
    }
  }

  @Test
  void placeholdersAreCompared() {
    assertThatText("first took 12 ms")
        .replacing("\\d+ ms", "<time>")
        .matchesGolden("placeholder.txt");
    assertThatText("first took <time>")
        .normalizedBy(TextNormalizer.ofPipelines())
        .matchesGolden("placeholder.txt");
  }

  @Test
  @DisabledIfEnvironmentVariable(named = "CI", matches = ".+", disabledReason = "writes nothing")
  @DisabledIfSystemProperty(named = GoldenCheck.UPDATE, matches = "true")
  void thePropertyWritesTheFile(@TempDir Path directory) {
    Path file = directory.resolve("new/text.txt");
    System.setProperty(GoldenCheck.UPDATE, "true");
    try {
      assertThatText("first").matchesGolden(file);
      assertThat(failure(() -> assertThatText("second").matchesGolden(file)))
          .startsWith(
              "the text differs from what this run has written to the golden file %s before"
                  .formatted(file));
    } finally {
      System.clearProperty(GoldenCheck.UPDATE);
    }
    assertThat(file).content().isEqualTo("first\n");
    assertThatText("first").matchesGolden(file);
  }

  @Test
  void aPlanDoesNotDependOnLinesAndPaths(SparkKit kit) {
    kit.csv(Item.class, "itemId,name\n")
        .filter(col(Item::itemId).gt(0))
        .sink("good", InMemory.sink(Item.class));
    assertThatDescription(kit.pipeline()).matchesGolden("plan.txt");
  }

  @Test
  void aReportIsWhatTheRowsMakeIt(SparkKit kit) {
    kit.allowingMalformed()
        .json(
            Order.class,
            """
            {"orderId": 1, "quantity": 2}
            {"orderId": 1, "quantity": 2}
            {"orderId": 2, "quantity": 0}
            {"orderId": "x"}
            """)
        .clean("valid orders", c -> c
            .dedupe(Order::orderId)
            .fill(Order::note).with("none")
            .require("positive quantity", col(Order::quantity).gt(0)))
        .sink("good", InMemory.sink(Order.class));
    assertThat(kit.pipeline().run(kit.spark())).succeeded().matchesGolden("report.txt");
    assertThat(kit.pipeline().run(kit.spark())).matchesGolden("report.txt").wroteRows("good", 1);
  }

  @Test
  void rowsAreSortedByTheirValues(SparkKit kit) {
    assertThat(orders(kit)).matchesGolden("rows.csv").hasCount(4);
    assertThat(orders(kit).sort(asc(Order::note))).matchesGolden("rows.csv");
  }

  @Test
  void rowsKeepTheirOrderWhereItMatters(SparkKit kit) {
    assertThat(orders(kit).sort(asc(Order::note)))
        .inOrder()
        .ignoring(Order::prices)
        .matchesGolden("sorted-rows.csv");
  }

  @Test
  void rowsWithAToleranceHaveNoText(SparkKit kit) {
    assertThat(
        catchThrowable(
            () -> assertThat(orders(kit)).numbersWithin(0.1).matchesGolden("rows.csv")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "a golden file is compared as text, where no number is near another: use hasRows, or"
                + " leave the component out with ignoring(…)");
  }

  @Test
  void aSchemaIsATree() {
    assertThatSchema(SCHEMA).matchesGolden("schema.txt").isEqualTo(SCHEMA);
  }

  @Test
  void aSchemaWhoseOrderDoesNotMatterIsSorted() {
    StructType other =
        StructType.fromDDL("a bigint, b map<string, struct<y: date not null, z: int>>");
    assertThatSchema(SCHEMA)
        .ignoringOrder()
        .ignoringNullability()
        .matchesGolden("sorted-schema.txt");
    assertThatSchema(other)
        .ignoringOrder()
        .ignoringNullability()
        .matchesGolden("sorted-schema.txt");
  }

  @Nested
  @DisabledIfSystemProperty(
      named = GoldenCheck.UPDATE,
      matches = "true",
      disabledReason = "would write what is wrong")
  class Failures {

    @Test
    void sayWhatDiffersAndInWhichFile() {
      assertThat(failure(() -> assertThatText("first\nthird").matchesGolden("text.txt")))
          .isEqualTo(
              """
              the text differs from the golden file\
               src/test/resources/golden/TextAssertTest/text.txt (- expected, + actual)

              @@ -1,2 +1,2 @@
               first
              -second
              +third

              If the new text is right, run the test with -Dsluice.golden.update=true, which writes\
               the file.\
              """);
    }

    @Test
    void sayWhatTheTextIsCalled() {
      assertThat(
          failure(
              () -> assertThatText("a").as("the log of the import").matchesGolden("text.txt")))
          .startsWith("the log of the import differs from the golden file");
    }

    @Test
    void nameThePipelineOfAPlan() {
      assertThat(
          failure(() -> assertThatDescription(Pipeline.named("shop")).matchesGolden("no.txt")))
          .isEqualTo(
              """
              the description of pipeline 'shop' has no golden file\
               src/test/resources/golden/TextAssertTest/no.txt yet

              it would say:
                pipeline 'shop'

              To write it, run the test with -Dsluice.golden.update=true; read it before you commit\
               it.\
              """);
    }

    @Test
    void nameTheStageOfRows(SparkKit kit) {
      assertThat(failure(() -> assertThat(orders(kit)).as("May").matchesGolden("sorted-rows.csv")))
          .startsWith("[May] rows of Order from stage 'Order' (TextAssertTest.java:");
    }

    @Test
    void nameTheKindOfASparkPlan(SparkKit kit) {
      var range = kit.spark().range(3);
      assertThat(failure(() -> assertThatOptimizedPlan(range).matchesGolden("text.txt")))
          .startsWith("the optimized plan differs");
      assertThat(failure(() -> assertThatPhysicalPlan(range).matchesGolden("text.txt")))
          .startsWith("the physical plan differs");
    }

    @Test
    void nameThePipelineOfAReport(SparkKit kit) {
      orders(kit).sink("all", InMemory.sink(Order.class));
      var report = kit.pipeline().run(kit.spark());
      assertThat(failure(() -> assertThat(report).matchesGolden("text.txt")))
          .startsWith("the report of pipeline 'test' differs");
    }

    @Test
    void tellASchema() {
      assertThat(failure(() -> assertThatSchema(SCHEMA).matchesGolden("text.txt")))
          .startsWith("the schema differs");
    }
  }
}
