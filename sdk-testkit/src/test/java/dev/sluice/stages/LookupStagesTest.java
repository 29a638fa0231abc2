package dev.sluice.stages;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.LookingUp;
import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.connect.LookupSession;
import dev.sluice.connect.LookupStore;
import dev.sluice.io.memory.InMemory;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.io.NotSerializableException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rows that are found in a store by a key of each row. */
@SparkTest
@Tag("smoke")
class LookupStagesTest {

  enum Grade {
    GOLD,
    IRON
  }

  record Address(String city, Integer zip) implements Serializable {}

  record Order(int id, Long user, String country, LocalDate day, List<String> tags) {}

  record User(long id, String name, Integer age, Grade grade, Address address, Instant since)
      implements Serializable {}

  record Named(int id, String name) {}

  record Wide(
      int id, String country, LocalDate day, List<String> tags, String name, Integer age,
      Grade grade, Address address, Instant since) {}

  record PriceKey(String country, LocalDate day) implements Serializable {}

  record Price(String country, LocalDate day, BigDecimal price) implements Serializable {}

  record Priced(int id, BigDecimal price) {}

  private static final LocalDate DAY = LocalDate.of(2026, 3, 29);
  private static final Instant SINCE = Instant.parse("2020-01-01T00:00:00.000001Z");
  private static final User ANN =
      new User(1, "Ann", 30, Grade.GOLD, new Address("Bonn", 53111), SINCE);
  private static final User BOB = new User(2, "Bob", null, null, null, null);

  /** What was asked of each store, by its name: executors are in this JVM. */
  private static final Map<String, List<Set<?>>> ASKED = new ConcurrentHashMap<>();

  private static final Map<String, AtomicInteger> OPEN = new ConcurrentHashMap<>();
  private static final Map<String, AtomicInteger> OPENED = new ConcurrentHashMap<>();

