package dev.sluice.stages;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.connect.Secret;
import dev.sluice.connect.Sink;
import dev.sluice.io.cassandra.Cassandra;
import dev.sluice.io.cassandra.CassandraTable;
import dev.sluice.io.cassandra.Consistency;
import dev.sluice.io.memory.InMemory;
import dev.sluice.record.ColumnName;
import dev.sluice.record.Precision;
import dev.sluice.run.RunReport;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.server.CassandraServer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/** Tables of a real Cassandra. */
@SparkTest
@EnabledIf("dev.sluice.stages.CassandraTablesTest#canStart")
class CassandraTablesTest {

  static boolean canStart() {
    return Runtime.version().feature() == 17
        || System.getenv("JAVA17_HOME") != null
        || System.getProperty("sluice.java17.home") != null;
  }

  enum State {
    NEW,
    PAID
  }

  record User(long id, String name) {}

  record Visit(String user, LocalDate day, int hour, String page) {}

  record VisitKey(String user, LocalDate day, int hour) {}

  record All(
      String id,
      @ColumnName("Full Name") String name,
      State state,
      Boolean flag,
      Byte tiny,
      Short small,
      Integer whole,
      Long big,
      Float single,
      Double real,
      @Precision(value = 12, scale = 2) BigDecimal amount,
      @Precision(value = 38, scale = 0) BigDecimal huge,
      LocalDate day,
      Instant at,
      String clock,
      Duration length,
      String address,
      String moment,
      List<Integer> numbers,
      List<String> words,
      Map<String, Long> counts,
      List<List<Integer>> nested) {}

  private static CassandraServer server;
  private static CqlSession session;

  private final SparkKit kit;
  private final String keyspace = server.createKeyspace();

  CassandraTablesTest(SparkKit kit) {
    this.kit = kit;
  }

  @BeforeAll
  static void start() {
    server = CassandraServer.shared();
    session = server.openSession();
  }

  @AfterAll
  static void end() {
    session.close();
  }

  private <T extends Record> CassandraTable<T> table(Class<T> type, String name) {
    return Cassandra.table(type, keyspace + "." + name)
        .contactPoints("127.0.0.1:" + server.contactPoint().getPort())
        .localDatacenter(server.datacenter())
        .timeout(Duration.ofSeconds(20));
  }

  private List<Row> cql(String statement) {
    return session.execute(statement.replace("{k}", keyspace)).all();
  }

  private CassandraTable<User> users() {
    cql("CREATE TABLE IF NOT EXISTS {k}.users (id bigint PRIMARY KEY, name text)");
    return table(User.class, "users");
  }

  private CassandraTable<Visit> visits() {
    cql(
        "CREATE TABLE IF NOT EXISTS {k}.visits (user text, day date, hour int, page text, PRIMARY KEY ((user, day), hour))");
    return table(Visit.class, "visits");
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  private <T extends Record> RunReport write(Sink<T> sink, T... rows) {
    return write(sink, List.of(rows));
  }

  private <T extends Record> RunReport write(Sink<T> sink, List<T> rows) {
    Pipeline pipeline = Pipeline.named("rows");
    pipeline.source("rows", InMemory.rows(sink.type(), rows)).sink("table", sink);
    return pipeline.run(kit.spark());
  }

  private static List<User> users(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> new User(i, "user " + i)).toList();
  }

  @Test
  void anUpsertReplacesTheRowOfTheKeyAndMayBeRepeated() {
    CassandraTable<User> users = users();
    write(users.upsert(User::id), new User(1, "Ann"), new User(2, "Bob"));

    for (int i = 0; i < 3; i++) {
      RunReport report = write(users.upsert(User::id), new User(2, "Bill"), new User(3, "Cid"));
      assertThat(report.sink("table").orElseThrow().rows()).hasValue(2);
    }

    assertThat(kit.source(users))
        .hasRows(new User(1, "Ann"), new User(2, "Bill"), new User(3, "Cid"));
  }

  @Test
  void everyRowIsReadOnceHoweverTheTokensAreDivided() {
    CassandraTable<User> users = users();
    List<User> rows = users(0, 500);
    write(users.upsert(User::id), rows);

    for (int parts : new int[]{1, 2, 3, 7, 40}) {
      assertThat(kit.source(users.partitions(parts).fetchSize(11)))
          .hasRows(rows.toArray(User[]::new));
    }
    assertThat(kit.source(users)).hasRows(rows.toArray(User[]::new));
    assertThat(users.partitions(7).read(kit.spark()).rdd().getNumPartitions()).isEqualTo(7);
  }

