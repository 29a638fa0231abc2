package dev.sluice.streams;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.desc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.streaming.StreamInput;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.streaming.state.ApplyChanges;
import dev.sluice.streaming.state.GapSessions;
import dev.sluice.streaming.state.Latest;
import dev.sluice.streaming.state.RunningTotal;
import dev.sluice.streaming.state.TopN;
import dev.sluice.testkit.SparkTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The stages that are made of state, over random rows in random epochs, against the same by hand. */
@SparkTest
@Timeout(180)
class KeyedStagesTest {

  record Sale(String shop, long id, String op, Long cents, Instant at) {}

  record Balance(String shop, long id, long total) {}

  record Till(long sales, long last) {}

  record Rush(String shop, Instant end, long sales, long last) {}

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration LATENESS = Duration.ofSeconds(20);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Comparator<Sale> BY_TIME =
      Comparator.comparing(Sale::at).thenComparing(Sale::shop).thenComparing(Sale::id);

  private final StreamInput<Sale> sales = StreamInput.of(Sale.class);
  private final Pipeline pipeline = Pipeline.named("shops");
  private final Random random = new Random(11);
  private final List<Sale> rows = random(40);

  @TempDir
  Path checkpoints;

  /** In an order in which no row is too late; ids are in the order of time. */
  private List<Sale> random(int count) {
    record Arriving(Sale sale, long at) {}
    List<Arriving> all = new ArrayList<>();
    for (int id = 0; id < count; id++) {
      long second = id * 5L;
      Sale sale =
          new Sale(
              "shop" + random.nextInt(3),
              id,
              random.nextInt(4) == 0 ? "d" : "u",
              random.nextInt(9) == 0 ? null : (long) random.nextInt(10),
              START.plusSeconds(second));
      long at = second * 1000 + random.nextInt((int) LATENESS.toMillis());
      all.add(new Arriving(sale, at));
      if (random.nextInt(5) == 0) {
        all.add(new Arriving(sale, second * 1000 + random.nextInt((int) LATENESS.toMillis())));
      }
    }
    return all.stream()
        .sorted(Comparator.comparingLong(Arriving::at))
        .map(Arriving::sale)
        .toList();
  }

  private TimedStage<Sale> timed() {
    return pipeline.source("sales", sales).eventTime(Sale::at, LATENESS);
  }

  // #region top
  private static Stage<Sale> top(TimedStage<Sale> sales) {
    return TopN.of(sales).every(MINUTE).per(Sale::shop).first(2, desc(Sale::cents));
  }
  // #endregion

  // #region balances
  private static Stage<Balance> balances(TimedStage<Sale> sales) {
    return RunningTotal.of(sales)
        .keyedBy(Sale::shop)
        .ofLong(
            Sale::cents,
            Balance.class,
            (sale, total) -> new Balance(sale.shop(), sale.id(), total));
  }
  // #endregion

  // #region sessions
  private static Stage<Rush> rushes(TimedStage<Sale> sales) {
    return GapSessions.of(sales)
        .keyedBy(Sale::shop)
        .pause(sale -> Duration.ofSeconds(5 + 3 * (sale.id() % 5)))
        .building(
            Till.class,
            (till, sale) -> new Till(till.map(Till::sales).orElse(0L) + 1, sale.id()))
        .closed(Rush.class, (shop, till, end) -> new Rush(shop, end, till.sales(), till.last()));
  }
  // #endregion

  private static ApplyChanges<Sale> last(TimedStage<Sale> sales) {
    return ApplyChanges.timed(sales)
        .keys(Sale::shop)
        .sequenceBy(Sale::id)
        .deletesWhen(col(Sale::op).eq("d"));
  }

  private Map<String, List<Sale>> byShop() {
    return rows.stream()
        .sorted(BY_TIME)
        .collect(Collectors.groupingBy(Sale::shop, TreeMap::new, Collectors.toList()));
  }