  /** A store in memory that says what was asked of it. */
  record InMap<K, T extends Record>(
      String name, Class<K> keyType, Class<T> type, HashMap<K, T> rows, Mood mood)
      implements LookupStore<K, T> {

    enum Mood {
      ANSWERS,
      ANSWERS_LATER,
      BLOCKS,
      NEVER_ANSWERS,
      FAILS,
      FAILS_LATER,
      GIVES_NULL,
      CANNOT_BE_OPENED,
      CANNOT_BE_CLOSED
    }

    @Override
    public String description() {
      return "map of users";
    }

    @Override
    public List<String> check(SparkSession spark) {
      return rows.isEmpty() ? List.of(description() + ": it is empty") : List.of();
    }

    @Override
    public LookupSession<K, T> open() {
      if (mood == Mood.CANNOT_BE_OPENED) {
        throw new IllegalStateException("no route to it, password=geheim");
      }
      OPENED.computeIfAbsent(name, n -> new AtomicInteger()).incrementAndGet();
      OPEN.computeIfAbsent(name, n -> new AtomicInteger()).incrementAndGet();
      return new LookupSession<>() {
        @Override
        public CompletionStage<Map<K, T>> find(Set<K> keys) throws Exception {
          ASKED.computeIfAbsent(name, n -> Collections.synchronizedList(new ArrayList<>()))
              .add(Set.copyOf(keys));
          Map<K, T> found = new HashMap<>(rows);
          found.keySet().retainAll(keys);
          return switch (mood) {
            case ANSWERS, CANNOT_BE_OPENED, CANNOT_BE_CLOSED ->
              CompletableFuture.completedFuture(found);
            case ANSWERS_LATER -> CompletableFuture.supplyAsync(
                () -> found, CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS));
            case BLOCKS -> {
              Thread.sleep(60_000);
              yield null;
            }
            case NEVER_ANSWERS -> new CompletableFuture<>();
            case FAILS -> throw new NotSerializableException("broken pipe to it");
            case FAILS_LATER -> CompletableFuture.failedFuture(
                new IllegalStateException("quota is used up"));
            case GIVES_NULL -> CompletableFuture.completedFuture(null);
          };
        }

        @Override
        public void close() {
          OPEN.get(name).decrementAndGet();
          if (mood == Mood.CANNOT_BE_CLOSED) {
            throw new IllegalStateException("cannot be closed");
          }
        }
      };
    }
  }

  private final SparkKit kit;
  private final String name = UUID.randomUUID().toString();

  LookupStagesTest(SparkKit kit) {
    this.kit = kit;
  }

  private InMap<Long, User> users(InMap.Mood mood) {
    return new InMap<>(
        name, Long.class, User.class, new HashMap<>(Map.of(1L, ANN, 2L, BOB)), mood);
  }

  private InMap<Long, User> users() {
    return users(InMap.Mood.ANSWERS);
  }

  private static Order order(int id, Long user) {
    return new Order(id, user, "FR", DAY, List.of("a"));
  }

  private Stage<Order> orders() {
    return kit.rows(Order.class, order(1, 1L), order(2, 2L), order(3, 9L), order(4, null));
  }

  private static Stage<Named> named(LookingUp<Order, User> lookup) {
    return lookup.select((o, u) -> row(Named::new).of(o.col(Order::id), u.col(User::name)));
  }

  @Test
  void whatIsNotFoundIsMissingAsInALeftJoin() {
    assertThat(named(orders().lookup(users()).on(Order::user)))
        .hasRows(new Named(1, "Ann"), new Named(2, "Bob"), new Named(3, null), new Named(4, null));
  }

  @Test
  void onlyFoundLeavesOutTheOtherRows() {
    assertThat(named(orders().lookup(users()).on(Order::user).onlyFound()))
        .hasRows(new Named(1, "Ann"), new Named(2, "Bob"));
  }

  @Test
  void everyKindOfValueGoesThrough() {
    Stage<Wide> wide =
        orders()
            .lookup(users()).on(Order::user).onlyFound()
            .select((o, u) -> row(Wide::new).of(
                o.col(Order::id), o.col(Order::country), o.col(Order::day), o.col(Order::tags),
                u.col(User::name), u.col(User::age), u.col(User::grade), u.col(User::address),
                u.col(User::since)));

    assertThat(wide)
        .hasRows(
            new Wide(1, "FR", DAY, List.of("a"), "Ann", 30, Grade.GOLD,
                new Address("Bonn", 53111), SINCE),
            new Wide(2, "FR", DAY, List.of("a"), "Bob", null, null, null, null));
  }

  @Test
  void aComputedKeyFindsToo() {
    assertThat(named(orders().lookup(users()).on(col(Order::user).minus(8L)).onlyFound()))
        .hasRows(new Named(3, "Ann"));
  }

  @Test
  void aKeyOfSeveralComponentsIsARecord() {
    InMap<PriceKey, Price> prices =
        new InMap<>(
            name, PriceKey.class, Price.class,
            new HashMap<>(
                Map.of(
                    new PriceKey("FR", DAY), new Price("FR", DAY, new BigDecimal("1.50")))),
            InMap.Mood.ANSWERS);
    Stage<Priced> priced =
        kit.rows(
            Order.class,
            order(1, 1L),
            new Order(2, 1L, "FR", DAY.plusDays(1), null),
            new Order(3, 1L, null, DAY, null))
            .lookup(prices).on(row(PriceKey::new).of(col(Order::country), col(Order::day)))
            .select((o, p) -> row(Priced::new).of(o.col(Order::id), p.col(Price::price)));

    assertThat(priced)
        .hasRows(
            new Priced(1, new BigDecimal("1.50").setScale(18)),
            new Priced(2, null),
            new Priced(3, null));
  }

  @Test
  void eachKeyOfABatchIsAskedOnceAndNullNever() {
    Stage<Order> rows =
        kit.rows(
            Order.class,
            IntStream.range(0, 10).mapToObj(i -> order(i, i % 5 == 0 ? null : i % 2 + 1L))
                .toArray(Order[]::new));

    List<Named> found =
        named(rows.lookup(users()).on(Order::user).batchSize(5)).collect(kit.spark());

    assertThat(found).extracting(Named::id).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(ASKED.get(name)).allMatch(keys -> Set.of(1L, 2L).containsAll(keys));
    assertThat(ASKED.get(name).stream().mapToInt(Set::size).sum()).isLessThanOrEqualTo(8);
  }

  @Test
  void rowsKeepTheirOrderWhenAnswersComeLater() {
    Stage<Order> rows =
        kit.rows(
            Order.class,
            IntStream.range(0, 100).mapToObj(i -> order(i, 1L)).toArray(Order[]::new));

    List<Named> found =
        named(
            rows.lookup(users(InMap.Mood.ANSWERS_LATER)).on(Order::user)
                .batchSize(7).batchesInFlight(4))
            .collect(kit.spark());

    assertThat(found)
        .extracting(Named::id)
        .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
    assertThat(found).extracting(Named::name).containsOnly("Ann");
  }

  @Test
  void aTaskWithoutRowsOpensNothing() {
    named(orders().filter(col(Order::id).gt(100)).lookup(users()).on(Order::user))
        .collect(kit.spark());

    assertThat(OPENED).doesNotContainKey(name);
  }

  @Test
  void whatWasOpenedIsClosedAlsoIfNobodyTakesAllRows() {
    Stage<Order> rows =
        kit.rows(
            Order.class,
            IntStream.range(0, 100).mapToObj(i -> order(i, 1L)).toArray(Order[]::new));

    named(rows.lookup(users()).on(Order::user).batchSize(3)).limit(2).collect(kit.spark());

    assertThat(OPENED.get(name).get()).isPositive();
    assertThat(OPEN.get(name).get()).isZero();
  }

  @Test
  void aSessionThatCannotBeClosedFailsNoRun() {
    assertThat(
        named(orders().lookup(users(InMap.Mood.CANNOT_BE_CLOSED)).on(Order::user).onlyFound()))
        .hasRows(new Named(1, "Ann"), new Named(2, "Bob"));
  }

  @Test
  void theRightSideCanBeNullUnlessOnlyWhatIsFoundStays() {
    record Aged(int id, long user) {}
    Stage<Aged> all =
        orders().lookup(users()).on(Order::user)
            .select((o, u) -> row(Aged::new).of(o.col(Order::id), u.col(User::id)));
    Stage<Aged> found =
        orders().lookup(users()).on(Order::user).onlyFound()
            .select((o, u) -> row(Aged::new).of(o.col(Order::id), u.col(User::id)));
    Stage<Aged> key =
        orders().lookup(users()).on(Order::user).onlyFound()
            .select((o, u) -> row(Aged::new).of(o.col(Order::id), o.col(Order::user)));

    assertThatThrownBy(() -> all.collect(kit.spark()))
        .hasMessageContaining("'id' is of a row that may not be found")
        .hasMessageContaining("but Aged.user is a primitive long");
    assertThat(found).hasRows(new Aged(1, 1), new Aged(2, 2));
    assertThat(key).hasRows(new Aged(1, 1), new Aged(2, 2));
  }

  private void assertFails(LookingUp<Order, User> lookup, String message) {
    Pipeline pipeline = Pipeline.named("orders");
    Stage<Named> named =
        named(
            pipeline.source("orders", InMemory.rows(Order.class, List.of(order(1, 1L))))
                .lookup(users(InMap.Mood.FAILS)).on(Order::user));
    assertThat(named.node().verb().name()).isEqualTo("lookup");
    assertThatThrownBy(() -> named(lookup).named("users of orders").collect(kit.spark()))
        .hasMessageContaining("stage 'users of orders' (LookupStagesTest.java:")
        .hasMessageContaining("lookup in map of users " + message)
        .hasMessageNotContaining("geheim");
  }

  @Test
  @Timeout(60)
  void aStoreThatBlocksFailsTheRunInTime() {
    assertFails(
        orders().lookup(users(InMap.Mood.BLOCKS)).on(Order::user).timeout(Duration.ofMillis(300)),
        "did not answer within 300 ms");
    assertThat(OPEN.get(name).get()).isZero();
  }

  @Test
  @Timeout(60)
  void aStoreThatNeverAnswersFailsTheRunInTime() {
    assertFails(
        orders().lookup(users(InMap.Mood.NEVER_ANSWERS)).on(Order::user)
            .timeout(Duration.ofSeconds(1)),
        "did not answer within 1 s. See whether it is there");
  }

  @Test
  void aFailureSaysWhichStoreAndWhy() {
    assertFails(
        orders().lookup(users(InMap.Mood.FAILS)).on(Order::user), "failed: broken pipe to it");
    assertFails(
        orders().lookup(users(InMap.Mood.FAILS_LATER)).on(Order::user), "failed: quota is used up");
    assertFails(
        orders().lookup(users(InMap.Mood.GIVES_NULL)).on(Order::user), "answered null");
    assertFails(
        orders().lookup(users(InMap.Mood.CANNOT_BE_OPENED)).on(Order::user),
        "cannot be opened: no route to it");
  }

  @Test
  void aStoreThatCannotTravelIsNamed() {
    record Unsendable(Object connection) implements LookupStore<Long, User> {
      @Override
      public Class<Long> keyType() {
        return Long.class;
      }

      @Override
      public Class<User> type() {
        return User.class;
      }

      @Override
      public String description() {
        return "unsendable";
      }

      @Override
      public LookupSession<Long, User> open() {
        return keys -> CompletableFuture.completedFuture(Map.of());
      }
    }

    assertThatThrownBy(
        () -> named(orders().lookup(new Unsendable(new Object())).on(Order::user))
            .collect(kit.spark()))
        .hasMessageContaining("stage 'lookup Named' (LookupStagesTest.java:")
        .hasMessageContaining("unsendable cannot be sent to the executors");
  }

  @Test
  void whatTheStoreKnowsToBeWrongIsFoundByTheCheck() {
    Pipeline pipeline = Pipeline.named("orders");
    InMap<Long, User> empty =
        new InMap<>(name, Long.class, User.class, new HashMap<>(), InMap.Mood.ANSWERS);
    named(
        pipeline.source("orders", InMemory.rows(Order.class, List.of(order(1, 1L))))
            .lookup(empty).on(Order::user))
        .sink("named", InMemory.sink(Named.class));

    assertThatThrownBy(() -> pipeline.check(kit.spark()))
        .hasMessageContaining("stage 'lookup Named' (LookupStagesTest.java:")
        .hasMessageContaining("map of users: it is empty");
  }

  @Test
  void impossibleSettingsAndKeysAreRefusedBeforeTheRun() {
    record Bytes(int n, byte[] id) {}
    InMap<Bytes, User> byBytes =
        new InMap<>(name, Bytes.class, User.class, new HashMap<>(), InMap.Mood.ANSWERS);
    Stage<Named> stage =
        kit.rows(Bytes.class, new Bytes(1, new byte[]{1}))
            .lookup(byBytes).on(row(Bytes::new).of(col(Bytes::n), col(Bytes::id)))
            .batchSize(0).batchesInFlight(-1).timeout(Duration.ZERO)
            .select((o, u) -> row(Named::new).of(o.col(Bytes::n), u.col(User::name)));

    assertThatThrownBy(() -> stage.collect(kit.spark()))
        .hasMessageContaining("byte[] is no key of a lookup")
        .hasMessageContaining("a batch of a lookup has 1 row or more, not 0")
        .hasMessageContaining("at least 1 batch of a lookup is in flight, not -1")
        .hasMessageContaining("the timeout of a lookup must be positive, not PT0S");
  }

  /** A table over JDBC, as a user would write it. */
  record JdbcUsers(String url) implements LookupStore<Long, User> {
    @Override
    public Class<Long> keyType() {
      return Long.class;
    }

    @Override
    public Class<User> type() {
      return User.class;
    }

    @Override
    public String description() {
      return "users over JDBC";
    }

    @Override
    public LookupSession<Long, User> open() throws SQLException {
      Connection connection = DriverManager.getConnection(url);
      PreparedStatement query =
          connection.prepareStatement("SELECT id, name FROM users WHERE id = ANY(?)");
      return new LookupSession<>() {
        @Override
        public CompletionStage<Map<Long, User>> find(Set<Long> keys) throws SQLException {
          query.setArray(1, connection.createArrayOf("BIGINT", keys.toArray()));
          Map<Long, User> found = new HashMap<>();
          try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
              found.put(
                  rows.getLong(1),
                  new User(rows.getLong(1), rows.getString(2), null, null, null, null));
            }
          }
          return CompletableFuture.completedFuture(found);
        }

        @Override
        public void close() throws SQLException {
          connection.close();
        }
      };
    }
  }

  @Test
  void aStoreOverJdbcIsAFewLines() throws SQLException {
    String url = "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID());
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE users (id BIGINT PRIMARY KEY, name VARCHAR)");
      statement.execute("INSERT INTO users VALUES (1, 'Ann'), (3, 'Cid')");
    }

    assertThat(named(orders().lookup(new JdbcUsers(url)).on(Order::user)))
        .hasRows(new Named(1, "Ann"), new Named(2, null), new Named(3, null), new Named(4, null));
    assertThatThrownBy(
        () -> named(orders().lookup(new JdbcUsers("jdbc:h2:mem:none")).on(Order::user))
            .collect(kit.spark()))
        .hasMessageContaining("lookup in users over JDBC cannot be opened: ")
        .hasMessageContaining("USERS");
  }
}
