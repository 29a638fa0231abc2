package dev.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.connect.BatchSink;
import dev.sluice.io.file.Files;
import dev.sluice.io.file.FormatFiles;
import dev.sluice.io.table.Tables;
import dev.sluice.spark.rows.RecordRows;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** ORC moves points in time between JVMs of different zones, so it holds them in UTC alone. */
@SparkTest
class OrcTimesTest {

  record Event(int id, Instant at) {}

  record Deep(int id, List<Event> events) {}

  record Local(int id, LocalDate day, LocalDateTime time) {}

  record Days(LocalDate day, List<LocalDate> days, Map<Integer, LocalDate> byId, Day nested) {}

  record Day(LocalDate day) {}

  private static final LocalDate DAY = LocalDate.of(2024, 3, 31);

  private final TimeZone zone = TimeZone.getDefault();

  private SparkSession spark;
  private String path;

  @BeforeEach
  void takes(SparkKit kit) {
    spark = kit.spark();
    path = kit.path("files");
    jvmIn("UTC");
  }

  @AfterEach
  void putsTheZoneBack() {
    TimeZone.setDefault(zone);
  }

  private static void jvmIn(String zone) {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
  }

  @Test
  void aJvmOfAnotherZoneThanUtcNeitherWritesNorReadsInstants() {
    FormatFiles<Event> files = Files.orc(Event.class, path);
    files
        .overwrite()
        .write(RecordRows.dataset(spark, List.of(new Event(1, Instant.EPOCH)), Event.class));
    assertThat(files.check(spark)).isEmpty();
    assertThat(files.overwrite().check(spark)).isEmpty();

    jvmIn("Europe/London");

    assertThat(files.check(spark))
        .singleElement()
        .asString()
        .contains("Event.at holds an Instant", "this JVM's is Europe/London", "use Parquet");
    assertThat(files.overwrite().check(spark)).singleElement().asString().contains("Event.at");
    assertThatThrownBy(() -> files.read(spark)).hasMessageContaining("Event.at");
  }

  @Test
  void instantsInsideOfListsAndInTablesOfOrcAreFound() {
    jvmIn("Asia/Tokyo");

    assertThat(Files.orc(Deep.class, path).append().check(spark))
        .singleElement()
        .asString()
        .contains("Deep.events holds an Instant");
    assertThat(Tables.table(Event.class, "events").append().format("orc").check(spark)).hasSize(1);
  }

  @Test
  void datesDirectoriesAndOtherFormatsAreNotConcerned() {
    jvmIn("Asia/Tokyo");

    assertThat(Files.orc(Local.class, path).append().check(spark)).isEmpty();
    assertThat(Files.orc(Event.class, path).append().partitionBy(Event::at).check(spark)).isEmpty();
    assertThat(Files.parquet(Event.class, path).append().check(spark)).isEmpty();
  }

  @Test
  void aLocalTimeIsTheSameInEveryZone() {
    Local local = new Local(1, LocalDate.of(2024, 3, 31), LocalDateTime.of(2024, 3, 31, 2, 30));
    Files.orc(Local.class, path)
        .overwrite()
        .write(RecordRows.dataset(spark, List.of(local), Local.class));
    jvmIn("America/New_York");

    assertThat(RecordRows.collect(Files.orc(Local.class, path).read(spark), Local.class))
        .containsExactly(local);
  }

  @Test
  void aDayThatOrcDoesNotKnowFailsTheRunAtEveryDepth() {
    LocalDate lost = LocalDate.of(1582, 10, 10);
    for (Days days : List.of(
        new Days(lost, null, null, null),
        new Days(null, List.of(DAY, lost), null, null),
        new Days(null, null, Map.of(1, lost), null),
        new Days(null, null, null, new Day(lost)))) {
      for (FormatFiles<Days> files : List.of(Files.orc(Days.class, path),
          Files.format("ORC", Days.class, path))) {
        assertThatThrownBy(() -> writeDays(files.overwrite(), days))
            .hasStackTraceContaining("has a day between 1582-10-05 and 1582-10-14");
      }
      assertThatThrownBy(
          () -> writeDays(Tables.table(Days.class, "days").errorIfExists().format("orc"), days))
          .hasStackTraceContaining("has a day between 1582-10-05 and 1582-10-14");
    }
  }

  @Test
  void theDaysBesideThemAreKept() {
    Days before = new Days(LocalDate.of(1582, 10, 4), List.of(), Map.of(), null);
    Days after = new Days(LocalDate.of(1582, 10, 15), null, null, new Day(null));

    writeDays(Files.orc(Days.class, path).overwrite(), before, after);

    assertThat(RecordRows.collect(Files.orc(Days.class, path).read(spark), Days.class))
        .containsExactlyInAnyOrder(before, after);
  }

  private void writeDays(BatchSink<Days> sink, Days... days) {
    sink.write(RecordRows.dataset(spark, List.of(days), Days.class));
  }
}
