package dev.sluice.stages;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.connect.Sink;
import dev.sluice.connect.Source;
import dev.sluice.io.file.Files;
import dev.sluice.io.memory.Datasets;
import dev.sluice.io.table.Tables;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An input is not overwritten, by whatever name it goes. */
@SparkTest
class OverwrittenInputTest {

  record Item(int id) {}

  private SparkSession spark;
  private String files;

  @BeforeEach
  void itemsAreInATableInADatabase(SparkKit kit) {
    spark = kit.spark();
    files = kit.path("files");
    spark.sql("create database shelf");
    spark
        .range(3)
        .selectExpr("cast(id as int) id")
        .write()
        .option("path", files)
        .saveAsTable("shelf.items");
  }

  @AfterEach
  void dropAll() {
    spark.sql("use default");
    spark.sql("drop database shelf cascade");
  }

  private static Source<Item> table(String name) {
    return Tables.table(Item.class, name);
  }

  private Sink<Item> intoFiles() {
    return Files.parquet(Item.class, files).overwrite();
  }

  private static Pipeline pipeline(Source<Item> from, Sink<Item> to) {
    Pipeline pipeline = Pipeline.named("refill");
    pipeline.source("in", from).sink("out", to);
    return pipeline;
  }

  private void isRefused(Source<Item> from, Sink<Item> to) {
    assertThatThrownBy(() -> pipeline(from, to).run(spark))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("it would overwrite what source 'in'");
  }

  @Test
  void throughATableAtItsPlace() {
    isRefused(table("shelf.items"), intoFiles());
  }

  @Test
  void throughAPathBelowATable() {
    isRefused(
        Files.parquet(Item.class, files), Tables.table(Item.class, "shelf.items").overwrite());
  }

  @Test
  void throughAView() {
    spark.table("shelf.items").createOrReplaceTempView("seen");

    isRefused(table("seen"), intoFiles());
    isRefused(table("seen"), Tables.table(Item.class, "shelf.items").overwrite());
  }

  @Test
  void throughAViewOfAViewWithASubquery() {
    spark.sql("create view shelf.inner_items as select * from shelf.items");
    spark.sql(
        "create view shelf.outer_items as select cast(id as int) id from range(9) where id in"
            + " (select id from shelf.inner_items)");

    isRefused(table("shelf.outer_items"), intoFiles());
  }

  @Test
  void throughADataset() {
    Dataset<Row> rows = spark.read().parquet(files).filter("id > 0");

    isRefused(Datasets.of(Item.class, rows), intoFiles());
    isRefused(
        Datasets.of(Item.class, spark.table("shelf.items")),
        Tables.table(Item.class, "shelf.items").overwriteAll());
  }

  @Test
  void throughTheNameWithoutItsDatabase() {
    spark.sql("use shelf");

    isRefused(table("items"), Tables.table(Item.class, "shelf.items").overwrite());
    isRefused(table("spark_catalog.shelf.items"), Tables.table(Item.class, "items").overwrite());
  }

  @Test
  void throughAnotherCaseOfTheScheme() {
    isRefused(
        Files.parquet(Item.class, files),
        Files.parquet(Item.class, files.replaceFirst("^(file:)?", "FILE:")).overwrite());
  }

  @Test
  void throughATableOverALink(SparkKit kit) throws IOException {
    Path link = Path.of(kit.path("link"));
    java.nio.file.Files.createSymbolicLink(link, Path.of(files));
    spark.sql("create table shelf.linked (id int) using parquet location '" + link + "'");

    isRefused(table("shelf.linked"), intoFiles());
  }

  @Test
  void twoSinksOfOnePlaceAreRefused() {
    Pipeline pipeline = Pipeline.named("refill");
    pipeline
        .source("in", Datasets.of(Item.class, spark.range(3).selectExpr("cast(id as int) id")))
        .sink("a", Tables.table(Item.class, "shelf.items").append())
        .sink("b", intoFiles());

    assertThatThrownBy(() -> pipeline.check(spark))
        .hasMessageContaining("it writes where sink 'a'");
  }

  @Test
  void anotherTableOfTheSameNameIsNoInput() {
    assertThatCode(
        () -> pipeline(table("shelf.items"), Tables.table(Item.class, "other_items").overwrite())
            .check(spark))
        .doesNotThrowAnyException();
  }

  @Test
  void whatIsAddedToMayBeRead() {
    assertThatCode(
        () -> pipeline(table("shelf.items"), Tables.table(Item.class, "shelf.items").append())
            .check(spark))
        .doesNotThrowAnyException();
  }
}
