package dev.sluice.stages;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.over;
import static dev.sluice.Dsl.partitionBy;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.set;
import static dev.sluice.Dsl.sum;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.CheckedStage;
import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.connect.BatchSink;
import dev.sluice.io.file.FileSource;
import dev.sluice.io.file.Files;
import dev.sluice.io.format.Formats;
import dev.sluice.io.memory.Datasets;
import dev.sluice.io.memory.InMemory;
import dev.sluice.record.ColumnName;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns may have names that are syntax in SQL. */
@SparkTest
class OddColumnNamesTest {

  record Odd(
      @ColumnName("a`b") int id,
      @ColumnName("c.d") String text,
      @ColumnName("e f") Double amount,
      @ColumnName("`") LocalDate day) {}

  record Holder(int id, List<Odd> odd) {}

  record Blank(@ColumnName("c.d") String text, @ColumnName("e f") Double amount) {}

  private static final Odd ONE = new Odd(1, "x", 2.5, LocalDate.of(2026, 1, 2));
  private static final Odd TWO = new Odd(2, "y", null, LocalDate.of(2026, 1, 3));

  private final SparkKit kit;

  @TempDir
  private Path directory;

  OddColumnNamesTest(SparkKit kit) {
    this.kit = kit;
  }

  private void write(BatchSink<Odd> sink) {
    Pipeline pipeline = Pipeline.named("odd names");
    pipeline.source("odd", InMemory.rows(Odd.class, List.of(ONE, TWO))).sink("files", sink);
    pipeline.run(kit.spark());
  }

  private FileSource<Odd, ?> files(String format) {
    String at = directory.resolve(format).toString();
    return switch (format) {
      case "csv" -> Files.csv(Odd.class, at).header();
      case "csv without header" -> Files.csv(Odd.class, at);
      case "csv of several lines" -> Files.csv(Odd.class, at).header().multiLine();
      case "json" -> Files.json(Odd.class, at);
      default -> Files.parquet(Odd.class, at);
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
          "csv", "csv without header", "csv of several lines", "json", "parquet"})
  void filesKeepThem(String format) {
    write(files(format).overwrite());

    assertThat(kit.source(files(format))).hasRows(ONE, TWO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "csv of several lines", "json", "parquet"})
  void directoriesMayBeCalledSo(String format) {
    write(files(format).overwrite().partitionBy(Odd::day));

    assertThat(kit.source(files(format))).hasRows(ONE, TWO);
  }

  @Test
  void orcHoldsAllButBackQuotes() {
    String at = directory.resolve("orc").toString();

    assertThat(Files.orc(Odd.class, at).overwrite().check(kit.spark()))
        .hasSize(2)
        .first().asString()
        .endsWith(
            ": the column \"a`b\" of Odd.id has a back quote in its name, which ORC cannot hold: call it otherwise with @ColumnName, or use Parquet");
    assertThat(Files.orc(Holder.class, at).overwrite().check(kit.spark())).hasSize(2);

    Pipeline pipeline = Pipeline.named("odd names");
    pipeline
        .source("blanks", InMemory.rows(Blank.class, List.of(new Blank("x", 1.5))))
        .sink("files", Files.orc(Blank.class, at).overwrite());
    pipeline.run(kit.spark());
    assertThat(kit.source(Files.orc(Blank.class, at))).hasRows(new Blank("x", 1.5));
  }

  @Test
  void textsOfSuchAColumnAreParsed() {
    Dataset<Row> texts =
        kit.spark()
            .createDataset(
                List.of("{\"a`b\":1,\"c.d\":\"x\",\"e f\":2.5,\"`\":\"2026-01-02\"}", "{"),
                Encoders.STRING())
            .toDF("t`x");
    CheckedStage<Odd> parsed =
        kit.allowingMalformed().source(Datasets.texts(Formats.json(Odd.class), texts, "t`x"));

    assertThat(parsed).hasRows(ONE);
    assertThat(parsed.rejected()).hasCount(1);
  }

  @Test
  void stagesComputeWithThem() {
    record Total(@ColumnName("x`y") String text, @ColumnName("z.z") Double sum) {}

    Stage<Odd> odd = kit.rows(Odd.class, ONE, TWO);
    Stage<Odd> joined =
        odd.clean("cleaned", c -> c
            .fill(Odd::amount).with(1.0)
            .require("small", col(Odd::id).lt(5)))
            .keepFirst(asc(Odd::day)).per(Odd::id)
            .join(odd)
            .on(Odd::id).equalTo(Odd::id)
            .select((l, r) -> row(Odd::new).of(
                l.col(Odd::id), r.col(Odd::text), l.col(Odd::amount), r.col(Odd::day)));

    assertThat(
        joined
            .enrich(Odd.class, set(Odd::amount).to(over(partitionBy(Odd::text), sum(Odd::amount))))
            .groupBy(Odd::text)
            .aggregate(row(Total::new).of(key(Odd::text), sum(Odd::amount))))
        .hasRows(new Total("x", 2.5), new Total("y", 1.0));
  }
}