  @Test
  void anEmptyTableHasNoRows() {
    assertThat(kit.source(users())).hasRows();
  }

  @Test
  void everyTypeComesBackAsItWas() {
    cql(
        "CREATE TABLE {k}.alls (id uuid PRIMARY KEY, \"Full Name\" ascii, state text, flag boolean, tiny tinyint,"
            + " small smallint, whole int, big bigint, single float, real double, amount decimal, huge varint,"
            + " day date, at timestamp, clock time, length duration, address inet, moment timeuuid,"
            + " numbers list<int>, words set<text>, counts map<text, bigint>, nested list<frozen<list<int>>>)");
    CassandraTable<All> alls = table(All.class, "alls");
    All full =
        new All(
            "5b6962dd-3f90-4c93-8f61-eabfa4a803e2", "Ann", State.PAID, true, (byte) -1, (short) 300,
            70_000, 1L << 40, 1.5f, Double.NEGATIVE_INFINITY, new BigDecimal("12345.50"),
            new BigDecimal("12345678901234567890123456789"), LocalDate.of(1500, 2, 28),
            Instant.parse("1969-12-31T23:59:59.999Z"), "13:30:05.000000001",
            Duration.ofHours(-30).plusNanos(1_000), "192.168.0.1",
            "50554d6e-29bb-11e5-b345-feff819cdc9f", List.of(3, 1, 3), List.of("a", "b"),
            Map.of("x", 1L), List.of(List.of(1), List.of(2, 3)));
    All empty =
        new All(
            "00000000-0000-0000-0000-000000000000", null, null, null, null, null, null, null, null,
            null, null, null, null, null, null, null, null, null, null, null, null, null);

    assertThat(alls.check(kit.spark())).isEmpty();
    assertThat(alls.upsert(All::id).check(kit.spark())).isEmpty();
    Pipeline pipeline = Pipeline.named("alls");
    pipeline
        .source("alls", InMemory.rows(All.class, List.of(full, empty)))
        .filter(col(All::id).isNotNull())
        .sink("table", alls.upsert(All::id));
    pipeline.run(kit.spark());

    assertThat(kit.source(alls)).hasRows(full, empty);
  }

  @Test
  void whereReadsSinglePartitionsAndRows() {
    CassandraTable<Visit> visits = visits();
    LocalDate day = LocalDate.of(2026, 3, 29);
    Visit first = new Visit("ann", day, 1, "a");
    Visit second = new Visit("ann", day, 2, "b");
    Visit other = new Visit("bob", day, 1, "c");
    kitWrite(visits, first, second, other, new Visit("bob", day.plusDays(1), 1, "d"));

    assertThat(
        kit.source(visits.where(Visit::user).equalTo("ann").where(Visit::day).equalTo(day)))
        .hasRows(first, second);
    assertThat(
        kit.source(
            visits.where(Visit::user).in("ann", "bob", "bob", "cid")
                .where(Visit::day).equalTo(day)
                .where(Visit::hour).equalTo(1)))
        .hasRows(first, other);
    assertThat(visits.where(Visit::user).equalTo("ann").check(kit.spark()))
        .singleElement().asString()
        .contains(
            "where(…) takes a value for each column of the partition key (user, day), and has (user)");
    assertThat(
        visits.where(Visit::user).equalTo("ann").where(Visit::day).equalTo(day)
            .where(Visit::page).equalTo("a").check(kit.spark()))
        .singleElement().asString()
        .contains("where(…) takes the clustering columns in their order (user, day, hour)");
  }

  /** A String may be NULL, and then it is no key: so it is required first. */
  private void kitWrite(CassandraTable<Visit> visits, Visit... rows) {
    Pipeline pipeline = Pipeline.named("visits");
    pipeline
        .source("visits", InMemory.rows(Visit.class, List.of(rows)))
        .filter(col(Visit::user).isNotNull().and(col(Visit::day).isNotNull()))
        .sink("table", visits.upsert(Visit::user, Visit::day, Visit::hour));
    pipeline.run(kit.spark());
  }

  @Test
  void aKeyThatMayBeNullIsRefusedBeforeTheRun() {
    assertThatThrownBy(
        () -> write(
            visits().upsert(Visit::user, Visit::day, Visit::hour),
            new Visit("ann", null, 1, "a")))
        .hasMessageContaining("the key 'user' of Visit may be NULL")
        .hasMessageContaining("the key 'day' of Visit may be NULL");
  }

