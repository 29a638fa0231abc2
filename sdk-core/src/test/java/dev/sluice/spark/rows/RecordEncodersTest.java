package dev.sluice.spark.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.record.ColumnName;
import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;
import dev.sluice.record.Precision;
import dev.sluice.record.RecordType;
import dev.sluice.spark.compile.TestSpark;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.ReduceFunction;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("smoke")
class RecordEncodersTest {

  private final SparkSession spark = TestSpark.session();

  private <T> Dataset<T> dataset(List<T> records, Class<T> type) {
    return spark.createDataset(records, RecordEncoders.of(type));
  }

  private <T> List<T> roundTrip(Class<T> type, List<T> records) {
    return dataset(records, type)
        .filter((FilterFunction<T>) record -> true)
        .map((MapFunction<T, T>) record -> record, RecordEncoders.of(type))
        .collectAsList();
  }

  record Primitives(boolean a, byte b, short c, int d, long e, float f, double g) {}

  record Boxes(Boolean a, Byte b, Short c, Integer d, Long e, Float f, Double g) {}

  @Test
  void keepsPrimitives() {
    var extremes =
        List.of(
            new Primitives(true, Byte.MIN_VALUE, Short.MAX_VALUE, -1, Long.MIN_VALUE, 1.5f, -0.1),
            new Primitives(false, (byte) 0, (short) 0, 0, 0, Float.NaN, Double.MAX_VALUE));

    assertThat(roundTrip(Primitives.class, extremes)).isEqualTo(extremes);
  }

  @Test
  void keepsBoxesAndTheirNulls() {
    var boxes =
        List.of(
            new Boxes(true, (byte) 1, (short) 2, 3, 4L, 5f, 6d),
            new Boxes(null, null, null, null, null, null, null));

    assertThat(roundTrip(Boxes.class, boxes)).isEqualTo(boxes);
  }

  enum Status {
    OPEN,
    PAID {
      @Override
      boolean closed() {
        return true;
      }
    };

    boolean closed() {
      return false;
    }
  }

  record Values(
      String text,
      BigDecimal decimal,
      @Precision(value = 8, scale = 2) BigDecimal money,
      LocalDate date,
      Instant at,
      LocalDateTime local,
      Duration took,
      Status status) {}

  @Test
  void keepsTextsDecimalsTimesAndEnums() {
    var values =
        List.of(
            new Values(
                "žluťoučký \n kůň",
                new BigDecimal("12345678901234567890.123456789012345678"),
                new BigDecimal("-123456.78"),
                LocalDate.of(1582, 10, 4),
                Instant.parse("2024-02-29T23:59:59.123456Z"),
                LocalDateTime.parse("2024-03-31T02:30:00"),
                Duration.ofHours(-30).plusNanos(1000),
                Status.PAID),
            new Values(null, null, null, null, null, null, null, null));

    assertThat(roundTrip(Values.class, values)).isEqualTo(values);
  }

  record Money(@Precision(value = 5, scale = 2) BigDecimal amount) {}

  @Test
  void refusesADecimalThatItsColumnWouldRound() {
    var tooFine = List.of(new Money(new BigDecimal("1.005")));

    assertThatThrownBy(() -> roundTrip(Money.class, tooFine))
        .rootCause()
        .hasMessage(
            "Money.amount: 1.005 does not fit DECIMAL(5,2), which keeps 3 digits before and 2 after"
                + " the point: round it with setScale(2, RoundingMode.HALF_UP), or declare a larger"
                + " @Precision");
  }

  @Test
  void refusesADecimalWithMoreDigitsThanItsColumnHas() {
    var tooLarge = List.of(new Money(new BigDecimal("1000.00")));

    assertThatThrownBy(() -> roundTrip(Money.class, tooLarge))
        .rootCause()
        .hasMessage(
            "Money.amount: 1000.00 does not fit DECIMAL(5,2), which keeps 3 digits before and 2"
                + " after the point: declare a larger @Precision");
  }

