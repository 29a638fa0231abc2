package dev.sluice.stages;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.connect.Delivery;
import dev.sluice.connect.Epoch;
import dev.sluice.connect.EpochSink;
import dev.sluice.connect.Written;
import dev.sluice.spark.rows.RecordRows;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/**
 * What every sink does that delivers exactly once, each test with a target of its own. A process
 * that goes on after a failure has a new sink of the same description. A sink that is slow shows the
 * same in one test, and in all of them with {@code -Dsluice.epochs.detailed=true}.
 */
abstract class EpochSinkContract {

  /** A row, as each target can hold it; {@code part} is for partitions. */
  record Item(long id, int part, String text, long version) {}

  static final String STREAM = "shop/items";

  private static final Item FIRST = new Item(1, 1, "one", 1);
  private static final Item SECOND = new Item(2, 2, "two", 1);
  private static final Item THIRD = new Item(3, 1, "three", 1);

  abstract SparkSession spark();

  /** A sink of the target of this test. */
  abstract EpochSink<Item> sink();

  /** What readers of the target see. */
  abstract List<Item> there();

  /** Whether a failed epoch leaves nothing that readers see. */
  boolean isWhole() {
    return true;
  }

  /** Whether the last epoch of a stream can be told. */
  boolean tellsLastEpoch() {
    return true;
  }

  /** Whether a row takes the place of that of its key. */
  abstract boolean isKeyed();

  /** Whether each write takes long. */
  boolean isSlow() {
    return false;
  }

  private void inDetail() {
    assumeTrue(
        !isSlow() || Boolean.getBoolean("sluice.epochs.detailed"), "shown by the short form");
  }

  final Written write(String stream, long epoch, Item... items) {
    return sink().write(rows(items), new Epoch(stream, epoch));
  }

  final Dataset<Row> rows(Item... items) {
    return RecordRows.dataset(spark(), List.of(items), Item.class);
  }

  /** Rows of which one, the last of its partition, cannot be computed. */
  final Dataset<Row> failing(Item... items) {
    Column broken = raise_error(lit("a row is broken")).cast("string");
    return rows(items)
        .coalesce(1)
        .withColumn("text", when(col("id").equalTo(THIRD.id()), broken).otherwise(col("text")));
  }

  @Test
  void anEpochIsThereOnceHoweverOftenItIsWritten() {
    inDetail();
    write(STREAM, 0, FIRST, SECOND);
    write(STREAM, 0, FIRST, SECOND);
    write(STREAM, 0, FIRST, SECOND);

    assertThat(there()).containsExactlyInAnyOrder(FIRST, SECOND);
  }

  @Test
  void epochsThatFollowEachOtherAreAllThere() {
    inDetail();
    write(STREAM, 0, FIRST);
    write(STREAM, 1, SECOND);
    write(STREAM, 2, THIRD);

    assertThat(there()).containsExactlyInAnyOrder(FIRST, SECOND, THIRD);
  }

  @Test
  void anEpochThatFailedIsMendedByItsRepetition() {
    inDetail();
    write(STREAM, 0, FIRST);
    assertThatThrownBy(
        () -> sink().write(failing(SECOND, THIRD), new Epoch(STREAM, 1)))
        .hasStackTraceContaining("a row is broken");
    if (isWhole()) {
      assertThat(there()).containsExactly(FIRST);
    }

    write(STREAM, 1, SECOND, THIRD);

    assertThat(there()).containsExactlyInAnyOrder(FIRST, SECOND, THIRD);
  }

  @Test
  void streamsIntoOneTargetDoNotDisturbEachOther() {
    inDetail();
    write("shop/a", 0, FIRST);
    write("shop/b", 0, SECOND);
    write("shop/a", 1, THIRD);
    write("shop/b", 0, SECOND);

    assertThat(there()).containsExactlyInAnyOrder(FIRST, SECOND, THIRD);
  }

  @Test
  void anOldEpochThatComesLateUndoesNoNewerRow() {
    inDetail();
    Item newer = new Item(FIRST.id(), FIRST.part(), "newer", 2);
    write(STREAM, 0, FIRST);
    write(STREAM, 1, newer);
    write(STREAM, 0, FIRST);

    if (isKeyed()) {
      assertThat(there()).containsExactly(newer);
    } else {
      assertThat(there()).containsExactlyInAnyOrder(FIRST, newer);
    }
  }

  @Test
  void anEpochWithoutRowsIsOneToo() {
    inDetail();
    write(STREAM, 0);
    write(STREAM, 1, FIRST);
    write(STREAM, 2);
    write(STREAM, 2);

    assertThat(there()).containsExactly(FIRST);
  }

  @Test
  void theTargetTellsTheLastEpochOfEachStream() {
    inDetail();
    assertThat(sink().lastEpoch(spark(), STREAM)).isEmpty();

    write(STREAM, 3, FIRST);
    write("another", 9, SECOND);

    if (tellsLastEpoch()) {
      assertThat(sink().lastEpoch(spark(), STREAM)).hasValue(3);
    } else {
      assertThat(sink().lastEpoch(spark(), STREAM)).isEmpty();
    }
  }

  @Test
  void nothingKeepsItFromTakingAStreamExactlyOnce() {
    inDetail();
    assertThat(sink().delivery()).isEqualTo(Delivery.EXACTLY_ONCE);
    assertThat(sink().streamProblems()).isEmpty();
    assertThat(sink().checkStream(spark())).isEmpty();
  }

  @Test
  void inShortAStreamThatFailsNowAndThenIsThereOnce() {
    assumeTrue(isSlow(), "shown in detail");
    Item newer = new Item(FIRST.id(), FIRST.part(), "newer", 2);
    write(STREAM, 0, FIRST);
    write(STREAM, 0, FIRST);
    assertThatThrownBy(() -> sink().write(failing(newer, THIRD), new Epoch(STREAM, 1)))
        .hasStackTraceContaining("a row is broken");
    assertThat(there()).containsExactly(FIRST);
    write(STREAM, 1, newer, THIRD);
    write(STREAM, 0, FIRST);
    write("shop/b", 0, SECOND);

    assertThat(there())
        .filteredOn(item -> !item.equals(FIRST))
        .containsExactlyInAnyOrder(newer, SECOND, THIRD);
    assertThat(there()).filteredOn(FIRST::equals).hasSize(isKeyed() ? 0 : 1);
    assertThat(sink().lastEpoch(spark(), STREAM)).hasValue(1);
    assertThat(sink().checkStream(spark())).isEmpty();
  }
}
