package dev.sluice.stages;

import static dev.sluice.Dsl.col;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sluice.Pipeline;
import dev.sluice.connect.Epoch;
import dev.sluice.connect.Sink;
import dev.sluice.io.lake.Delta;
import dev.sluice.io.lake.DeltaTable;
import dev.sluice.io.memory.InMemory;
import dev.sluice.record.ColumnName;
import dev.sluice.run.RunReport;
import dev.sluice.run.RunStatus;
import dev.sluice.testkit.Leaks;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tables of the real Delta. */
@SparkTest(
    conf = {
        "spark.sql.extensions=io.delta.sql.DeltaSparkSessionExtension",
        "spark.sql.catalog.spark_catalog=org.apache.spark.sql.delta.catalog.DeltaCatalog",
        "spark.databricks.delta.snapshotPartitions=1",
        // compiling the plans of Delta's own queries takes longer than to run them on a few rows
        "spark.sql.codegen.wholeStage=false",
        "spark.sql.codegen.factoryMode=NO_CODEGEN"
    },
    // Delta keeps the state of a table that was read
    leaks = Leaks.CLEAN)
class DeltaTablesTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 30);
  private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 31);

  record Order(long id, String customer, Double total, LocalDate day, long version) {}

  private final SparkKit kit;
  private DeltaTable<Order> orders;

  DeltaTablesTest(SparkKit kit) {
    this.kit = kit;
  }

  @BeforeEach
  void tableOfItsOwn(SparkKit test) {
    orders = Delta.table(Order.class, test.path("orders"));
  }

  private String path() {
    return orders.toString().substring("delta ".length());
  }

  private static Order order(long id, long version, String customer) {
    return new Order(id, customer, 12.5, id % 2 == 0 ? MONDAY : TUESDAY, version);
  }

  private RunReport write(Sink<Order> sink, Order... rows) {
    Pipeline pipeline = Pipeline.named("orders");
    pipeline.source("orders", InMemory.rows(Order.class, List.of(rows))).sink("table", sink);
    return pipeline.run(kit.spark());
  }

  @Test
  @Tag("smoke")
  void rowsAreAddedAndTheTableIsReadAsItWas() {
    write(orders.append().createIfMissing(), order(1, 1, "Ann"), new Order(2, null, null, null, 0));
    Instant between = Instant.now();
    RunReport report = write(orders.append(), order(3, 1, "Cid"));

    assertThat(report.sink("table").orElseThrow().rows()).hasValue(1);
    assertThat(kit.source(orders))
        .hasRows(order(1, 1, "Ann"), new Order(2, null, null, null, 0), order(3, 1, "Cid"));
    assertThat(kit.source(orders.version(1)))
        .hasRows(order(1, 1, "Ann"), new Order(2, null, null, null, 0));
    assertThat(kit.source(orders.asOf(between)))
        .hasRows(order(1, 1, "Ann"), new Order(2, null, null, null, 0));
  }

  @Test
  void everyValueComesBackInASessionOfAnotherZone() {
    record Small(byte tiny, short small, @ColumnName("a b") Integer spaced) {}
    DeltaTable<LawRecords.Common> common = Delta.table(LawRecords.Common.class, path());
    Instant first = Instant.parse("0001-01-02T00:00:00Z");
    List<LawRecords.Common> rows =
        HostileRows.of(LawRecords.Common.class, 60, 1).stream()
            .filter(row -> row.moment() == null || row.moment().isAfter(first))
            .toList();
    kit.spark().conf().set("spark.sql.session.timeZone", "Europe/Berlin");
    common.append().createIfMissing().partitionBy(LawRecords.Common::moment)
        .write(kit.rows(LawRecords.Common.class, rows).toDataset(kit.spark()).toDF());
    kit.spark().conf().set("spark.sql.session.timeZone", "Asia/Kathmandu");

    assertThat(kit.source(common).collect(kit.spark()).stream().map(ExactText::of))
        .containsExactlyInAnyOrderElementsOf(rows.stream().map(ExactText::of).toList());

    DeltaTable<Small> small = Delta.table(Small.class, path() + "2");
    small.append().createIfMissing()
        .write(
            kit.rows(Small.class, new Small((byte) -1, (short) 7, null)).toDataset(kit.spark())
                .toDF());
    assertThat(kit.source(small)).hasRows(new Small((byte) -1, (short) 7, null));
  }

  @Test
  void anUpsertReplacesTheRowOfTheKeyAndMayBeRepeated() {
    write(orders.append().createIfMissing(), order(1, 1, "Ann"), order(2, 1, "Bob"));

    for (int i = 0; i < 2; i++) {
      RunReport report = write(orders.upsert(Order::id), order(2, 2, "Bill"), order(3, 1, "Cid"));
      assertThat(report.sink("table").orElseThrow().rows()).hasValue(2);
    }

    assertThat(kit.source(orders))
        .hasRows(order(1, 1, "Ann"), order(2, 2, "Bill"), order(3, 1, "Cid"));
  }

  @Test
  void twoRowsOfOneKeyFailTheRunWithTheKey() {
    write(orders.append().createIfMissing(), order(1, 1, "Ann"));

    assertThatThrownBy(
        () -> write(orders.upsert(Order::id), order(2, 1, "Bob"), order(2, 2, "Bill")))
        .hasMessageContaining("stage 'orders' (DeltaTablesTest.java:")
        .hasMessageContaining(
            "orders (upsert by id): 2 rows have the key id = 2, and only one can be in its place: keep one of them before, such as with keepFirst(…).per(Order::id)");

    assertThat(kit.source(orders)).hasRows(order(1, 1, "Ann"));
  }

  @Test
  void anOlderRowReplacesNoNewerOne() {
    write(orders.append().createIfMissing(), order(1, 5, "Ann"), order(2, 5, "Bob"));

    write(
        orders.upsert(Order::id).onlyIfNewer(Order::version),
        order(1, 4, "late"),
        order(2, 6, "Bill"),
        order(3, 1, "Cid"));

    assertThat(kit.source(orders))
        .hasRows(order(1, 5, "Ann"), order(2, 6, "Bill"), order(3, 1, "Cid"));
  }

  @Test
  void anOverwriteReplacesAllOrSomePartitionsOrTheRowsOfACondition() {
    write(
        orders.append().createIfMissing().partitionBy(Order::day),
        order(1, 1, "Ann"), order(2, 1, "Bob"), order(4, 1, "Dan"));

    write(orders.overwrite(), order(3, 1, "Cid"));
    assertThat(kit.source(orders))
        .hasRows(order(2, 1, "Bob"), order(3, 1, "Cid"), order(4, 1, "Dan"));

    write(
        orders.overwriteWhere(col(Order::day).eq(MONDAY).and(col(Order::id).gt(3))),
        order(6, 2, "Eve"));
    assertThat(kit.source(orders))
        .hasRows(order(2, 1, "Bob"), order(3, 1, "Cid"), order(6, 2, "Eve"));

    write(orders.overwriteAll(), order(8, 1, "Fay"));
    assertThat(kit.source(orders)).hasRows(order(8, 1, "Fay"));
  }

  @Test
  void aNewRowHasToMeetTheConditionOfAnOverwrite() {
    write(orders.append().createIfMissing(), order(1, 1, "Ann"));

    assertThatThrownBy(
        () -> write(orders.overwriteWhere(col(Order::day).eq(MONDAY)), order(1, 2, "Bob")))
        .hasMessageContaining(
            "orders (overwrite where (day = '2026-03-30')): a new row does not meet the condition");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> orders.overwriteWhere(col(Order::day).year().eq(2026)))
        .withMessageContaining("comparisons of columns with constants");
  }

  @Test
  @Tag("smoke")
  void aTransactionIsWrittenOnceWhateverTheMode() {
    write(orders.append().createIfMissing(), order(0, 0, "Zoe"));

    RunReport first = write(orders.append().transaction("daily", 7), order(1, 1, "Ann"));
    RunReport again = write(orders.append().transaction("daily", 7), order(1, 1, "Ann"));
    write(orders.upsert(Order::id).transaction("daily", 8), order(2, 1, "Bob"));
    RunReport merged = write(orders.upsert(Order::id).transaction("daily", 8), order(2, 2, "Bill"));
    write(orders.upsert(Order::id).transaction("other", 1), order(3, 1, "Cid"));

    assertThat(first.sink("table").orElseThrow().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(again.sink("table").orElseThrow().status()).isEqualTo(RunStatus.SKIPPED);
    assertThat(again.toString()).contains("transaction daily 7 is there already");
    assertThat(merged.sink("table").orElseThrow().status()).isEqualTo(RunStatus.SKIPPED);
    assertThat(kit.source(orders))
        .hasRows(order(0, 0, "Zoe"), order(1, 1, "Ann"), order(2, 1, "Bob"), order(3, 1, "Cid"));
    assertThat(kit.spark().conf().getAll().mkString())
        .doesNotContain("spark.databricks.delta.write.txnAppId");
  }

  @Test
  void aStreamNumbersItsOwnTransactions() {
    assertThatIllegalStateException()
        .isThrownBy(() -> orders.append().transaction("a", 1).write(null, new Epoch("s", 0)))
        .withMessageContaining("a stream numbers its own transactions: leave transaction(…) out");
  }

  @Test
  void transactionsOfSinksThatAreWrittenAtTheSameTimeDoNotMix() throws Exception {
    DeltaTable<Order> others = Delta.table(Order.class, path() + "2");
    write(orders.append().createIfMissing(), order(0, 0, "Zoe"));
    write(others.append().createIfMissing(), order(0, 0, "Zoe"));
    for (int round = 0; round < 2; round++) {
      Pipeline pipeline = Pipeline.named("both");
      var rows = pipeline.source("rows", InMemory.rows(Order.class, List.of(order(1, 1, "Ann"))));
      rows.sink("one", orders.upsert(Order::id).transaction("one", 1));
      rows.sink("two", others.upsert(Order::id).transaction("two", 2));
      pipeline.run(kit.spark());
    }

    assertThat(kit.source(orders)).hasRows(order(0, 0, "Zoe"), order(1, 1, "Ann"));
    assertThat(kit.source(others)).hasRows(order(0, 0, "Zoe"), order(1, 1, "Ann"));
    assertThat(
        kit.spark().sql("DESCRIBE HISTORY delta.`" + others.toString().substring(6) + "`")
            .select("userMetadata").where("userMetadata IS NOT NULL").collectAsList().toString())
        .isEqualTo("[[transaction two 2]]");
  }

  @Test
  void columnsAreAddedOnlyIfAskedFor() {
    record Wider(long id, String customer, Double total, LocalDate day, long version,
        String note) {}
    write(orders.append().createIfMissing(), order(1, 1, "Ann"));
    DeltaTable<Wider> wider = Delta.table(Wider.class, path());

    assertThat(wider.append().check(kit.spark()))
        .singleElement()
        .asString()
        .contains("column \"note\" of Wider.note is not in the table");
    assertThat(wider.upsert(Wider::id).evolveSchema().check(kit.spark())).isEmpty();
    wider.upsert(Wider::id).evolveSchema()
        .write(
            kit.rows(Wider.class, new Wider(2, "Bob", null, MONDAY, 1, "new"))
                .toDataset(kit.spark()).toDF());

    assertThat(kit.source(wider))
        .hasRows(
            new Wider(1, "Ann", 12.5, TUESDAY, 1, null),
            new Wider(2, "Bob", null, MONDAY, 1, "new"));
  }

  @Test
  void theTableIsLookedAtBeforeAnyJob() {
    record Other(long id, Integer total, long version, String missing) {}
    String path = path();
    assertThat(orders.check(kit.spark()))
        .containsExactly("delta %s: there is no such table".formatted(path));
    assertThat(orders.append().check(kit.spark()))
        .containsExactly(
            "delta %s (append): there is no such table; createIfMissing() makes one, as this does: CREATE TABLE IF NOT EXISTS delta.`%1$s` (`id` BIGINT NOT NULL, `customer` STRING, `total` DOUBLE, `day` DATE, `version` BIGINT NOT NULL) USING delta"
                .formatted(path));
    write(orders.append().createIfMissing().partitionBy(Order::day), order(1, 1, "Ann"));

    assertThat(orders.check(kit.spark())).isEmpty();
    assertThat(orders.upsert(Order::id).check(kit.spark())).isEmpty();
    assertThat(orders.append().partitionBy(Order::day).check(kit.spark())).isEmpty();
    assertThat(orders.append().partitionBy(Order::customer).check(kit.spark()))
        .singleElement()
        .asString()
        .endsWith(
            "it is partitioned by day, not by customer: leave partitionBy out, or make the table anew");
    assertThat(Delta.table(Other.class, path).check(kit.spark()))
        .hasSize(2)
        .anyMatch(problem -> problem.contains("column \"total\" is DOUBLE in the data"))
        .anyMatch(problem -> problem.contains("column \"missing\" (STRING)"));
    assertThat(Delta.table(Other.class, path).append().check(kit.spark())).hasSize(1);
    assertThat(orders.version(9).check(kit.spark()))
        .singleElement()
        .asString()
        .contains("at version 9: ")
        .contains("Available versions: [0, 1]");
    assertThat(orders.asOf(Instant.EPOCH).check(kit.spark()))
        .singleElement()
        .asString()
        .contains("as of 1970-01-01T00:00:00Z: ")
        .contains("before the earliest version available");
    assertThatIllegalStateException()
        .isThrownBy(() -> orders.version(0).append())
        .withMessageContaining("only the table of now can be written");
  }

  @Test
  void aTableOfTheCatalogIsFoundByItsName() {
    DeltaTable<Order> named = Delta.table(Order.class, "orders");
    write(named.append().createIfMissing(), order(1, 1, "Ann"));
    write(named.upsert(Order::id).onlyIfNewer(Order::version), order(1, 2, "Anna"));

    assertThat(kit.source(named)).hasRows(order(1, 2, "Anna"));
    assertThat(kit.source(named.version(1))).hasRows(order(1, 1, "Ann"));
    assertThat(named.reads(kit.spark()))
        .anyMatch(resource -> resource.kind().equals("path"))
        .anyMatch(resource -> resource.kind().equals("table"));
    kit.spark().sql("CREATE TABLE plain (id BIGINT) USING parquet");
    record Id(long id) {}
    assertThat(Delta.table(Id.class, "plain").check(kit.spark()))
        .singleElement()
        .asString()
        .contains("only supported for Delta tables");
    kit.spark().sql("DROP TABLE plain");
    kit.spark().sql("DROP TABLE orders");
  }

  @Test
  void aRunReadsOneStateWhateverIsWrittenMeanwhile() {
    write(orders.append().createIfMissing(), order(1, 1, "Ann"));

    var rows = orders.read(kit.spark());
    write(orders.overwriteAll(), order(2, 1, "Bob"), order(3, 1, "Cid"));

    assertThat(rows.count()).isEqualTo(1);
    assertThat(orders.read(kit.spark()).count()).isEqualTo(2);
  }

  @Test
  void aReaderSeesTheOldRowsOrTheNewOnes() throws Exception {
    Order[] old = IntStream.range(0, 50).mapToObj(i -> order(i, 1, "old")).toArray(Order[]::new);
    Order[] fresh = IntStream.range(0, 70).mapToObj(i -> order(i, 2, "new")).toArray(Order[]::new);
    write(orders.append().createIfMissing(), old);
    ExecutorService reader = Executors.newSingleThreadExecutor();
    try {
      Future<Long> writing = reader.submit(() -> {
        write(orders.overwriteAll(), fresh);
        return 0L;
      });
      long seen;
      do {
        seen = orders.read(kit.spark()).where("customer = 'new'").count();
        assertThat(seen).isIn(0L, 70L);
      } while (!writing.isDone());
      writing.get();
    } finally {
      reader.shutdown();
      assertThat(reader.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(orders.read(kit.spark()).count()).isEqualTo(70);
  }

  private static final CountDownLatch OTHER_WRITER = new CountDownLatch(1);

  @Test
  void aWriterThatComesTooLateSaysThatItWroteNothing() throws Exception {
    write(orders.append().createIfMissing(), order(1, 1, "Ann"));
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      CountDownLatch begun = new CountDownLatch(1);
      Future<Throwable> late =
          other.submit(
              () -> {
                var rows =
                    kit.rows(Order.class, order(2, 1, "late"))
                        .transform(
                            "wait", Order.class,
                            ds -> ds.filter(
                                (FilterFunction<Row>) row -> {
                                  OTHER_WRITER.await(60, TimeUnit.SECONDS);
                                  return true;
                                }))
                        .toDataset(kit.spark()).toDF();
                begun.countDown();
                return catchThrowable(() -> orders.overwriteAll().write(rows));
              });
      begun.await();
      Thread.sleep(1500);
      write(orders.overwriteAll(), order(3, 1, "quick"));
      OTHER_WRITER.countDown();

      assertThat(late.get())
          .hasMessageEndingWith(
              "orders (overwrite all): another writer changed the table at the same time, so nothing of this write is there: run it again");
    } finally {
      other.shutdown();
      assertThat(other.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(kit.source(orders)).hasRows(order(3, 1, "quick"));
  }

  @Test
  void whatWouldComeBackAsAnotherPartitionFailsTheRun() {
    record Named(String name, Instant at, int value) {}
    DeltaTable<Named> table = Delta.table(Named.class, path());
    var sink = table.append().createIfMissing().partitionBy(Named::name, Named::at);
    Named fine = new Named("a", Instant.parse("0001-01-02T00:00:00Z"), 1);
    Named none = new Named(null, null, 2);
    sink.write(kit.rows(Named.class, fine, none).toDataset(kit.spark()).toDF());

    assertThatThrownBy(
        () -> sink.write(
            kit.rows(Named.class, new Named("", null, 1)).toDataset(kit.spark()).toDF()))
        .hasStackTraceContaining("Named.name is empty in a row, which Delta would change");
    assertThatThrownBy(
        () -> sink.write(
            kit.rows(Named.class, new Named("b", Instant.parse("0000-02-29T00:00:00Z"), 1))
                .toDataset(kit.spark()).toDF()))
        .hasStackTraceContaining("Named.at is before the year 1 in a row");
    assertThat(kit.source(table)).hasRows(fine, none);
  }

  @Test
  void namesAreNeverSql() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Delta.table(Order.class, "orders; DROP TABLE x"))
        .withMessageContaining("is not the name of a table");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Delta.table(Order.class, "s3a://key:swordfish@shop/orders"))
        .withMessageContaining("holds a secret")
        .withMessageNotContaining("swordfish");
  }
}