  @Test
  void doesNotCountZerosBehindThePoint() {
    assertThat(roundTrip(Money.class, List.of(new Money(new BigDecimal("1.50000")))))
        .containsExactly(new Money(new BigDecimal("1.50")));
  }

  record Blob(byte[] bytes, List<byte[]> parts) {}

  @Test
  void keepsBytes() {
    Blob blob = new Blob(new byte[]{1, -1}, List.of(new byte[]{2}, new byte[]{}));

    Blob read = roundTrip(Blob.class, List.of(blob)).get(0);

    assertThat(read.bytes()).containsExactly(1, -1);
    assertThat(read.parts()).containsExactly(new byte[]{2}, new byte[]{});
  }

  record Point(int x, Integer y) {}

  record Shape(String name, Point origin, List<Point> points, Map<String, Point> named) {}

  record Nested(List<Shape> shapes, List<List<Status>> grid, Map<Status, List<Integer>> byStatus) {}

  @Test
  void keepsRecordsListsAndMapsInOneAnother() {
    Map<String, Point> named = new HashMap<>();
    named.put("end", new Point(5, null));
    named.put("none", null);
    var shapes =
        List.of(
            new Shape("full", new Point(1, 2), Arrays.asList(new Point(3, null), null), named),
            new Shape("empty", new Point(0, 0), List.of(), Map.of()),
            new Shape(null, null, null, null));
    var nested =
        List.of(
            new Nested(
                shapes,
                List.of(List.of(Status.OPEN), List.of()),
                Map.of(Status.PAID, Arrays.asList(1, null))),
            new Nested(Collections.singletonList(null), null, null));

    assertThat(roundTrip(Nested.class, nested)).isEqualTo(nested);
  }

  private record Hidden(int id, String name) {}

  @Test
  void worksForPrivateRecords() {
    var hidden = List.of(new Hidden(1, "a"));

    assertThat(roundTrip(Hidden.class, hidden)).isEqualTo(hidden);
  }

  @Test
  void worksForLocalRecords() {
    record Local(int id, List<Hidden> children) {}
    var local = List.of(new Local(1, List.of(new Hidden(2, "b"))));

    assertThat(roundTrip(Local.class, local)).isEqualTo(local);
  }

  public record Checked(int id) {
    public Checked {
      if (id < 0) {
        throw new IllegalArgumentException("id is negative");
      }
    }
  }

  @Test
  void callsTheCanonicalConstructor() {
    Dataset<Row> rows = spark.sql("SELECT -1 AS id");

    assertThatThrownBy(() -> RecordRows.collect(rows, Checked.class))
        .hasRootCauseInstanceOf(IllegalArgumentException.class)
        .hasRootCauseMessage("id is negative");
  }

  @ColumnNaming(NamingStrategy.SNAKE_CASE)
  record Visit(long visitId, @ColumnName("a.b `c`") int odd, Inner innerPart) {}

  @ColumnNaming(NamingStrategy.UPPER_SNAKE_CASE)
  record Inner(int someValue) {}

  @Test
  void readsAndWritesTheColumnsOfTheNames() {
    var visits = List.of(new Visit(1, 2, new Inner(3)));
    Dataset<Visit> dataset = dataset(visits, Visit.class);

    assertThat(dataset.schema().sql())
        .isEqualTo(RecordSchemas.of(RecordType.of(Visit.class)).sql())
        .contains("visit_id", "SOME_VALUE");
    assertThat(roundTrip(Visit.class, visits)).isEqualTo(visits);
  }

  @Test
  void findsColumnsByNameAtEveryDepth() {
    Dataset<Row> rows =
        spark.sql(
            """
            SELECT 'extra' AS extra,
              map('k', named_struct('y', 2, 'x', 1)) AS named,
              array(named_struct('y', 4, 'extra', 0, 'x', 3)) AS points,
              named_struct('y', 6, 'x', 5) AS origin,
              'n' AS name
            """);

    assertThat(RecordRows.collect(rows, Shape.class))
        .containsExactly(
            new Shape(
                "n", new Point(5, 6), List.of(new Point(3, 4)), Map.of("k", new Point(1, 2))));
  }

