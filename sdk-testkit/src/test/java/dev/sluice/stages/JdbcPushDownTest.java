package dev.sluice.stages;

import static dev.sluice.Dsl.avg;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.countDistinct;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.max;
import static dev.sluice.Dsl.min;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.sum;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.expr.BoolExpr;
import dev.sluice.io.jdbc.Jdbc;
import dev.sluice.io.jdbc.JdbcTable;
import dev.sluice.io.memory.InMemory;
import dev.sluice.record.Precision;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a database computes for Spark is what Spark itself would have computed. */
@SparkTest
class JdbcPushDownTest {

  record Thing(
      long id,
      Integer number,
      Double real,
      String text,
      @Precision(value = 12, scale = 2) BigDecimal amount,
      LocalDate day,
      LocalDateTime time,
      Instant moment,
      Boolean flag) {}

  record Sums(
      Boolean flag,
      long rows,
      Long numbers,
      Double realAverage,
      Double numberAverage,
      @Precision(value = 22, scale = 2) BigDecimal amounts,
      String least,
      LocalDate latest,
      long texts) {}

  private static final List<Thing> THINGS = things();

  private final SparkKit kit;

  JdbcPushDownTest(SparkKit kit) {
    this.kit = kit;
  }

  private static List<Thing> things() {
    List<String> texts =
        new ArrayList<>(
            List.of(
                "", " ", "a", "A", "b", "B", "ab", "aB", "Ab", "a%b", "a_b", "a\\b", "a'b", "a ",
                " a", "ä", "Ä", "z", "Z", "ß", "ss", "é", "e", "_", "%", "12", " 12 ", "€", "😀",
                "o'\\%_", "true"));
    texts.add(null);
    List<Double> reals =
        new ArrayList<>(List.of(-2.5, -0.0, 0.0, 0.5, 1.5, 2.5, 1e100, Double.NaN));
    reals.add(null);
    List<Thing> things = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      things.add(
          new Thing(
              i - 5,
              i % 7 == 0 ? null : i - 9,
              reals.get(i % reals.size()),
              texts.get(i),
              i % 5 == 0 ? null : new BigDecimal(i - 8).movePointLeft(2),
              i % 6 == 0 ? null : LocalDate.of(1999, 12, 20).plusDays(13L * i),
              i % 6 == 1 ? null
                  : LocalDateTime.of(2024, 2, 28, 23, 59, 59, 999_999_000).plusHours(31L * i),
              i % 6 == 2 ? null
                  : Instant.parse("2024-03-30T22:59:59.999999Z").plusSeconds(1800L * i),
              i % 3 == 0 ? null : i % 3 == 1));
    }
    return things;
  }

  private static Map<String, BoolExpr<Thing>> filters() {
    Map<String, BoolExpr<Thing>> filters = new LinkedHashMap<>();
    filters.put("text =", col(Thing::text).eq("a"));
    filters.put("text <>", col(Thing::text).ne("a"));
    filters.put("text <", col(Thing::text).lt("a"));
    filters.put("text >=", col(Thing::text).ge("Z"));
    filters.put("text in", col(Thing::text).in("a", "ä", "a ", ""));
    filters.put("contains", col(Thing::text).contains("%"));
    filters.put("startsWith", col(Thing::text).startsWith("a_"));
    filters.put("endsWith", col(Thing::text).endsWith("\\b"));
    filters.put("contains quote", col(Thing::text).contains("'"));
    filters.put("like", col(Thing::text).like("a_b"));
    filters.put("upper", col(Thing::text).upper().eq("Ä"));
    filters.put("lower", col(Thing::text).lower().eq("ab"));
    filters.put("upper ß", col(Thing::text).upper().eq("SS"));
    filters.put("trim", col(Thing::text).trim().eq("a"));
    filters.put("length", col(Thing::text).length().eq(1));
    filters.put("substring", col(Thing::text).substring(2, 1).eq("b"));
    filters.put("substring from end", col(Thing::text).substring(-1, 1).eq("b"));
    filters.put("concat", col(Thing::text).concat("x").eq("ax"));
    filters.put("position", col(Thing::text).position("b").gt(1));
    filters.put("replace", col(Thing::text).replace("a", "b").eq("bb"));
    filters.put("number <", col(Thing::number).lt(3));
    filters.put("number mod", col(Thing::number).mod(4).eq(-1));
    filters.put("number plus", col(Thing::number).plus(1).eq(0));
    filters.put("number abs", col(Thing::number).abs().eq(3));
    filters.put("number divided", col(Thing::number).dividedBy(4).gt(1.3));
    filters.put("number negate", col(Thing::number).negate().gt(3));
    filters.put("real =", col(Thing::real).eq(0.0));
    filters.put("real <", col(Thing::real).lt(0.0));
    filters.put("real >", col(Thing::real).gt(1.0));
    filters.put("real NaN", col(Thing::real).isNaN());
    filters.put("real round", col(Thing::real).round(0).eq(3.0));
    filters.put("real to int", col(Thing::real).orElse(0.0).round(1).lt(2.5));
    filters.put("amount", col(Thing::amount).gt(new BigDecimal("0.05")));
    filters.put("amount times",
        col(Thing::amount).times(col(Thing::amount)).gt(new BigDecimal("0.01")));
    filters.put("day", col(Thing::day).lt(LocalDate.of(2000, 1, 1)));
    filters.put("day year", col(Thing::day).year().eq(2000));
    filters.put("day month", col(Thing::day).month().eq(2));
    filters.put("day of week", col(Thing::day).dayOfWeek().eq(1));
    filters.put("day plus", col(Thing::day).plusDays(30).gt(LocalDate.of(2000, 6, 1)));
    filters.put("time", col(Thing::time).gt(LocalDateTime.of(2024, 3, 1, 6, 59, 59, 999_998_000)));
    filters.put("moment", col(Thing::moment).ge(Instant.parse("2024-03-31T01:29:59.999999Z")));
    filters.put("moment =", col(Thing::moment).eq(Instant.parse("2024-03-30T22:59:59.999999Z")));
    filters.put("moment in",
        col(Thing::moment).in(Instant.parse("2024-03-30T22:59:59.999999Z"), Instant.EPOCH));
    filters.put("real = NaN", col(Thing::real).eq(Double.NaN));
    filters.put("real < infinity", col(Thing::real).lt(Double.POSITIVE_INFINITY));
    filters.put("time hour", col(Thing::time).hour().eq(23));
    filters.put("time second", col(Thing::time).second().eq(59));
    filters.put("flag", col(Thing::flag));
    filters.put("not flag", col(Thing::flag).not());
    filters.put("flag or null", col(Thing::flag).isNull().or(col(Thing::number).gt(10)));
    filters.put("not of and", col(Thing::flag).and(col(Thing::number).gt(10)).not());
    filters.put("or else", col(Thing::text).orElse("none").eq("none"));
    return filters;
  }

  /** An empty database of each kind, with the table. */
  private List<String> databases() {
    List<String> databases = TestDatabase.ofEachKind().toList();
    for (String url : databases) {
      TestDatabase.execute(url, table(url).append().createTable());
      Pipeline filling = Pipeline.named("filling");
      filling.source("things", InMemory.rows(Thing.class, THINGS)).sink("table",
          table(url).append());
      filling.run(kit.spark());
    }
    return databases;
  }

  private static JdbcTable<Thing> table(String url) {
    return Jdbc.table(Thing.class, "things").url(url);
  }

  @Test
  void rowsThatADatabaseFiltersAreThoseThatSparkWouldHaveKept() {
    for (String url : databases()) {
      Map<String, List<Long>> different = new LinkedHashMap<>();
      filters()
          .forEach(
              (name, filter) -> {
                List<Long> own = ids(kit.rows(Thing.class, THINGS).filter(filter));
                List<Long> sent = ids(kit.source(table(url)).filter(filter));
                if (!own.equals(sent)) {
                  different.put(name, sent);
                }
              });
      assertThat(different).as(url).isEmpty();
    }
  }

  @Test
  @Tag("smoke")
  void sumsOfADatabaseAreThoseOfSpark() {
    List<Sums> own = sums(kit.rows(Thing.class, THINGS));
    for (String url : databases()) {
      assertThat(sums(kit.source(table(url)))).as(url).isEqualTo(own);
    }
  }

  private List<Sums> sums(Stage<Thing> things) {
    return things
        .groupBy(Thing::flag)
        .aggregate(row(Sums::new).of(
            key(Thing::flag), count(), sum(Thing::number), avg(Thing::real), avg(Thing::number),
            sum(Thing::amount), min(Thing::text), max(Thing::day), countDistinct(Thing::text)))
        .collect(kit.spark()).stream()
        .sorted((a, b) -> String.valueOf(a.flag()).compareTo(String.valueOf(b.flag())))
        .toList();
  }

  private List<Long> ids(Stage<Thing> stage) {
    return stage.collect(kit.spark()).stream().map(Thing::id).sorted().toList();
  }
}
