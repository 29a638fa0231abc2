package dev.sluice.testkit;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sluice.CheckedStage;
import dev.sluice.Dsl;
import dev.sluice.Stage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * Assertions about stages and datasets, on Spark; the method of AssertJ is imported beside ours.
 */
@SparkTest
class StageAssertTest {

  enum Status {
    OPEN,
    PAID
  }

  record Address(String city, Double lat) {}

  record Order(long orderId, Integer quantity, String note) {}

  record Count(Integer quantity, long rows) {}

  record Wide(
      long id,
      Double number,
      BigDecimal amount,
      LocalDate day,
      Instant at,
      Duration length,
      Status status,
      byte[] bytes,
      Address address,
      List<Address> list,
      Map<String, Double> map) {}

  private static final Wide WIDE =
      new Wide(
          1,
          Double.NaN,
          new BigDecimal("1.50"),
          LocalDate.of(1582, 10, 4),
          Instant.parse("2024-01-01T00:00:00.123456789Z"),
          Duration.parse("P1DT2H3M4.5S"),
          Status.PAID,
          new byte[]{1, 2},
          new Address("Porto", -0.0),
          Arrays.asList(new Address(null, 1.0), null),
          Map.of("a", 1.0));

  private static String failure(ThrowingCallable assertion) {
    Throwable thrown = catchThrowable(assertion);
    assertThat(thrown).isInstanceOf(AssertionError.class);
    return thrown.getMessage();
  }

  @Test
  void namesTheStageAndTheLineThatMadeIt(SparkKit kit) {
    Stage<Order> stage =
        kit.rows(Order.class, new Order(1, 2, "pen"), new Order(2, 0, "ink"))
            .filter(col(Order::quantity).gt(0));
    assertThat(
        failure(
            () -> assertThat(stage).keyedBy(Order::orderId).hasRows(new Order(1, 3, "pen"))))
        .isEqualTo(
            """
            rows of Order from stage 'filter Order' (StageAssertTest.java:%d): expected 1 row, found 1; 1 missing, 1 unexpected

            changed (1), only the cells that differ:
              orderId  column    expected  actual
              1        quantity  3         2

            actual rows as Java:
              new Order(1L, 2, "pen")\
            """
                .formatted(stage.node().site().line()));
  }

  @Test
  void everyKindOfValueSurvivesTheWayThroughSpark(SparkKit kit) {
    assertThat(kit.rows(Wide.class, WIDE).filter(col(Wide::id).eq(1L))).hasRows(WIDE);
  }

  @Test
  void everyKindOfValueIsSeenWhenItDiffers(SparkKit kit) {
    RowsAssert<Wide> rows = assertThat(kit.rows(Wide.class, WIDE).filter(col(Wide::id).eq(1L)));
    RecordCopy<Wide> sample = Records.with(WIDE);
    List.of(
        sample.set(Wide::number).to(0.0),
        sample.set(Wide::amount).to(new BigDecimal("1.51")),
        sample.set(Wide::day).to(LocalDate.of(1582, 10, 5)),
        sample.set(Wide::at).to(WIDE.at().plusNanos(1000)),
        sample.set(Wide::length).to(WIDE.length().plusNanos(1000)),
        sample.set(Wide::status).to(Status.OPEN),
        sample.set(Wide::bytes).to(new byte[]{1, 3}),
        sample.set(Wide::address).to(new Address("Lisboa", -0.0)),
        sample.set(Wide::address).to(null),
        sample.set(Wide::list).to(List.of(new Address(null, 1.0))),
        sample.set(Wide::map).to(Map.of("b", 1.0)),
        sample.set(Wide::map).to(null))
        .forEach(
            changed -> assertThat(failure(() -> rows.hasRows(changed.build())))
                .contains("1 missing, 1 unexpected"));
  }

  @Test
  void aNullInAPrimitiveComponentIsNoRow(SparkSession spark) {
    var dataset = spark.sql("select cast(null as bigint) orderId, 1 quantity, 'a' note");
    assertThatThrownBy(() -> assertThat(dataset, Order.class).hasCount(1))
        .hasMessageContaining("Order.orderId cannot be null");
  }