  record Wide(long id, double ratio, List<Long> counts) {}

  @Test
  void widensNarrowerColumns() {
    Dataset<Row> rows = spark.sql("SELECT 1 AS id, 1.5f AS ratio, array(1Y) AS counts");

    assertThat(RecordRows.collect(rows, Wide.class)).containsExactly(new Wide(1, 1.5, List.of(1L)));
  }

  @Test
  void refusesWiderColumnsBeforeAnyRowIsRead() {
    Dataset<Row> rows = spark.sql("SELECT 1L AS x, 1 AS y");

    assertThatThrownBy(() -> rows.as(RecordEncoders.of(Point.class)))
        .isInstanceOf(AnalysisException.class)
        .hasMessageContaining("from \"BIGINT\" to \"INT\"");
  }

  @Test
  void refusesAMissingColumnBeforeAnyRowIsRead() {
    Dataset<Row> rows = spark.sql("SELECT 1 AS x");

    assertThatThrownBy(() -> rows.as(RecordEncoders.of(Point.class)))
        .isInstanceOf(AnalysisException.class)
        .hasMessageContaining("`y`");
  }

  @Test
  void namesTheComponentOfANullForAPrimitive() {
    Dataset<Row> rows = spark.sql("SELECT CAST(NULL AS INT) AS x, 1 AS y");

    assertThatThrownBy(() -> RecordRows.collect(rows, Point.class))
        .isInstanceOf(RecordValueException.class)
        .hasMessage(
            "Point.x cannot be null, but column \"x\" is NULL in a row. Give the component the"
                + " boxed type of int, or replace the NULL before");
  }

  record Positive(int number, String label) {
    Positive {
      if (number < 1) {
        throw new IllegalArgumentException("not positive");
      }
    }
  }

  record Holder(String name, Positive inner) {}

