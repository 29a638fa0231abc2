package dev.sluice.stages;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.min;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.sum;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.CheckedStage;
import dev.sluice.Stage;
import dev.sluice.connect.BatchSink;
import dev.sluice.connect.WriteMode;
import dev.sluice.connect.Written;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.quality.Rejected;
import dev.sluice.run.RunReport;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random graphs of stages with several sinks: each sink gets once what the same steps over lists
 * give, whatever is shared, kept or computed again on the way.
 */
@SparkTest
class RandomPipelinesTest {

  record Item(int id, String kind, Long amount) {}

  /** A stage, and its rows by plain Java. */
  private record Computed(Stage<Item> stage, List<Item> rows) {}

  /** {@code -Dsluice.random.pipelines=200} tries more. */
  static LongStream seeds() {
    return LongStream.rangeClosed(1, Integer.getInteger("sluice.random.pipelines", 12));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void eachSinkGetsOnceWhatTheSameStepsOverListsGive(long seed, SparkKit kit) {
    Random random = new Random(seed);
    List<Computed> stages = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      List<Item> items = Stream.generate(() -> item(random)).limit(15).toList();
      stages.add(new Computed(kit.rows(Item.class, items), items));
    }
    InMemorySink<Rejected> rejected = InMemory.sink(Rejected.class);
    Computed judged = stages.get(0);
    CheckedStage<Item> clean =
        judged.stage().clean("clean", c -> c.require("amount", col(Item::amount).gt(0L)));
    List<Item> accepted = judged.rows().stream().filter(item -> isMore(item, 0)).toList();
    stages.add(new Computed(clean, accepted));
    clean.rejected().sink("rejected", rejected);
    for (int i = 0; i < 8; i++) {
      stages.add(next(stages, random));
    }
    List<CountingSink> sinks = new ArrayList<>();
    List<List<Item>> expected = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Computed end = stages.get(stages.size() - 1 - random.nextInt(7));
      CountingSink sink = new CountingSink(InMemory.sink(Item.class), new AtomicInteger());
      end.stage().sink("sink " + i, sink);
      sinks.add(sink);
      expected.add(end.rows());
    }

    RunReport report = kit.pipeline().run(kit.spark());

    assertThat(report).isConserved();
    for (int i = 0; i < sinks.size(); i++) {
      assertThat(sinks.get(i).calls()).as("writes of sink %d", i).hasValue(1);
      assertThat(sinks.get(i).rows().rows())
          .as("rows of sink %d", i)
          .containsExactlyInAnyOrderElementsOf(expected.get(i));
    }
    assertThat(rejected.rows()).hasSize(judged.rows().size() - accepted.size());
  }

  private static Computed next(List<Computed> stages, Random random) {
    Computed one = pick(stages, random);
    Computed other = pick(stages, random);
    return switch (random.nextInt(8)) {
      case 0 -> more(one, random.nextInt(4));
      case 1 -> doubled(one);
      case 2 -> new Computed(one.stage().union(other.stage()), joined(one.rows(), other.rows()));
      case 3 -> new Computed(one.stage().distinct(), one.rows().stream().distinct().toList());
      case 4 -> new Computed(
          one.stage().semiJoin(other.stage()).on(Item::id).equalTo(Item::id),
          matching(one, other, true));
      case 5 -> new Computed(
          one.stage().antiJoin(other.stage()).on(Item::id).equalTo(Item::id),
          matching(one, other, false));
      case 6 -> summed(one);
      default -> first(one, 1 + random.nextInt(6));
    };
  }

  private static Computed more(Computed one, long least) {
    return new Computed(
        one.stage().filter(col(Item::amount).gt(least)),
        one.rows().stream().filter(item -> isMore(item, least)).toList());
  }

  private static boolean isMore(Item item, long least) {
    return item.amount() != null && item.amount() > least;
  }

  private static Computed doubled(Computed one) {
    return new Computed(
        one.stage()
            .select(row(Item::new).of(
                col(Item::id), col(Item::kind), col(Item::amount).plus(col(Item::amount)))),
        one.rows().stream()
            .map(item -> new Item(
                item.id(), item.kind(), item.amount() == null ? null : 2 * item.amount()))
            .toList());
  }

  private static List<Item> matching(Computed one, Computed other, boolean matching) {
    Set<Integer> ids = other.rows().stream().map(Item::id).collect(Collectors.toSet());
    return one.rows().stream().filter(item -> ids.contains(item.id()) == matching).toList();
  }

  private static Computed summed(Computed one) {
    Map<String, List<Item>> kinds =
        one.rows().stream()
            .collect(
                Collectors.groupingBy(
                    item -> String.valueOf(item.kind()), TreeMap::new, Collectors.toList()));
    return new Computed(
        one.stage()
            .groupBy(Item::kind)
            .aggregate(row(Item::new).of(
                min(Item::id).orElse(0), key(Item::kind), sum(Item::amount))),
        kinds.values().stream().map(RandomPipelinesTest::sumOf).toList());
  }

  private static Item sumOf(List<Item> items) {
    List<Long> amounts = items.stream().map(Item::amount).filter(Objects::nonNull).toList();
    return new Item(
        items.stream().mapToInt(Item::id).min().orElseThrow(),
        items.get(0).kind(),
        amounts.isEmpty() ? null : amounts.stream().mapToLong(Long::longValue).sum());
  }

  /** The order is total: equal rows are the same. */
  private static Computed first(Computed one, int rows) {
    Comparator<Item> order =
        Comparator.comparing(Item::id)
            .thenComparing(Item::kind, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Item::amount, Comparator.nullsFirst(Comparator.naturalOrder()));
    return new Computed(
        one.stage().sort(asc(Item::id), asc(Item::kind), asc(Item::amount)).limit(rows),
        one.rows().stream().sorted(order).limit(rows).toList());
  }

  private static List<Item> joined(List<Item> some, List<Item> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private static Computed pick(List<Computed> stages, Random random) {
    return stages.get(random.nextInt(stages.size()));
  }

  private static Item item(Random random) {
    return new Item(
        random.nextInt(8),
        random.nextInt(4) == 0 ? null : String.valueOf((char) ('a' + random.nextInt(3))),
        random.nextInt(5) == 0 ? null : (long) random.nextInt(6));
  }

  /** Keeps the rows, and counts how often it was asked to. */
  private record CountingSink(InMemorySink<Item> rows, AtomicInteger calls)
      implements BatchSink<Item> {

    @Override
    public Class<Item> type() {
      return rows.type();
    }

    @Override
    public String description() {
      return rows.description();
    }

    @Override
    public WriteMode mode() {
      return rows.mode();
    }

    @Override
    public Written write(Dataset<Row> written) {
      calls.incrementAndGet();
      return rows.write(written);
    }
  }
}
