package dev.sluice.testkit;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.spark.rows.RecordValueException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** A record's own code does not hide what Spark has. */
@SparkTest
class UnchangedRowsTest {

  record Trimmed(String name) {
    Trimmed {
      name = name == null ? "" : name.strip();
    }
  }

  record Rounded(double price) {
    @Override
    public double price() {
      return Math.round(price * 100) / 100.0;
    }
  }

  record Scaled(BigDecimal amount) {
    Scaled {
      amount = amount.setScale(2, RoundingMode.UNNECESSARY);
    }
  }

  record Nested(Trimmed inner, List<Trimmed> list, Map<String, Trimmed> map) {}

  record Copied(List<String> list, byte[] bytes) {
    Copied {
      list = List.copyOf(list);
      bytes = bytes.clone();
    }
  }

  record Plain(String name) {}

  private final SparkSession spark;

  UnchangedRowsTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void aConstructorThatTrimsHidesNothing() {
    Dataset<Row> rows = spark.sql("select ' pen' name");

    assertThatThrownBy(() -> assertThat(rows, Trimmed.class).hasRows(new Trimmed("pen")))
        .isInstanceOf(RecordValueException.class)
        .hasMessageContaining("Trimmed.name: the row has \" pen\"")
        .hasMessageContaining("makes \"pen\" of it");
  }

  @Test
  void aStageIsLookedAtAsWell(SparkKit kit) {
    var trimmed =
        kit.rows(Plain.class, new Plain("pen "))
            .transform("as trimmed", Trimmed.class, rows -> rows);

    assertThatThrownBy(() -> assertThat(trimmed).hasCount(1)).hasMessageContaining("\"pen \"");
    assertThat(trimmed.toDataset(spark), Plain.class).hasRows(new Plain("pen "));
  }

  @Test
  void aDefaultForNullIsAChange() {
    assertThatThrownBy(
        () -> assertThat(spark.sql("select cast(null as string) name"), Trimmed.class)
            .hasRows(new Trimmed(null)))
        .hasMessageContaining("the row has null");
  }

  @Test
  void anAccessorThatRoundsHidesNothing() {
    assertThatThrownBy(
        () -> assertThat(spark.sql("select 1.004D price"), Rounded.class).hasCount(1))
        .hasMessageContaining("Rounded.price: the row has 1.004")
        .hasMessageContaining("makes 1.0 of it");
  }

  @Test
  void recordsInRecordsListsAndMapsAreLookedAt() {
    String good = "named_struct('name', 'a')";
    String bad = "named_struct('name', ' a')";
    for (String rows : List.of(
        "%2$s inner, array(%1$s) list, map('k', %1$s) map",
        "%1$s inner, array(%1$s, %2$s) list, map('k', %1$s) map",
        "%1$s inner, array(%1$s) list, map('k', %2$s) map")) {
      Dataset<Row> dataset = spark.sql("select " + rows.formatted(good, bad));
      assertThatThrownBy(() -> assertThat(dataset, Nested.class).hasCount(1))
          .hasMessageContaining("the record's own constructor or accessor");
    }
  }

  @Test
  void copiesAndOtherScalesAreNoChange() {
    assertThat(spark.sql("select array('a') list, X'01' bytes"), Copied.class)
        .hasRows(new Copied(List.of("a"), new byte[]{1}));
    assertThat(spark.sql("select cast(1.5 as decimal(38,18)) amount"), Scaled.class)
        .hasRows(new Scaled(new BigDecimal("1.5")));
  }

  @Test
  void aRowThatIsAsTheRecordWouldMakeItPasses() {
    assertThat(spark.sql("select 'pen' name"), Trimmed.class).hasRows(new Trimmed("pen"));
  }
}