  @Test
  void aDatasetMustHaveTheColumnsOfTheRecord(SparkSession spark) {
    var right = spark.sql("select 'a' note, 1 quantity, 1L orderId");
    assertThat(right, Order.class).hasRows(new Order(1, 1, "a"));
    var wrong = spark.sql("select 1 orderId, 1 quantity, 'a' note, 2.5D price");
    assertThat(failure(() -> assertThat(wrong, Order.class).hasRows(new Order(1, 1, "a"))))
        .isEqualTo(
            """
            schema differs from Order in 2 places (- expected, + actual)

            - orderId: bigint
            + orderId: int
              quantity: int
              note: string
            + price: double\
            """);
  }

  @Test
  void sortedStagesKeepTheirOrder(SparkKit kit) {
    Stage<Order> sorted =
        kit.rows(Order.class, new Order(2, 1, "b"), new Order(1, 1, "a"), new Order(3, 1, "c"))
            .sort(Dsl.desc(Order::orderId));
    assertThat(sorted)
        .inOrder()
        .hasRows(new Order(3, 1, "c"), new Order(2, 1, "b"), new Order(1, 1, "a"));
    assertThat(
        failure(
            () -> assertThat(sorted)
                .inOrder()
                .hasRows(new Order(1, 1, "a"), new Order(2, 1, "b"), new Order(3, 1, "c"))))
        .contains("the rows are right, their order is not");
  }

  @Test
  void aStageWithoutRowsIsNotTheExpectedOne(SparkKit kit) {
    Stage<Order> none =
        kit.rows(Order.class, new Order(1, 1, "a")).filter(col(Order::quantity).gt(5));
    assertThat(none).isEmpty();
    assertThat(failure(() -> assertThat(none).hasRows(new Order(1, 1, "a"))))
        .contains("expected 1 row, found 0", "There are no rows.");
    assertThat(failure(() -> assertThat(none).containsRows(new Order(1, 1, "a"))))
        .contains("1 of 1 row missing among the 0 found");
  }

  @Test
  void comparesTwoStages(SparkKit kit) {
    CheckedStage<Order> all = kit.rows(Order.class, new Order(1, 1, "a"), new Order(2, 1, "b"));
    assertThat(all.filter(col(Order::quantity).gt(0))).hasSameRowsAs(all);
    assertThat(failure(() -> assertThat(all.filter(col(Order::orderId).gt(1))).hasSameRowsAs(all)))
        .contains("expected 2 rows, found 1; 1 missing, 0 unexpected");
  }

  @Test
  void computesTheRowsOnceForAChain(SparkKit kit) {
    AtomicInteger computed = new AtomicInteger();
    Stage<Order> counted =
        kit.rows(Order.class, new Order(1, 1, "a"))
            .transform(
                "count",
                Order.class,
                rows -> {
                  computed.incrementAndGet();
                  return rows;
                });
    assertThat(counted)
        .hasCount(1)
        .hasRows(new Order(1, 1, "a"))
        .containsRows(new Order(1, 1, "a"));
    assertThat(computed).hasValue(1);
  }

  @Test
  void rejectedRowsAndTheirReasons(SparkKit kit) {
    CheckedStage<Order> clean = clean(kit);
    assertThat(clean)
        .hasRows(new Order(1, 2, "pen"))
        .rejects(new Order(2, 0, "ink"))
        .because("positive quantity")
        .rejects(new Order(3, -1, null))
        .because("positive quantity", "has a note")
        .hasRejectedCount(2);
  }

  @Test
  void aRowThatWasNotRejected(SparkKit kit) {
    assertThat(failure(() -> assertThat(clean(kit)).rejects(new Order(2, 1, "ink"))))
        .matches(
            "(?s)stage 'valid orders'"
                + " \\(StageAssertTest.java:\\d+\\): did not reject Order\\[orderId=2, quantity=1,"
                + " note=\"ink\"\\]\n\n.*")
        .endsWith(
            """
            rejected (2):
              {"orderId":2,"quantity":0,"note":"ink"} because of 'positive quantity'
              {"orderId":3,"quantity":-1,"note":null} because of 'positive quantity', 'has a note'

            accepted (1):
              Order[orderId=1, quantity=2, note="pen"]\
            """);
  }