  @Test
  void aNullDeletesTheValueUnlessItIsToStay() {
    CassandraTable<User> users = users();
    write(users.upsert(User::id), new User(1, "Ann"), new User(2, "Bob"));

    write(users.upsert(User::id).keepingWhereNull(), new User(1, null));
    write(users.upsert(User::id), new User(2, null));

    assertThat(kit.source(users)).hasRows(new User(1, "Ann"), new User(2, null));
  }

  @Test
  void whatHasATimeToLiveIsGoneAfterIt() throws InterruptedException {
    CassandraTable<User> users = users();
    write(users.upsert(User::id).ttl(Duration.ofHours(1)), new User(1, "Ann"));
    write(users.upsert(User::id).ttl(Duration.ofSeconds(1)), new User(2, "Bob"));

    assertThat(cql("SELECT ttl(name) FROM {k}.users WHERE id = 1").get(0).getInt(0))
        .isBetween(3_000, 3_600);
    Thread.sleep(2_500);
    assertThat(kit.source(users)).hasRows(new User(1, "Ann"));
  }

  @Test
  void consistencyAndConcurrencyAreTaken() {
    CassandraTable<User> users = users().consistency(Consistency.ONE);
    write(
        users.upsert(User::id).consistency(Consistency.ALL).concurrency(1),
        users(0, 20));

    assertThat(kit.source(users)).hasRows(users(0, 20).toArray(User[]::new));
    assertThatThrownBy(
        () -> write(users.upsert(User::id).consistency(Consistency.THREE), new User(1, "x")))
        .hasMessageContaining("sink 'table' failed")
        .hasMessageContaining("cassandra table " + keyspace + ".users")
        .hasMessageContaining("too few replicas are up");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> users.consistency(Consistency.EACH_QUORUM))
        .withMessageContaining("is for writes");
  }

  @Test
  void aValueThatDoesNotFitFailsTheRunAndIsNamed() {
    record Moment(long id, Instant at) {}
    record Numbered(long id, List<String> tags) {}
    cql("CREATE TABLE {k}.moments (id bigint PRIMARY KEY, at timestamp)");
    cql("CREATE TABLE {k}.tagged (id bigint PRIMARY KEY, tags set<text>)");
    CassandraTable<Moment> moments = table(Moment.class, "moments");
    Moment exact = new Moment(1, Instant.parse("2026-03-29T01:30:00.123456Z"));

    assertThatThrownBy(() -> write(moments.upsert(Moment::id), exact))
        .hasMessageContaining(
            "Moment.at for column \"at\": a timestamp of Cassandra has milliseconds, and 2026-03-29T01:30:00.123456Z has more: say truncatingTimes()");
    write(moments.upsert(Moment::id).truncatingTimes(), exact);
    assertThat(kit.source(moments))
        .hasRows(new Moment(1, Instant.parse("2026-03-29T01:30:00.123Z")));
    assertThatThrownBy(
        () -> write(
            table(Numbered.class, "tagged").upsert(Numbered::id),
            new Numbered(1, List.of("a", "a"))))
        .hasMessageContaining("Numbered.tags for column \"tags\": a set has no element twice");
  }

  @Test
  void aWiderComponentReadsANarrowerColumnAndNullIsForCleaning() {
    record Wide(long id, long whole, double single) {}
    cql("CREATE TABLE {k}.narrow (id int PRIMARY KEY, whole smallint, single float)");
    cql("INSERT INTO {k}.narrow (id, whole, single) VALUES (1, -7, 0.5)");
    CassandraTable<Wide> narrow = table(Wide.class, "narrow");

    assertThat(kit.source(narrow)).hasRows(new Wide(1, -7, 0.5));
    assertThat(narrow.upsert(Wide::id).check(kit.spark()))
        .anySatisfy(
            problem -> assertThat(problem)
                .contains("column \"whole\" is smallint, and Wide.whole is long: make the component"
                    + " Short"));

    cql("INSERT INTO {k}.narrow (id) VALUES (2)");
    assertThatThrownBy(() -> kit.source(narrow).filter(col(Wide::id).gt(0)).collect(kit.spark()))
        .hasMessageContaining("is NULL");
  }

  @Test
  void aLookupFindsRowsByTheWholeKey() {
    record Order(int id, Long user) {}
    record Named(int id, String name) {}
    CassandraTable<User> users = users();
    write(users.upsert(User::id), users(0, 300));
    Stage<Order> orders =
        kit.rows(
            Order.class,
            IntStream.range(0, 1_000)
                .mapToObj(i -> new Order(i, i % 400 == 399 ? null : (long) i % 400))
                .toArray(Order[]::new));

    List<Named> found =
        orders.lookup(users.by(User::id)).on(Order::user)
            .select((o, u) -> row(Named::new).of(o.col(Order::id), u.col(User::name)))
            .collect(kit.spark());

    assertThat(found)
        .containsExactlyElementsOf(
            IntStream.range(0, 1_000)
                .mapToObj(i -> new Named(i, i % 400 < 300 ? "user " + i % 400 : null))
                .toList());
  }

  @Test
  void aLookupByAKeyOfSeveralColumns() {
    record Click(int id, String user, LocalDate day, int hour) {}
    record Paged(int id, String page) {}
    LocalDate day = LocalDate.of(2026, 3, 29);
    kitWrite(visits(), new Visit("ann", day, 1, "a"), new Visit("ann", day, 2, "b"));

    Stage<Paged> paged =
        kit.rows(
            Click.class, new Click(1, "ann", day, 2), new Click(2, "bob", day, 2),
            new Click(3, null, day, 2))
            .lookup(visits().by(VisitKey.class))
            .on(row(VisitKey::new).of(col(Click::user), col(Click::day), col(Click::hour)))
            .select((c, v) -> row(Paged::new).of(c.col(Click::id), v.col(Visit::page)));

    assertThat(paged).hasRows(new Paged(1, "b"), new Paged(2, null), new Paged(3, null));
    assertThat(visits().by(Visit::user).check(kit.spark()))
        .singleElement().asString()
        .contains(
            "it is looked up by its whole primary key (user, day, hour), for which there is one row, not by (user)");
  }

  @Test
  void theCheckComparesTheTableWithTheRecord() {
    record Wrong(long id, String nmae, int age, String home) {}
    cql("CREATE TYPE {k}.home (street text)");
    cql("CREATE TABLE {k}.people (id bigint PRIMARY KEY, name text, age text, home home)");
    CassandraTable<Wrong> people = table(Wrong.class, "people");

    assertThat(people.check(kit.spark()))
        .hasSize(3)
        .allMatch(problem -> problem.startsWith("cassandra table " + keyspace + ".people of 127."))
        .anyMatch(
            p -> p.endsWith("there is no column \"nmae\" for Wrong.nmae; did you mean \"name\"?"))
        .anyMatch(p -> p
            .endsWith("column \"age\" is text, and Wrong.age is int: make the component String"))
        .anyMatch(p -> p.endsWith(
            "column \"home\" is home, and Wrong.home is String: there is no component for that type, so leave it out of the record"));
    assertThatThrownBy(() -> kit.source(people).collect(kit.spark()))
        .hasMessageContaining("did you mean \"name\"?");
  }

  @Test
  void aMissingTableAndKeyspaceAreNamed() {
    users();

    assertThat(table(User.class, "user").check(kit.spark()))
        .singleElement().asString()
        .endsWith("there is no table user in keyspace " + keyspace + "; did you mean users?");
    assertThat(
        Cassandra.table(User.class, "sistem.users")
            .contactPoints("127.0.0.1:" + server.contactPoint().getPort())
            .check(kit.spark()))
        .singleElement().asString()
        .endsWith("there is no keyspace sistem; did you mean system?");
    String missing = table(User.class, "customers").upsert(User::id).check(kit.spark()).get(0);
    assertThat(missing).contains("This makes one: CREATE TABLE ");
    cql(missing.replaceFirst("(?s).*This makes one: ", ""));
    assertThat(table(User.class, "customers").upsert(User::id).check(kit.spark())).isEmpty();
  }

  @Test
  void theKeyOfAnUpsertIsThePrimaryKey() {
    record Part(String user, String page) {}
    assertThat(visits().upsert(Visit::user).check(kit.spark()))
        .singleElement().asString()
        .contains("the key (user) is not the primary key of the table, which is (user, day, hour)");
    assertThat(table(Part.class, "visits").upsert(Part::user).check(kit.spark()))
        .anySatisfy(
            problem -> assertThat(problem)
                .contains(
                    "column \"day\" is in the primary key (user, day, hour), and Part has no component for it"));
  }

  @Test
  void countersAndStaticColumnsOfRowsAreRefused() {
    record Counted(String page, long views) {}
    record Item(String shop, int id, String city, String item) {}
    record Shop(String shop, String city) {}
    cql("CREATE TABLE {k}.counted (page text PRIMARY KEY, views counter)");
    cql("UPDATE {k}.counted SET views = views + 3 WHERE page = 'a'");
    cql(
        "CREATE TABLE {k}.shops (shop text, id int, city text static, item text, PRIMARY KEY (shop, id))");

    assertThat(table(Counted.class, "counted").upsert(Counted::page).check(kit.spark()))
        .singleElement().asString().contains("column \"views\" is a counter");
    assertThat(kit.source(table(Counted.class, "counted"))).hasRows(new Counted("a", 3));
    assertThat(table(Item.class, "shops").upsert(Item::shop, Item::id).check(kit.spark()))
        .singleElement().asString().contains("column \"city\" is static");
    assertThat(table(Shop.class, "shops").upsert(Shop::shop).check(kit.spark())).isEmpty();
  }

  @Test
  @Timeout(60)
  void aServerThatIsNotThereIsASentenceInTime() {
    CassandraTable<User> nowhere =
        Cassandra.table(User.class, "shop.users").contactPoints("127.0.0.1:1")
            .timeout(Duration.ofSeconds(2));

    assertThat(nowhere.check(kit.spark()))
        .singleElement().asString()
        .startsWith("cassandra table shop.users of 127.0.0.1:1: no node of 127.0.0.1:1 answers");
    assertThat(Cassandra.table(User.class, "shop.users").check(kit.spark()))
        .containsExactly("cassandra table shop.users: it has no contactPoints(…)");
    assertThat(
        Cassandra.table(User.class, "shop.users").contactPoints("no-such-host.invalid")
            .check(kit.spark()))
        .singleElement().asString()
        .contains("no host is called no-such-host.invalid");
  }

  @Test
  @Timeout(60)
  void aWrongDataCenterIsNamedWithTheRightOne() {
    assertThat(users().localDatacenter("mars").check(kit.spark()))
        .singleElement().asString()
        .endsWith("the cluster has no data center mars; it has datacenter1");
  }

  @Test
  void passwordsAreNowhere() {
    record Named(long id, String name) {}
    CassandraTable<User> users = users().user("shop").password(Secret.of("geheim1"));
    cql("CREATE TABLE {k}.named (id bigint PRIMARY KEY, name text)");
    CassandraTable<Named> named =
        table(Named.class, "named").user("shop").password(Secret.of("geheim1"));
    write(users().upsert(User::id), new User(1, "Ann"));
    Pipeline pipeline = Pipeline.named("secret");
    pipeline
        .source("users", users)
        .lookup(users.by(User::id)).on(User::id)
        .select((u, v) -> row(Named::new).of(u.col(User::id), v.col(User::name)))
        .sink("named", named.upsert(Named::id));
    StringBuilder log = new StringBuilder();
    try (EventLog events = new EventLog(kit.spark())) {
      log.append(pipeline.run(kit.spark()));
      log.append(events.lines());
    }

    log.append(users).append(users.upsert(User::id)).append(users.by(User::id));
    log.append(pipeline.describe()).append(pipeline.plan().toJson());
    log.append(users.check(kit.spark()));
    assertThat(log.toString())
        .contains("cassandra table " + keyspace + ".named")
        .doesNotContain("geheim1");
    assertThat(kit.source(named)).hasRows(new Named(1, "Ann"));
  }

  @Test
  void theDriverLogsNoPassword() {
    try (CapturedLog log = CapturedLog.debugging("com.datastax.oss.driver")) {
      // a timeout of its own is a session of its own
      CassandraTable<User> users =
          users().user("shop").password(Secret.of("geheim1")).timeout(Duration.ofSeconds(21));
      assertThat(users.check(kit.spark())).isEmpty();
      assertThat(
          users.contactPoints("127.0.0.1:1").timeout(Duration.ofSeconds(2)).check(kit.spark()))
          .hasSize(1);

      assertThat(String.join("\n", log.texts())).contains("127.0.0.1").doesNotContain("geheim1");
    }
  }

  @Test
  void namesThatAreNoneAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cassandra.table(User.class, "users"))
        .withMessageContaining("write it with its keyspace, shop.users");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cassandra.table(User.class, "a.b; DROP TABLE c"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> users().contactPoints("host:99999"))
        .withMessageContaining("a contact point is a host");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> users().upsert(User::id).ttl(Duration.ofMillis(1_500)));
  }
}
