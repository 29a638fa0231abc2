package dev.sluice.testkit;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.record.Precision;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.apache.spark.sql.SparkSession;

/** Random records: they go through Spark and come back as they were. */
@SparkProperties
@PropertyDefaults(tries = 20)
class RecordArbitraryTest {

  enum Color {
    RED,
    GREEN
  }

  record Point(int x, Double y) {}

  record Everything(
      boolean flag,
      byte small,
      Short shorter,
      int number,
      Long longer,
      float single,
      Double real,
      String text,
      @Precision(value = 12, scale = 2) BigDecimal amount,
      LocalDate day,
      Instant at,
      LocalDateTime local,
      Duration length,
      Color color,
      byte[] bytes,
      Point point,
      List<Point> points,
      Map<String, Integer> counts) {}

  record Small(Integer quantity, String note, double price) {}

  @Provide
  Arbitrary<List<Everything>> everything() {
    return RecordArbitrary.of(Everything.class).list().ofMaxSize(5);
  }

  @Provide
  Arbitrary<Small> limited() {
    return RecordArbitrary.of(Small.class)
        .set(Small::quantity).to(Arbitraries.integers().between(1, 5))
        .withoutNulls();
  }

  @Property
  void survivesTheWayThroughSpark(@ForAll("everything") List<Everything> rows, SparkKit kit) {
    assertThat(kit.rows(Everything.class, rows), kit.spark())
        .distinguishingNegativeZero()
        .hasRows(rows);
  }

  @Example
  void holdsWhatTestsForget() {
    List<Small> rows = RecordArbitrary.of(Small.class).sampleStream().limit(2000).toList();
    assertThat(rows).anySatisfy(row -> assertThat(row.quantity()).isNull());
    assertThat(rows).anySatisfy(row -> assertThat(row.quantity()).isNotNull());
    assertThat(rows).anySatisfy(row -> assertThat(row.note()).isNull());
    assertThat(rows).anySatisfy(row -> assertThat(row.note()).isEqualTo(""));
    assertThat(rows)
        .anyMatch(row -> row.note() != null && row.note().codePoints().anyMatch(c -> c > 127));
    assertThat(rows.stream().map(Small::price))
        .contains(Double.NaN, -0.0, Double.NEGATIVE_INFINITY, Double.MIN_VALUE);
  }

  @Example
  void getsTheSession(SparkSession spark, SparkKit kit) {
    assertThat(kit.spark()).isSameAs(spark);
    assertThat(spark.conf().get("spark.sql.session.timeZone")).isEqualTo("UTC");
  }

  @Property
  void takesTheValuesThatAreSet(@ForAll("limited") Small row) {
    assertThat(row.quantity()).isBetween(1, 5);
    assertThat(row.note()).isNotNull();
  }
}
