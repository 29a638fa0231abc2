package dev.sluice.stages;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.max;
import static dev.sluice.Dsl.row;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.connect.Secret;
import dev.sluice.connect.Sink;
import dev.sluice.io.jdbc.Isolation;
import dev.sluice.io.jdbc.Jdbc;
import dev.sluice.io.jdbc.JdbcTable;
import dev.sluice.io.memory.InMemory;
import dev.sluice.record.ColumnName;
import dev.sluice.record.Precision;
import dev.sluice.run.RunReport;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.server.PostgresServer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tables of real databases, each test on PostgreSQL and on H2. {@code -Dsluice.overwrites=50}
 * overwrites more often while somebody reads.
 */
@SparkTest
class JdbcTablesTest {

  enum State {
    NEW,
    PAID
  }

  record Order(
      long id,
      @ColumnName("Customer Name") String customer,
      @Precision(value = 12, scale = 2) BigDecimal total,
      State state,
      LocalDate day,
      Instant at,
      LocalDateTime local,
      Boolean express,
      Double weight,
      byte[] photo,
      long version) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Order order && order.toString().equals(toString());
    }

    @Override
    public int hashCode() {
      return Long.hashCode(id);
    }

    @Override
    public String toString() {
      return "%d %s %s %s %s %s %s %s %s %s %d"
          .formatted(id, customer, total, state, day, at, local, express, weight,
              photo == null ? null : List.of(photo.length, (int) photo[0]), version);
    }
  }

  private static final int OVERWRITES = Integer.getInteger("sluice.overwrites", 3);

  private final SparkKit kit;

  JdbcTablesTest(SparkKit kit) {
    this.kit = kit;
  }

  static Stream<String> databases() {
    return TestDatabase.ofEachKind();
  }

  private static Order order(long id, long version, String customer) {
    return new Order(
        id,
        customer,
        new BigDecimal("12.50"),
        State.PAID,
        LocalDate.of(2026, 3, 29),
        Instant.parse("2026-03-29T01:30:00.123456Z"),
        LocalDateTime.parse("2026-03-29T02:30:00.5"),
        true,
        -0.5,
        new byte[]{7, 8},
        version);
  }

  private static Order empty(long id) {
    return new Order(id, null, null, null, null, null, null, null, null, null, 0);
  }

  private static JdbcTable<Order> orders(String url) {
    return Jdbc.table(Order.class, "orders").url(url);
  }

  /** The table that the check of an upsert proposes. */
  private static void create(String url) {
    TestDatabase.execute(url, orders(url).upsert(Order::id).createTable());
  }

  private RunReport write(Sink<Order> sink, Order... orders) {
    return write(sink, List.of(orders));
  }

  private RunReport write(Sink<Order> sink, List<Order> orders) {
    Pipeline pipeline = Pipeline.named("orders");
    pipeline.source("orders", InMemory.rows(Order.class, orders)).sink("table", sink);
    return pipeline.run(kit.spark());
  }

  @ParameterizedTest
  @MethodSource("databases")
  void valuesThatFollowNullsInABatchAreWritten(String url) {
    create(url);
    List<Order> rows =
        IntStream.range(0, 16).mapToObj(i -> i % 8 < 6 ? empty(i) : order(i, i, "c")).toList();

    write(orders(url).upsert(Order::id), rows);

    assertThat(kit.source(orders(url))).hasRows(rows);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aMissingTableIsMadeIfAsked(String url) {
    JdbcTable<Order> orders = orders(url);
    assertThat(orders.upsert(Order::id).check(kit.spark()))
        .singleElement()
        .asString()
        .contains(
            "there is no such table; createIfMissing() makes one: "
                + orders.upsert(Order::id).createTable());

    write(orders.upsert(Order::id).createIfMissing(), order(1, 1, "Ann"));
    write(orders.upsert(Order::id).createIfMissing(), order(1, 2, "Bob"));

    assertThat(kit.source(orders)).hasRows(order(1, 2, "Bob"));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void everyValueComesBackAsItWas(String url) {
    create(url);

    write(orders(url).append(), order(1, 1, "Ann"), empty(2));

    assertThat(kit.source(orders(url))).hasRows(order(1, 1, "Ann"), empty(2));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void anUpsertReplacesTheRowOfTheKeyAndMayBeRepeated(String url) {
    create(url);
    write(orders(url).append(), order(1, 1, "Ann"), order(2, 1, "Bob"));

    for (int i = 0; i < 3; i++) {
      RunReport report =
          write(orders(url).upsert(Order::id), order(2, 2, "Bill"), order(3, 1, "Cid"));
      assertThat(report.sink("table").orElseThrow().rows()).hasValue(2);
    }

    assertThat(kit.source(orders(url)))
        .hasRows(order(1, 1, "Ann"), order(2, 2, "Bill"), order(3, 1, "Cid"));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void anUpsertInOneTransactionDoesTheSame(String url) {
    create(url);
    write(orders(url).append(), order(1, 1, "Ann"), order(2, 1, "Bob"));

    for (int i = 0; i < 2; i++) {
      write(
          orders(url).upsert(Order::id).inOneTransaction().isolation(Isolation.SERIALIZABLE),
          order(2, 2, "Bill"),
          order(3, 1, "Cid"));
    }

    assertThat(kit.source(orders(url)))
        .hasRows(order(1, 1, "Ann"), order(2, 2, "Bill"), order(3, 1, "Cid"));
    assertThat(stagesLeft(url)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void anOlderRowReplacesNoNewerOne(String url) {
    create(url);
    write(orders(url).append(), order(1, 5, "Ann"), order(2, 5, "Bob"));

    write(
        orders(url).upsert(Order::id).onlyIfNewer(Order::version),
        order(1, 4, "late"),
        order(2, 6, "Bill"));
    write(
        orders(url).upsert(Order::id).onlyIfNewer(Order::version).inOneTransaction(),
        order(1, 5, "equal"),
        order(2, 7, "Billy"));

    assertThat(kit.source(orders(url))).hasRows(order(1, 5, "Ann"), order(2, 7, "Billy"));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void anOverwriteReplacesAllRows(String url) {
    create(url);
    write(orders(url).append(), order(1, 1, "Ann"), order(2, 1, "Bob"));

    write(orders(url).overwrite(), order(3, 1, "Cid"));

    assertThat(kit.source(orders(url))).hasRows(order(3, 1, "Cid"));
    assertThat(stagesLeft(url)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aFailedWriteInOneTransactionLeavesTheOldRows(String url) {
    create(url);
    write(orders(url).append(), order(1, 1, "Ann"));

    assertThatThrownBy(() -> write(orders(url).append(), order(2, 1, "Bob"), order(1, 2, "twice")))
        .hasMessageContaining("stage 'orders' (JdbcTablesTest.java:")
        .hasMessageContaining("sink 'table' failed")
        .hasMessageMatching("(?s).*(duplicate key|primary key violation).*");

    assertThat(kit.source(orders(url))).hasRows(order(1, 1, "Ann"));
    assertThat(stagesLeft(url)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aRowThatDoesNotFitFailsTheRunAndLeavesTheOldRows(String url) {
    record Short(int id, String text) {}
    TestDatabase.execute(url, "CREATE TABLE short (id INT PRIMARY KEY, text VARCHAR(3))");
    JdbcTable<Short> table = Jdbc.table(Short.class, "short").url(url);
    for (var sink : List.of(table.append(), table.overwrite(), table.upsert(Short::id))) {
      Pipeline pipeline = Pipeline.named("short");
      pipeline
          .source("rows",
              InMemory.rows(Short.class, List.of(new Short(1, "a"), new Short(2, "long"))))
          .sink("table", sink);

      assertThatThrownBy(() -> pipeline.run(kit.spark()))
          .hasMessageContaining("sink 'table' failed")
          .hasMessageMatching("(?s).*(too long).*");
    }
    assertThat(stagesLeft(url)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aRowWithoutAVersionIsOlderThanAny(String url) {
    record Item(long id, Long version, String name) {}
    TestDatabase.execute(
        url,
        "CREATE TABLE items (id BIGINT PRIMARY KEY, version BIGINT, name VARCHAR(9))",
        "INSERT INTO items VALUES (1, NULL, 'old'), (2, NULL, 'old'), (3, 5, 'old')");
    JdbcTable<Item> items = Jdbc.table(Item.class, "items").url(url);
    Pipeline pipeline = Pipeline.named("items");
    pipeline
        .source(
            "rows",
            InMemory.rows(
                Item.class,
                List.of(
                    new Item(1, 1L, "new"), new Item(2, null, "new"), new Item(3, null, "new"))))
        .sink("table", items.upsert(Item::id).onlyIfNewer(Item::version));

    pipeline.run(kit.spark());

    assertThat(kit.source(items))
        .hasRows(new Item(1, 1L, "new"), new Item(2, null, "new"), new Item(3, 5L, "old"));
  }

  /** Each way to overwrite that shows readers the old rows or the new ones. */
  static Stream<Arguments> overwrites() {
    return databases()
        .flatMap(
            url -> url.startsWith("jdbc:h2:")
                ? Stream.of(overwrite(url, "delete", JdbcTable::overwrite))
                : Stream.of(
                    overwrite(url, "delete", JdbcTable::overwrite),
                    overwrite(url, "truncate", table -> table.overwrite().byTruncate()),
                    overwrite(url, "rename", table -> table.overwrite().byRename())));
  }

  private static Arguments overwrite(
      String url, String way, Function<JdbcTable<Order>, Sink<Order>> sink) {
    return Arguments.of(url, way, sink);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("overwrites")
  void aReaderSeesTheOldRowsOrTheNewOnes(
      String url, String way, Function<JdbcTable<Order>, Sink<Order>> sink) throws Exception {
    TestDatabase.execute(url, "DROP TABLE IF EXISTS \"orders\"");
    create(url);
    write(orders(url).append(), order(0, 0, "old"));
    AtomicBoolean goesOn = new AtomicBoolean(true);
    Set<String> seen = ConcurrentHashMap.newKeySet();
    Thread reader =
        new Thread(() -> TestDatabase.watch(url, "SELECT COUNT(*) FROM \"orders\"", goesOn, seen));
    reader.start();

    for (int i = 1; i <= OVERWRITES; i++) {
      int rows = i % 2 == 0 ? 200 : 300;
      write(
          sink.apply(orders(url)),
          IntStream.range(0, rows).mapToObj(id -> order(id, rows, "new")).toList());
    }
    goesOn.set(false);
    reader.join();

    assertThat(seen).contains("200", "300").isSubsetOf("1", "200", "300");
    assertThat(stagesLeft(url)).isEmpty();
  }

  @Test
  void aTableInThePlaceOfAnotherHasItsKeys() {
    String url = PostgresServer.shared().createDatabase();
    create(url);
    TestDatabase.execute(url, "CREATE INDEX ON orders (day)",
        "ALTER TABLE orders ALTER version SET DEFAULT 7");

    write(orders(url).overwrite().byRename(), order(1, 1, "Ann"));

    assertThat(orders(url).upsert(Order::id).check(kit.spark())).isEmpty();
    assertThat(
        TestDatabase.texts(url, "SELECT COUNT(*) FROM pg_indexes WHERE tablename = 'orders'"))
        .containsExactly("2");
    TestDatabase.execute(url, "INSERT INTO orders (id) VALUES (2)");
    assertThat(TestDatabase.texts(url, "SELECT version FROM orders WHERE id = 2"))
        .containsExactly("7");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aFailedOverwriteLeavesTheOldRows(String url) {
    create(url);
    write(orders(url).append(), order(7, 7, "old"));
    List<Order> twice = List.of(order(1, 1, "a"), order(1, 2, "b"));

    assertThatThrownBy(() -> write(orders(url).overwrite(), twice)).hasMessageContaining("orders");
    if (!url.startsWith("jdbc:h2:")) {
      assertThatThrownBy(() -> write(orders(url).overwrite().byTruncate(), twice));
      assertThatThrownBy(() -> write(orders(url).overwrite().byRename(), twice));
    }

    assertThat(kit.source(orders(url))).hasRows(order(7, 7, "old"));
    assertThat(stagesLeft(url)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void truncatingGivesTheNewRows(String url) {
    create(url);
    write(orders(url).append(), order(7, 7, "old"));

    write(orders(url).overwrite().byTruncate(), order(1, 1, "new"));

    assertThat(kit.source(orders(url))).hasRows(order(1, 1, "new"));
  }

  private static List<String> stagesLeft(String url) {
    return TestDatabase.texts(
        url,
        "SELECT table_name FROM information_schema.tables WHERE LOWER(table_name) LIKE 'sluice%'");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void rowsAreReadInParts(String url) {
    create(url);
    write(
        orders(url).append().batchSize(7),
        IntStream.range(0, 100).mapToObj(i -> order(i, i, "c" + i)).toList());

    var inParts = kit.source(orders(url).partitionedBy(Order::id, 4)).toDataset(kit.spark());
    var bounded =
        kit.source(orders(url).partitionedBy(Order::id, 4).between(40, 60)).toDataset(kit.spark());
    var byTime = kit.source(orders(url).partitionedBy(Order::at, 4)).toDataset(kit.spark());

    assertThat(inParts.rdd().getNumPartitions()).isEqualTo(4);
    assertThat(inParts.count()).isEqualTo(100);
    assertThat(bounded.count()).isEqualTo(100);
    assertThat(byTime.count()).isEqualTo(100);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void filtersAreSentToTheDatabase(String url) {
    create(url);

    assertThat(
        scan(kit.source(orders(url))
            .filter(col(Order::id).gt(5).and(col(Order::express).isNotNull()))))
        .contains("PushedFilters: [id IS NOT NULL, id > 5, express IS NOT NULL]");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void theColumnsThatAreNeededAreAskedFor(String url) {
    record Name(String customer) {}
    create(url);

    assertThat(scan(kit.source(orders(url)).select(row(Name::new).of(col(Order::customer)))))
        .contains("ReadSchema: struct<Customer Name:string>");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void limitsAreSentToTheDatabase(String url) {
    create(url);

    assertThat(scan(kit.source(orders(url)).limit(7))).contains("PushedLimit: LIMIT 7");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aggregatesAreSentToTheDatabase(String url) {
    record Total(String customer, long orders, long newest) {}
    create(url);
    write(orders(url).append(), order(1, 5, "Ann"), order(2, 9, "Ann"), order(3, 1, "Bob"));

    var totals =
        kit.source(orders(url))
            .groupBy(Order::customer)
            .aggregate(
                row(Total::new).of(key(Order::customer), count(), max(Order::version).orElse(0L)));

    assertThat(scan(totals))
        .contains(
            "PushedAggregates: [COUNT(*), MAX(version)], PushedFilters: [], PushedGroupByExpressions: [Customer Name]");
    assertThat(totals).hasRows(new Total("Ann", 2, 9), new Total("Bob", 1, 1));
  }

  /** How the rows are read, in Spark's words. */
  private String scan(Stage<?> stage) {
    return stage.toDataset(kit.spark())
        .queryExecution()
        .executedPlan()
        .collectLeaves()
        .mkString()
        .replace("`", "").replace("\"", "");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aQueryIsASource(String url) {
    record Count(String customer, long orders) {}
    create(url);
    write(orders(url).append(), order(1, 1, "Ann"), order(2, 1, "Ann"), order(3, 1, "Bob"));

    assertThat(
        kit.source(
            Jdbc.query(
                Count.class,
                "SELECT \"Customer Name\" AS \"customer\", COUNT(*) AS \"orders\" FROM %s GROUP BY \"Customer Name\";"
                    .formatted("\"orders\""))
                .url(url)))
        .hasRows(new Count("Ann", 2), new Count("Bob", 1));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void theTableIsLookedAtBeforeAnyJob(String url) {
    record Other(long id, String customer, int total) {}
    create(url);

    assertThat(Jdbc.table(Other.class, "orders").url(url).check(kit.spark()))
        .hasSize(3)
        .anyMatch(problem -> problem
            .contains("column \"customer\" (STRING) of Other.customer is missing"));
    assertThat(Jdbc.table(Other.class, "orders").url(url).append().check(kit.spark()))
        .anyMatch(problem -> problem
            .contains("column \"customer\" of Other.customer is not in the table"))
        .anyMatch(problem -> problem
            .contains("column \"version\" (BIGINT) of the table is not in record Other"));
    assertThat(orders(url).upsert(Order::version).check(kit.spark()))
        .singleElement()
        .asString()
        .endsWith(
            "the key (version) is neither the primary key nor a unique index of the table, which has (id): take one of these, or make an index");
    assertThat(Jdbc.table(Order.class, "nothing").url(url).check(kit.spark()))
        .singleElement()
        .asString()
        .endsWith("there is no table or view nothing");
    assertThat(orders(url).check(kit.spark())).isEmpty();
    assertThat(orders(url).upsert(Order::id).check(kit.spark())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void namesAreNeverSql(String url) {
    record Odd(@ColumnName("x\"; DROP TABLE orders; --") int id) {}
    create(url);
    TestDatabase.execute(url,
        "CREATE TABLE \"a\"\"b; DROP TABLE orders\" (\"x\"\"; DROP TABLE orders; --\" INT PRIMARY KEY)");
    JdbcTable<Odd> odd = Jdbc.table(Odd.class, "\"a\"\"b; DROP TABLE orders\"").url(url);
    Pipeline pipeline = Pipeline.named("odd");
    pipeline
        .source("odd", InMemory.rows(Odd.class, List.of(new Odd(1))))
        .sink("table", odd.upsert(Odd::id));
    pipeline.run(kit.spark());

    assertThat(kit.source(odd)).hasRows(new Odd(1));
    assertThat(orders(url).check(kit.spark())).isEmpty();
  }

  @Test
  void refusesUrlsWithASecretAndUnknownDatabases() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> orders("jdbc:postgresql://host/shop?user=a&password=swordfish"))
        .withMessageContaining("password(Secret.env(…))")
        .withMessageNotContaining("swordfish");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> orders("jdbc:derby:memory:x"))
        .withMessageContaining("jdbc:postgresql:");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> orders("postgresql://host/shop"))
        .withMessageContaining("a JDBC URL begins with jdbc:");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Jdbc.table(Order.class, "orders; DROP TABLE x"))
        .withMessageContaining("is not the name of a table");
  }

  @Test
  void aDatabaseThatIsNotThereIsASentence() {
    assertThat(orders("jdbc:postgresql://127.0.0.1:1/shop").user("a")
        .password(Secret.of("swordfish")).check(kit.spark()))
        .singleElement()
        .asString()
        .startsWith("table orders of jdbc:postgresql://127.0.0.1:1/shop: ")
        .contains("refused")
        .doesNotContain("swordfish");
    assertThat(orders("jdbc:mysql://127.0.0.1:1/shop").check(kit.spark()))
        .singleElement()
        .asString()
        .endsWith(
            "no driver for jdbc:mysql://127.0.0.1:1/shop is on the class path: add com.mysql:mysql-connector-j");
    assertThat(orders("jdbc:h2:mem:x").password(Secret.env("NO_SUCH_VARIABLE")).check(kit.spark()))
        .singleElement()
        .asString()
        .endsWith("environment variable NO_SUCH_VARIABLE is not set");
  }
}