  @Test
  void aRowThatWasLostWithoutAReason(SparkKit kit) {
    CheckedStage<Order> filtered =
        kit.rows(Order.class, new Order(1, 2, "pen"), new Order(2, 0, "ink"))
            .filter(col(Order::quantity).gt(0))
            .clean("valid orders", c -> c.require("has a note", col(Order::note).isNotNull()));
    assertThat(failure(() -> assertThat(filtered).rejects(new Order(2, 0, "ink"))))
        .endsWith(
            """
            did not reject Order[orderId=2, quantity=0, note="ink"]

            No row was rejected.

            accepted (1):
              Order[orderId=1, quantity=2, note="pen"]\
            """);
  }

  @Test
  void aRowThatWasRejectedForOtherReasons(SparkKit kit) {
    assertThat(
        failure(
            () -> assertThat(clean(kit))
                .rejects(new Order(3, -1, null))
                .because("positive quantity")))
        .contains(
            "rejected Order[orderId=3, quantity=-1, note=null] because of 'positive quantity',"
                + " 'has a note', not of 'positive quantity'");
    assertThat(failure(() -> assertThat(clean(kit)).rejectsNothing()))
        .contains("expected 0 rejected, found 2");
  }

  @Test
  void everyKindOfValueIsRecognisedInARejectedRow(SparkKit kit) {
    Wide plain = Records.with(WIDE).set(Wide::number).to(1.5).build();
    CheckedStage<Wide> clean =
        kit.rows(Wide.class, WIDE, plain)
            .clean("none", c -> c.require("impossible", col(Wide::id).gt(5)));
    assertThat(clean).isEmpty().rejects(WIDE).and().rejects(plain).because("impossible");
    assertThat(
        failure(
            () -> assertThat(clean)
                .rejects(Records.with(plain).set(Wide::number).to(1.6).build())))
        .contains("did not reject");
  }

  @Test
  void textThatCannotBeParsedIsRejected(SparkKit kit) {
    CheckedStage<Order> orders =
        kit.allowingMalformed()
            .csv(
                Order.class,
                """
                orderId,quantity,note
                1,2,pen
                2,x,ink
                """);
    assertThat(orders)
        .hasRows(new Order(1, 2, "pen"))
        .rejectsText("2,x,ink")
        .and()
        .hasRejectedCount(1);
    assertThat(failure(() -> assertThat(orders).rejectsText("1,2,pen"))).contains("2,x,ink");
  }

  @Test
  void jsonIsParsedAsAFileWouldBe(SparkKit kit) {
    assertThat(
        kit.allowingMalformed()
            .json(
                Order.class,
                """
                    {"orderId": 1, "quantity": 2, "note": "pen"}
                    {"orderId": 2}
                    {"orderId": "3"}
                    """))
        .hasRows(new Order(1, 2, "pen"), new Order(2, null, null))
        .rejectsText("{\"orderId\": \"3\"}");
  }

  @Test
  void stagesOfOneKitCanBeJoined(SparkKit kit) {
    Stage<Order> left = kit.rows(Order.class, new Order(1, 2, "pen"), new Order(2, 2, "ink"));
    Stage<Count> right = kit.csv(Count.class, "quantity,rows\n2,7\n");
    assertThat(
        left.join(right)
            .on(Order::quantity).equalTo(Count::quantity)
            .select((l, r) -> row(Count::new).of(l.col(Order::quantity), r.col(Count::rows))))
        .hasRows(new Count(2, 7), new Count(2, 7));
  }

