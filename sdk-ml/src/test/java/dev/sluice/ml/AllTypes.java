package dev.sluice.ml;

import static dev.sluice.Dsl.row;
import static dev.sluice.ml.train.Learners.logistic;

import dev.sluice.Pipeline;
import dev.sluice.io.memory.InMemory;
import dev.sluice.ml.feature.Features;
import dev.sluice.ml.model.Reason;
import dev.sluice.ml.score.Model;
import dev.sluice.record.Precision;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.SparkSession;

/** A model whose features are of all types that there are, learned from rows without anything odd. */
final class AllTypes {

  enum Kind {
    RED, GREEN, BLUE
  }

  record Known(
      String id,
      String text,
      Kind kind,
      long bigId,
      Long bigIdOrNull,
      int smallId,
      Integer smallIdOrNull,
      boolean flag,
      Boolean flagOrNull,
      double amount,
      Double amountOrNull,
      float rate,
      Float rateOrNull,
      BigDecimal worth,
      @Precision(value = 10, scale = 2) BigDecimal price,
      Instant at,
      String words) {}

  record Event(Known known, boolean happened) {}

  record Score(String id, double probability, boolean decision, List<Reason> reasons) {}

  static final List<String> TEXTS = List.of("a", "b", "c", "d", "", "Straße", "a b", "(NULL)");

  static final Features<Known> FEATURES =
      Features.of(Known.class)
          .category(Known::text).atLeast(10)
          .category(Known::kind)
          .category(Known::bigId).maxLevels(5)
          .category(Known::bigIdOrNull)
          .category(Known::smallId)
          .category(Known::smallIdOrNull)
          .bool(Known::flag)
          .bool(Known::flagOrNull)
          .number(Known::amount).log1p()
          .number(Known::amountOrNull).nullAsMeanAndFlag().anyRange()
          .number(Known::rate).range(-5, 5)
          .number(Known::rateOrNull).nullAs(0.5)
          .number(Known::bigId).anyRange()
          .number(Known::bigIdOrNull).nullAsMean().anyRange()
          .number(Known::smallId)
          .number(Known::smallIdOrNull).rejectNull()
          .number(Known::worth).nullAsMean()
          .number(Known::price).nullAsMeanAndFlag().anyRange()
          .buckets(Known::amount, -1, 0, 0.5, 10)
          .buckets(Known::amountOrNull, 0)
          .buckets(Known::smallId, 2, 4)
          .buckets(Known::smallIdOrNull, 2, 4)
          .time(Known::at)
          .hourOfDay(ZoneId.of("Europe/Berlin"))
          .dayOfWeek(ZoneId.of("America/St_Johns"))
          .words(Known::words).buckets(64)
          .cross(Known::text, Known::words).atLeast(3);

  private AllTypes() {}

  static Model<Known, Score> model(SparkSession spark) {
    return Ml.model("all types", FEATURES)
        .from(
            Pipeline.named("all types").source("events", InMemory.rows(Event.class, events(3_000))),
            Event::known)
        .label(Event::happened)
        .with(logistic().l2(1e-3).iterations(30))
        .calibrated()
        .output(
            o -> row(Score::new).of(
                o.in(Known::id), o.probability(), o.decision(0.5), o.reasons(30)))
        .fit(spark);
  }

  static List<Event> events(int rows) {
    Random random = new Random(5);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      Known known = known("e" + i, random);
      double logOdds = known.amount() - 1 + (known.kind() == Kind.RED ? 1 : 0) + known.rate();
      events.add(new Event(known, random.nextDouble() < 1 / (1 + Math.exp(-logOdds))));
    }
    return events;
  }

  private static Known known(String id, Random random) {
    boolean nulls = random.nextInt(10) == 0;
    int small = random.nextInt(7);
    return new Known(
        id,
        TEXTS.get(random.nextInt(TEXTS.size())),
        nulls ? null : Kind.values()[random.nextInt(3)],
        random.nextInt(20) - 5L,
        nulls ? null : (long) random.nextInt(5),
        small,
        small,
        random.nextBoolean(),
        nulls ? null : random.nextBoolean(),
        random.nextDouble() * 3 - 0.5,
        nulls ? null : random.nextGaussian(),
        random.nextFloat(),
        nulls ? null : random.nextFloat(),
        nulls ? null : BigDecimal.valueOf(random.nextInt(1_000_000), 3),
        nulls ? null : BigDecimal.valueOf(random.nextInt(100_000), 2),
        Instant.ofEpochSecond(1_700_000_000L + random.nextInt(40_000_000)),
        nulls ? null : "ad " + TEXTS.get(random.nextInt(4)) + " " + random.nextInt(3));
  }
}
