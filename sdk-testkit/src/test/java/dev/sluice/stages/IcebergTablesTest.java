package dev.sluice.stages;

import static dev.sluice.Dsl.col;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.connect.Sink;
import dev.sluice.io.lake.Iceberg;
import dev.sluice.io.lake.IcebergTable;
import dev.sluice.io.memory.InMemory;
import dev.sluice.run.RunReport;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Tables of the real Iceberg, on the versions of Spark that it has a runtime for. */
@EnabledIf(
    value = "hasRuntime",
    disabledReason = "Iceberg has no runtime for this Spark: it is tested with -Dspark.version=4.1.0 or 4.0.0")
@SparkTest
@Tag("smoke")
class IcebergTablesTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 30);
  private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 31);

  record Order(long id, String customer, Double total, LocalDate day, long version) {}

  private static int tables;

  private final SparkKit kit;
  private IcebergTable<Order> orders;
  private String name;

  IcebergTablesTest(SparkKit kit) {
    this.kit = kit;
  }

  static boolean hasRuntime() {
    try {
      Class.forName("org.apache.iceberg.spark.SparkCatalog");
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  @BeforeAll
  static void catalog(SparkKit kit) {
    for (String catalog : List.of("lake", "others")) {
      String setting = "spark.sql.catalog." + catalog;
      kit.spark().conf().set(setting, "org.apache.iceberg.spark.SparkCatalog");
      kit.spark().conf().set(setting + ".type", "hadoop");
      kit.spark().conf().set(setting + ".warehouse", kit.path("warehouse"));
    }
  }

  @BeforeEach
  void tableOfItsOwn() {
    name = "lake.shop.orders_" + tables++;
    orders = Iceberg.table(Order.class, name);
  }

  private static Order order(long id, long version, String customer) {
    return new Order(id, customer, 12.5, id % 2 == 0 ? MONDAY : TUESDAY, version);
  }

  private RunReport write(Sink<Order> sink, Order... rows) {
    Pipeline pipeline = Pipeline.named("orders");
    pipeline.source("orders", InMemory.rows(Order.class, List.of(rows))).sink("table", sink);
    return pipeline.run(kit.spark());
  }

  private long snapshot() {
    return kit.spark()
        .sql("SELECT snapshot_id FROM %s.refs WHERE name = 'main'".formatted(name))
        .collectAsList().get(0).getLong(0);
  }

  @Test
  void rowsAreAddedAndTheTableIsReadAsItWas() throws Exception {
    write(orders.append().createIfMissing(), order(1, 1, "Ann"), new Order(2, null, null, null, 0));
    long first = snapshot();
    Instant between = Instant.now();
    Thread.sleep(5);
    RunReport report = write(orders.append(), order(3, 1, "Cid"));

    assertThat(report.sink("table").orElseThrow().rows()).hasValue(1);
    assertThat(kit.source(orders))
        .hasRows(order(1, 1, "Ann"), new Order(2, null, null, null, 0), order(3, 1, "Cid"));
    for (IcebergTable<Order> old : List.of(orders.snapshot(first), orders.asOf(between))) {
      assertThat(kit.source(old)).hasRows(order(1, 1, "Ann"), new Order(2, null, null, null, 0));
    }
  }

  @Test
  void everyValueComesBackInASessionOfAnotherZone() {
    IcebergTable<LawRecords.Common> common = Iceberg.table(LawRecords.Common.class, name);
    List<LawRecords.Common> rows = HostileRows.of(LawRecords.Common.class, 60, 1);
    kit.spark().conf().set("spark.sql.session.timeZone", "Europe/Berlin");
    common.append().createIfMissing()
        .partitionBy(LawRecords.Common::text, LawRecords.Common::moment)
        .write(kit.rows(LawRecords.Common.class, rows).toDataset(kit.spark()).toDF());
    kit.spark().conf().set("spark.sql.session.timeZone", "Asia/Kathmandu");

    assertThat(kit.source(common).collect(kit.spark()).stream().map(ExactText::of))
        .containsExactlyInAnyOrderElementsOf(rows.stream().map(ExactText::of).toList());
  }

  @Test
  void anUpsertReplacesTheRowOfTheKeyIfItIsNewerAndMayBeRepeated() {
    write(orders.append().createIfMissing(), order(1, 5, "Ann"), order(2, 5, "Bob"));

    for (int i = 0; i < 2; i++) {
      RunReport report =
          write(
              orders.upsert(Order::id).onlyIfNewer(Order::version),
              order(1, 4, "late"), order(2, 6, "Bill"), order(3, 1, "Cid"));
      assertThat(report.sink("table").orElseThrow().rows()).hasValue(3);
    }
    RunReport one = write(orders.upsert(Order::id), order(2, 6, "Bill"));
    assertThat(one.sink("table").orElseThrow().rows()).hasValue(1);

    assertThat(kit.source(orders))
        .hasRows(order(1, 5, "Ann"), order(2, 6, "Bill"), order(3, 1, "Cid"));
  }

  @Test
  void twoRowsOfOneKeyFailTheRunWithTheKey() {
    write(orders.append().createIfMissing(), order(1, 1, "Ann"));

    assertThatThrownBy(
        () -> write(orders.upsert(Order::id), order(2, 1, "Bob"), order(2, 2, "Bill")))
        .hasMessageContaining("(upsert by id): 2 rows have the key id = 2, and only one can be");

    assertThat(kit.source(orders)).hasRows(order(1, 1, "Ann"));
  }

  @Test
  void anOverwriteReplacesAllOrSomePartitionsOrThoseOfACondition() {
    write(
        orders.append().createIfMissing().partitionBy(Order::day),
        order(1, 1, "Ann"), order(2, 1, "Bob"));

    write(orders.overwrite(), order(3, 1, "Cid"));
    assertThat(kit.source(orders)).hasRows(order(2, 1, "Bob"), order(3, 1, "Cid"));

    write(orders.overwriteWhere(col(Order::day).eq(MONDAY)), order(6, 2, "Eve"));
    assertThat(kit.source(orders)).hasRows(order(3, 1, "Cid"), order(6, 2, "Eve"));

    write(orders.overwriteAll(), order(8, 1, "Fay"));
    assertThat(kit.source(orders)).hasRows(order(8, 1, "Fay"));
  }

  @Test
  void whatAnotherCatalogWroteIsSeen() {
    write(orders.append().createIfMissing(), order(1, 1, "Ann"));
    assertThat(kit.source(orders)).hasRows(order(1, 1, "Ann"));

    write(
        Iceberg.table(Order.class, name.replace("lake.", "others.")).append(), order(2, 1, "Bob"));

    assertThat(kit.spark().table(name).count()).isEqualTo(1);
    assertThat(kit.source(orders)).hasRows(order(1, 1, "Ann"), order(2, 1, "Bob"));
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
  void columnsAreAddedOnlyIfAskedFor() {
    record Wider(
        long id, String customer, Double total, LocalDate day, long version, LocalDateTime note) {}
    write(orders.append().createIfMissing(), order(1, 1, "Ann"));
    IcebergTable<Wider> wider = Iceberg.table(Wider.class, name);

    assertThat(wider.append().check(kit.spark()))
        .singleElement()
        .asString()
        .contains("column \"note\" of Wider.note is not in the table");
    wider.append().evolveSchema()
        .write(kit.rows(Wider.class).toDataset(kit.spark()).toDF());

    assertThat(kit.source(wider)).hasRows(new Wider(1, "Ann", 12.5, TUESDAY, 1, null));
  }

  @Test
  void theTableIsLookedAtBeforeAnyJob() {
    record Tiny(byte id) {}
    assertThat(orders.check(kit.spark()))
        .containsExactly("iceberg %s: there is no such table".formatted(name));
    assertThat(orders.append().check(kit.spark()))
        .singleElement()
        .asString()
        .contains(
            "there is no such table; createIfMissing() makes one, as this does: CREATE TABLE");
    assertThat(Iceberg.table(Tiny.class, name).append().createIfMissing().check(kit.spark()))
        .singleElement()
        .asString()
        .endsWith(
            "Tiny.id holds a BYTE, for which iceberg has no column: make an int of it before");
    write(orders.append().createIfMissing().partitionBy(Order::day), order(1, 1, "Ann"));

    assertThat(orders.check(kit.spark())).isEmpty();
    assertThat(orders.upsert(Order::id).partitionBy(Order::day).check(kit.spark())).isEmpty();
    assertThat(orders.append().partitionBy(Order::customer).check(kit.spark()))
        .singleElement()
        .asString()
        .contains("it is partitioned by day, not by customer");
    assertThat(orders.snapshot(9).check(kit.spark()))
        .containsExactly(
            "iceberg %s at snapshot 9: Cannot find snapshot with ID 9".formatted(name));
    assertThat(orders.branch("it's").check(kit.spark()))
        .singleElement()
        .asString()
        .contains("at branch it's: ")
        .contains("it's");
    assertThat(orders.asOf(Instant.EPOCH).check(kit.spark()))
        .singleElement()
        .asString()
        .contains("as of 1970-01-01T00:00:00Z: Cannot find a snapshot older than");
    assertThat(Iceberg.table(Order.class, "nowhere.shop.orders").check(kit.spark()))
        .containsExactly(
            "iceberg nowhere.shop.orders: there is no catalog nowhere: set spark.sql.catalog.nowhere=org.apache.iceberg.spark.SparkCatalog, with its type and warehouse, when the session is built");
    assertThatIllegalStateException().isThrownBy(() -> orders.tag("old").upsert(Order::id));
  }
}