  private static CheckedStage<Order> clean(SparkKit kit) {
    return kit.rows(
        Order.class, new Order(1, 2, "pen"), new Order(2, 0, "ink"), new Order(3, -1, null))
        .clean("valid orders", c -> c
            .require("positive quantity", col(Order::quantity).gt(0))
            .require("has a note", col(Order::note).isNotNull()));
  }

  @Test
  void anOrderThatNobodyAskedForIsNone(SparkKit kit) {
    CheckedStage<Order> rows = kit.rows(Order.class, new Order(1, 1, "a"), new Order(2, 1, "b"));
    Stage<Order> joined =
        rows.sort(Dsl.asc(Order::orderId))
            .semiJoin(rows)
            .on(Order::orderId).equalTo(Order::orderId);
    for (Stage<Order> unsorted : List.of(rows, rows.distinct(), joined)) {
      assertThat(
          failure(
              () -> assertThat(unsorted)
                  .inOrder()
                  .hasRows(new Order(1, 1, "a"), new Order(2, 1, "b"))))
          .contains("the rows are not sorted");
      assertThat(failure(() -> assertThat(unsorted).inOrder().containsRows(new Order(1, 1, "a"))))
          .contains("the rows are not sorted");
    }
    assertThat(rows.toDataset(kit.spark()).sortWithinPartitions("orderId"), Order.class)
        .hasCount(2);
    assertThat(
        failure(
            () -> assertThat(
                rows.toDataset(kit.spark()).sortWithinPartitions("orderId"),
                Order.class)
                .inOrder()
                .hasRows(new Order(1, 1, "a"), new Order(2, 1, "b"))))
        .contains("the rows are not sorted");
  }

  @Test
  void anOrderLastsThroughFiltersSelectsAndLimits(SparkKit kit) {
    Stage<Order> sorted =
        kit.rows(Order.class, new Order(1, 1, "a"), new Order(2, 1, "b"), new Order(3, 0, "c"))
            .sort(Dsl.desc(Order::orderId));
    assertThat(sorted.filter(col(Order::quantity).gt(0)).limit(2))
        .inOrder()
        .hasRows(new Order(2, 1, "b"), new Order(1, 1, "a"));
    assertThat(sorted.toDataset(kit.spark()).orderBy("note"), Order.class)
        .inOrder()
        .hasRows(new Order(1, 1, "a"), new Order(2, 1, "b"), new Order(3, 0, "c"));
  }

  @Test
  void twoStagesWithoutRowsAreNotShownToBeTheSame(SparkKit kit) {
    Stage<Order> none =
        kit.rows(Order.class, new Order(1, 1, "a")).filter(col(Order::quantity).gt(5));
    assertThat(failure(() -> assertThat(none).hasSameRowsAs(none.distinct())))
        .contains("neither has a row");
  }

  @Test
  void aRowThatWasRejectedOnceIsNotRejectedTwice(SparkKit kit) {
    Order ink = new Order(2, 0, "ink");
    assertThat(
        failure(
            () -> assertThat(clean(kit)).rejects(ink).because("positive quantity").rejects(ink)))
        .contains("rejected Order[orderId=2, quantity=0, note=\"ink\"] 1 times, not 2");
    CheckedStage<Order> twice =
        kit.rows(Order.class, ink, ink)
            .clean("valid", c -> c.require("positive", col(Order::quantity).gt(0)));
    assertThat(twice).rejects(ink).and().rejects(ink);
    assertThat(failure(() -> assertThat(twice).rejects(ink).and().rejects(ink).and().rejects(ink)))
        .contains("2 times, not 3");
  }

  record Lengths(Duration length) {}

  @Test
  void aLengthOfTimeBelowZeroIsItself(SparkKit kit) {
    for (long nanos : List.of(-1500L, -1L, -999_999_999L, -1_000_000_500L, 1500L)) {
      Lengths row = new Lengths(Duration.ofNanos(nanos));
      assertThat(kit.rows(Lengths.class, row)).hasRows(row);
      assertThat(
          kit.rows(Lengths.class, row)
              .clean("none", c -> c.require("known", col(Lengths::length).isNull())))
          .rejects(row);
    }
  }
}