  private List<Sale> expectedTop() {
    Map<List<Object>, List<Sale>> windows =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    sale -> List.of(sale.shop(), sale.at().getEpochSecond() / 60)));
    Comparator<Sale> order =
        Comparator.comparing(
            Sale::cents, Comparator.nullsLast(Comparator.<Long>reverseOrder()))
            .thenComparing(Sale::id);
    return windows.values().stream()
        .flatMap(window -> window.stream().sorted(order).limit(2))
        .toList();
  }

  private List<Balance> expectedBalances() {
    List<Balance> balances = new ArrayList<>();
    byShop()
        .forEach(
            (shop, all) -> {
              long total = 0;
              for (Sale sale : all) {
                total += sale.cents() == null ? 0 : sale.cents();
                balances.add(new Balance(shop, sale.id(), total));
              }
            });
    return balances;
  }

  private List<Rush> expectedRushes() {
    List<Rush> rushes = new ArrayList<>();
    byShop()
        .forEach(
            (shop, all) -> {
              Instant end = Instant.MIN;
              int count = 0;
              Sale before = null;
              for (Sale sale : all) {
                if (before != null && !sale.at().isBefore(end)) {
                  rushes.add(new Rush(shop, end, count, before.id()));
                  count = 0;
                  end = Instant.MIN;
                }
                Instant own = sale.at().plusSeconds(5 + 3 * (sale.id() % 5));
                end = own.isAfter(end) ? own : end;
                count++;
                before = sale;
              }
              rushes.add(new Rush(shop, end, count, before.id()));
            });
    return rushes;
  }

  /** The table that a copy ends up with. */
  private Map<String, Long> expectedTable() {
    Map<String, Sale> last = new HashMap<>();
    rows.forEach(
        sale -> last.merge(sale.shop(), sale, (a, b) -> a.id() >= b.id() ? a : b));
    return last.values().stream()
        .filter(sale -> sale.op().equals("u"))
        .collect(Collectors.toMap(Sale::shop, Sale::id));
  }

  /** Epochs in turn: what was put in, and what was taken away. */
  private static Map<String, Long> table(List<Sale> changes) {
    Map<String, Long> table = new HashMap<>();
    changes.forEach(
        change -> {
          if (change.op().equals("d")) {
            table.remove(change.shop());
          } else {
            table.put(change.shop(), change.id());
          }
        });
    return table;
  }

  @Test
  void aStreamGivesWhatIsComputedByHandHoweverItIsCutAndAlsoOverARestart(SparkSession spark) {
    Delivered<Sale> top = Delivered.of(Sale.class);
    Delivered<Balance> balances = Delivered.of(Balance.class);
    Delivered<Rush> rushes = Delivered.of(Rush.class);
    Delivered<Sale> changes = Delivered.of(Sale.class);
    Delivered<Sale> upserts = Delivered.of(Sale.class);
    Delivered<Sale> deletes = Delivered.of(Sale.class);
    TimedStage<Sale> timed = timed();
    top(timed).sink("top", top);
    balances(timed).sink("balances", balances);
    rushes(timed).sink("rushes", rushes);
    ApplyChanges<Sale> last = last(timed);
    last.changes().sink("changes", changes);
    last.upserts().sink("upserts", upserts);
    last.deletes().sink("deletes", deletes);

    int at = 0;
    StreamingRun run = start(spark);
    for (int epoch = 0; at < rows.size(); epoch++) {
      int end = Math.min(rows.size(), at + 12 + random.nextInt(10));
      sales.add(rows.subList(at, end));
      at = end;
      run.processAllAvailable();
      if (epoch == 1) {
        run.drain();
        run = start(spark);
      }
    }
    sales.add(new Sale("the end", 9_999, "d", 0L, START.plusSeconds(100_000)));
    run.processAllAvailable();
    run.drain();

    assertThat(top.rows()).containsExactlyInAnyOrderElementsOf(expectedTop());
    assertThat(balances.rows()).containsExactlyInAnyOrderElementsOf(expectedBalances());
    assertThat(rushes.rows()).containsExactlyInAnyOrderElementsOf(expectedRushes());
    assertThat(table(changes.rows())).isEqualTo(expectedTable());
    assertThat(upserts.rows()).allMatch(sale -> sale.op().equals("u"));
    assertThat(upserts.rows().size() + deletes.rows().size()).isEqualTo(changes.rows().size());
  }

  @Test
  void aBatchGivesWhatIsComputedByHand(SparkSession spark) {
    sales.add(rows);

    assertThat(top(timed()).collect(spark)).containsExactlyInAnyOrderElementsOf(expectedTop());
    assertThat(balances(timed()).collect(spark))
        .containsExactlyInAnyOrderElementsOf(expectedBalances());
    assertThat(rushes(timed()).collect(spark))
        .containsExactlyInAnyOrderElementsOf(expectedRushes());
    assertThat(table(last(timed()).changes().collect(spark))).isEqualTo(expectedTable());
  }

  // #region latest
  private Stage<Sale> latest() {
    return Latest.of(pipeline.source("sales", sales)).per(Sale::shop).by(Sale::at);
  }
  // #endregion

  private Map<String, Long> expectedLatest() {
    return rows.stream()
        .collect(Collectors.toMap(Sale::shop, Sale::id, Math::max));
  }

  @Test
  void theLatestRowOfAKeyComesEachTimeItChangesAndOnceInABatch(SparkSession spark) {
    sales.add(rows);
    assertThat(latest().collect(spark)).hasSize(3)
        .allSatisfy(
            sale -> assertThat(expectedLatest()).containsEntry(sale.shop(), sale.id()));
    Delivered<Sale> latest = Delivered.of(Sale.class);
    latest().sink("latest", latest);
    Sale older = new Sale("shop0", -1, "u", 1L, START.minusSeconds(1));

    try (StreamingRun run = start(spark)) {
      run.processAllAvailable();
      sales.add(older, new Sale("shop3", 500, "u", 1L, START));
      run.processAllAvailable();
    }

    assertThat(latest.rows()).extracting(Sale::shop)
        .containsOnlyOnce("shop1", "shop2", "shop3");
    assertThat(latest.rows()).doesNotContain(older);
  }

  @Test
  void anOldChangeThatComesAfterADeleteBringsNothingBack(SparkSession spark) {
    Delivered<Sale> changes = Delivered.of(Sale.class);
    last(timed()).changes().sink("changes", changes);

    try (StreamingRun run = start(spark)) {
      sales.add(sale(1, "u", 0), sale(3, "d", 2));
      run.processAllAvailable();
      sales.add(sale(2, "u", 1), sale(3, "d", 2));
      run.processAllAvailable();
      sales.add(sale(4, "u", 3));
      run.processAllAvailable();
    }

    assertThat(changes.rows()).extracting(Sale::id).containsExactly(3L, 4L);
  }

  private static Sale sale(long id, String op, int second) {
    return new Sale("a", id, op, 1L, START.plusSeconds(second));
  }

  @Test
  void aChangeWithoutASequenceFailsWithItsStage(SparkSession spark) {
    sales.add(new Sale("a", 1, "u", null, START));
    ApplyChanges<Sale> last =
        ApplyChanges.of(pipeline.source("sales", sales))
            .keys(Sale::shop)
            .sequenceBy(Sale::cents)
            .deletesWhen(col(Sale::op).eq("d"));

    assertThatThrownBy(() -> last.upserts().collect(spark))
        .hasMessageContaining("stage 'applyChanges Sale'")
        .hasMessageContaining("the sequence of a change is NULL");
  }

  private StreamingRun start(SparkSession spark) {
    return Streaming.of(pipeline).checkpoints(checkpoints.toString()).start(spark);
  }
}