  @Test
  void namesTheRecordAndTheRowThatItsConstructorRefuses() {
    assertThatThrownBy(
        () -> RecordRows.collect(spark.sql("SELECT -7 AS number, 'a' AS label"), Positive.class))
        .isInstanceOf(RecordValueException.class)
        .hasMessage(
            "the constructor of Positive refused the row [number=-7, label=a]:"
                + " java.lang.IllegalArgumentException: not positive")
        .hasCauseInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
        () -> RecordRows.collect(
            spark.sql(
                "SELECT 'h' AS name,"
                    + " named_struct('number', 0, 'label', repeat('x', 500)) AS inner"),
            Holder.class))
        .hasMessageContaining("the constructor of Positive refused the row [number=0, label=xxx")
        .hasMessageContaining("…]");
  }

  @Test
  void namesTheComponentOfANullDeepInsideARow() {
    Dataset<Row> rows =
        spark.sql(
            """
            SELECT 's' AS name, named_struct('x', 1, 'y', 1) AS origin,
              array(named_struct('x', CAST(NULL AS INT), 'y', 1)) AS points,
              CAST(NULL AS MAP<STRING, STRUCT<x: INT, y: INT>>) AS named
            """);

    assertThatThrownBy(() -> RecordRows.collect(rows, Shape.class))
        .isInstanceOf(RecordValueException.class)
        .hasMessageStartingWith("Point.x cannot be null");
  }

  @Test
  void namesTheComponentOfANullAlsoInsideATask() {
    Dataset<Point> points =
        spark.sql("SELECT CAST(NULL AS INT) AS x, 1 AS y").as(RecordEncoders.of(Point.class));

    assertThatThrownBy(
        () -> points.repartition(2).filter((FilterFunction<Point>) p -> p.x() > 0).count())
        .hasStackTraceContaining("Point.x cannot be null");
  }

  record Invoice(int id, Status status) {}

  @Test
  void namesTheTextThatIsNoConstant() {
    Dataset<Row> rows = spark.sql("SELECT 1 AS id, 'LOST' AS status");

    assertThatThrownBy(() -> RecordRows.collect(rows, Invoice.class))
        .isInstanceOf(RecordValueException.class)
        .hasMessageStartingWith(
            "Invoice.status: \"LOST\" is not a constant of Status, which has [OPEN, PAID]");
  }

  record Unusable(Object anything) {}

  @Test
  void refusesARecordWithProblems() {
    assertThatThrownBy(() -> RecordEncoders.of(Unusable.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Unusable.anything: java.lang.Object cannot be a column");
  }

  @Test
  void anEmptyListGivesADatasetOfTheRecordsSchema() {
    assertThat(RecordRows.dataset(spark, List.of(), Point.class).schema().toDDL())
        .isEqualTo("x INT NOT NULL,y INT");
  }

  @Test
  void joinsAndGroupsAsATypedDataset() {
    var points = dataset(List.of(new Point(1, 1), new Point(2, 2)), Point.class);
    var hidden = dataset(List.of(new Hidden(1, "a")), Hidden.class);

    var joined =
        points
            .joinWith(hidden, points.col("x").equalTo(hidden.col("id")), "left")
            .orderBy("_1.x")
            .collectAsList();
    var reduced =
        points
            .groupByKey((MapFunction<Point, Integer>) p -> p.x() % 1, Encoders.INT())
            .reduceGroups((ReduceFunction<Point>) (a, b) -> new Point(a.x() + b.x(), 0))
            .collectAsList();

    assertThat(joined.get(0)._2()).isEqualTo(new Hidden(1, "a"));
    assertThat(joined.get(1)._2()).isNull();
    assertThat(reduced.get(0)._2().x()).isEqualTo(3);
  }

  record Trail(List<Point> points) {}

  /** Puts the points of many rows into one record: a record is input, buffer and output. */
  static final class Collected extends Aggregator<Point, Trail, Trail> {
    private static final long serialVersionUID = 1L;

    @Override
    public Trail zero() {
      return new Trail(List.of());
    }

    @Override
    public Trail reduce(Trail trail, Point point) {
      return merge(trail, new Trail(List.of(point)));
    }

    @Override
    public Trail merge(Trail left, Trail right) {
      return new Trail(
          Stream.of(left, right).map(Trail::points).flatMap(List::stream).sorted(BY_X).toList());
    }

    @Override
    public Trail finish(Trail trail) {
      return trail;
    }

    @Override
    public Encoder<Trail> bufferEncoder() {
      return RecordEncoders.of(Trail.class);
    }

    @Override
    public Encoder<Trail> outputEncoder() {
      return RecordEncoders.of(Trail.class);
    }
  }

  private static final Comparator<Point> BY_X = Comparator.comparingInt(Point::x);

  @Test
  void servesAnAggregatorThatTravelsToExecutors() {
    var points = dataset(List.of(new Point(2, 1), new Point(1, 2)), Point.class);
    var collected = functions.udaf(new Collected(), RecordEncoders.of(Point.class));

    var trail =
        points
            .repartition(2)
            .agg(collected.apply(points.col("x"), points.col("y")).as("trail"))
            .select("trail.*");

    assertThat(RecordRows.collect(trail, Trail.class))
        .containsExactly(new Trail(List.of(new Point(1, 2), new Point(2, 1))));
  }

  @Test
  void aRecordBecomesARowOfItsSchema() {
    Row row = RecordRows.row(new Invoice(7, Status.PAID));

    assertThat(row.<Integer>getAs("id")).isEqualTo(7);
    assertThat(row.<String>getAs("status")).isEqualTo("PAID");
    assertThat(
        spark
            .createDataFrame(List.of(row), RecordSchemas.of(RecordType.of(Invoice.class)))
            .as(RecordEncoders.of(Invoice.class))
            .collectAsList())
        .containsExactly(new Invoice(7, Status.PAID));
  }
}
