package dev.sluice.spark.compile;

import static dev.sluice.Dsl.coalesce;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.concatWith;
import static dev.sluice.Dsl.greatest;
import static dev.sluice.Dsl.least;
import static dev.sluice.Dsl.value;
import static dev.sluice.Dsl.when;

import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.DateExpr;
import dev.sluice.expr.DateTimeExpr;
import dev.sluice.expr.DecimalExpr;
import dev.sluice.expr.DoubleExpr;
import dev.sluice.expr.DurationExpr;
import dev.sluice.expr.Expr;
import dev.sluice.expr.IntExpr;
import dev.sluice.expr.ListExpr;
import dev.sluice.expr.LongExpr;
import dev.sluice.expr.NumExpr;
import dev.sluice.expr.StrExpr;
import dev.sluice.expr.TimestampExpr;
import dev.sluice.record.Precision;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Random trees of the expression language, and random rows that they are computed over. */
final class RandomExpressions {

  enum Colour {
    RED,
    GREEN
  }

  /** Columns of every kind that is computed with; the boxed ones are NULL now and then. */
  record Cells(
      boolean yes,
      int i,
      long l,
      double d,
      Boolean flag,
      Byte tiny,
      Short small,
      Integer whole,
      Long large,
      Float single,
      Double real,
      @Precision(value = 8, scale = 2) BigDecimal decimal,
      String text,
      LocalDate day,
      Instant at,
      LocalDateTime local,
      Duration length,
      Colour colour,
      List<String> items) {}

  private static final List<String> TEXTS =
      List.of("", " ", "a", "Ann b", "7", "-3", "true", "2024-02-29", "x,y", "RED");

  private final Random random;
  private final int depth;

  RandomExpressions(Random random) {
    this(random, 4);
  }

  /** Trees of so many levels of functions. */
  RandomExpressions(Random random, int depth) {
    this.random = random;
    this.depth = depth;
  }

  private int upTo(int bound) {
    return random.nextInt(bound);
  }

  private <T> T orNull(T value) {
    return upTo(4) == 0 ? null : value;
  }

  private String text() {
    return TEXTS.get(upTo(TEXTS.size()));
  }

  /** Small numbers, with zero, since overflow and the like are errors and not NULL. */
  private int number() {
    return upTo(9) - 4;
  }

  private LocalDate date() {
    return LocalDate.of(2024, 2, 27).plusDays(number());
  }

  private Instant instant() {
    return Instant.parse("2024-03-31T00:30:00.123456Z").plusSeconds(number() * 1800L);
  }

  private LocalDateTime dateTime() {
    return LocalDateTime.parse("2024-03-31T02:30:00.5").plusMinutes(number() * 20L);
  }

  private double real() {
    return switch (upTo(8)) {
      case 0 -> Double.NaN;
      case 1 -> -0.0;
      case 2 -> Double.POSITIVE_INFINITY;
      case 3 -> Double.NEGATIVE_INFINITY;
      default -> number() / 2.0;
    };
  }

  List<Cells> rows(int count) {
    return Stream.generate(this::row).limit(count).toList();
  }

  private Cells row() {
    return new Cells(
        random.nextBoolean(),
        number(),
        number(),
        real(),
        orNull(random.nextBoolean()),
        orNull((byte) number()),
        orNull((short) number()),
        orNull(number()),
        orNull((long) number()),
        orNull((float) real()),
        orNull(real()),
        orNull(BigDecimal.valueOf(number() * 25L, 2)),
        orNull(text()),
        orNull(date()),
        orNull(instant()),
        orNull(dateTime()),
        orNull(Duration.ofSeconds(number() * 600L)),
        orNull(Colour.values()[upTo(2)]),
        upTo(4) == 0
            ? null
            : Stream.generate(() -> orNull(text())).limit(upTo(3)).collect(Collectors.toList()));
  }

  /** A tree of any kind. */
  Expr<Cells, ?> any() {
    return switch (upTo(11)) {
      case 0 -> bool(depth);
      case 1 -> whole(depth);
      case 2 -> large(depth);
      case 3 -> real(depth);
      case 4 -> decimal(depth);
      case 5 -> text(depth);
      case 6 -> date(depth);
      case 7 -> at(depth);
      case 8 -> local(depth);
      case 9 -> length(depth);
      default -> items(depth);
    };
  }

  private NumExpr<Cells, ?> num(int depth) {
    return switch (upTo(7)) {
      case 0 -> col(Cells::tiny);
      case 1 -> col(Cells::small);
      case 2 -> col(Cells::single);
      case 3 -> decimal(depth);
      case 4 -> large(depth);
      case 5 -> real(depth);
      default -> whole(depth);
    };
  }

  private BoolExpr<Cells> bool(int depth) {
    int d = depth - 1;
    if (depth == 0) {
      return switch (upTo(3)) {
        case 0 -> col(Cells::yes);
        case 1 -> value(random.nextBoolean());
        default -> col(Cells::flag);
      };
    }
    return switch (upTo(24)) {
      case 0, 1 -> bool(d).and(bool(d));
      case 2, 3 -> bool(d).or(bool(d));
      case 4 -> bool(d).not();
      case 5 -> bool(d).orElse(bool(d));
      case 6 -> bool(d).eqNullSafe(bool(d));
      case 7 -> num(d).isNull();
      case 8 -> text(d).isNotNull();
      case 9 -> num(d).gt(num(d));
      case 10 -> num(d).eqNullSafe(num(d));
      case 11 -> whole(d).between(number(), 5);
      case 12 -> decimal(d).in(number(), number());
      case 13 -> text(d).contains(text());
      case 14 -> text(d).like("%" + text() + "_");
      case 15 -> text(d).isBlank();
      case 16 -> text(d).tryToBoolean();
      case 17 -> date(d).lt(date(d));
      case 18 -> at(d).ge(at(d));
      case 19 -> items(d).contains(text());
      case 20 -> col(Cells::colour).in(Colour.RED, Colour.GREEN);
      case 21 -> real(d).isNaN();
      case 22 -> when(bool(d)).then(bool(d)).otherwise(bool(d));
      default -> coalesce(bool(d), bool(d));
    };
  }

  private IntExpr<Cells> whole(int depth) {
    int d = depth - 1;
    if (depth == 0) {
      return switch (upTo(3)) {
        case 0 -> col(Cells::i);
        case 1 -> value(number());
        default -> col(Cells::whole);
      };
    }
    return switch (upTo(20)) {
      case 0 -> whole(d).plus(whole(d));
      case 1 -> whole(d).minus(number());
      case 2 -> whole(d).times(number());
      case 3 -> whole(d).mod(3);
      case 4 -> whole(d).abs().negate();
      case 5 -> whole(d).orElse(number());
      case 6 -> text(d).length();
      case 7 -> text(d).tryToInt();
      case 8 -> text(d).position(text());
      case 9 -> date(d).year();
      case 10 -> date(d).daysUntil(date(d));
      case 11 -> at(d).hour();
      case 12 -> local(d).weekOfYear();
      case 13 -> items(d).size();
      case 14 -> when(bool(d)).then(whole(d)).when(bool(d)).then(whole(d)).otherwise(whole(d));
      case 15 -> when(bool(d)).then(whole(d)).orNull();
      case 16 -> coalesce(whole(d), whole(d), whole(d));
      case 17 -> greatest(whole(d), whole(d));
      case 18 -> least(whole(d), whole(d));
      default -> num(d).toInt();
    };
  }

  private LongExpr<Cells> large(int depth) {
    int d = depth - 1;
    if (depth == 0) {
      return upTo(2) == 0 ? col(Cells::l) : col(Cells::large);
    }
    return switch (upTo(9)) {
      case 0 -> large(d).plus(whole(d));
      case 1 -> whole(d).times(large(d));
      case 2 -> num(d).floor();
      case 3 -> decimal(d).ceil();
      case 4 -> at(d).epochMilli();
      case 5 -> length(d).toSeconds();
      case 6 -> text(d).tryToLong();
      case 7 -> large(d).orElse((long) number());
      default -> num(d).toLong();
    };
  }

  private DoubleExpr<Cells> real(int depth) {
    int d = depth - 1;
    if (depth == 0) {
      return switch (upTo(3)) {
        case 0 -> col(Cells::d);
        case 1 -> value(real());
        default -> col(Cells::real);
      };
    }
    return switch (upTo(16)) {
      case 0 -> real(d).plus(real(d));
      case 1 -> real(d).times(whole(d));
      case 2 -> num(d).sqrt();
      case 3 -> num(d).ln();
      case 4 -> num(d).log10();
      case 5 -> num(d).pow(number());
      case 6 -> num(d).exp();
      case 7 -> num(d).signum();
      case 8 -> real(d).round(1);
      case 9 -> real(d).orElse(real());
      case 10 -> text(d).tryToDouble();
      case 11 -> real(d).tryDividedBy(real(d));
      case 12 -> real(d).mod(real(d));
      case 13 -> when(bool(d)).then(real(d)).otherwise(real(d));
      case 14 -> greatest(real(d), real(d));
      default -> num(d).toDouble();
    };
  }

  private DecimalExpr<Cells> decimal(int depth) {
    int d = depth - 1;
    if (depth == 0) {
      return upTo(3) == 0 ? value(BigDecimal.valueOf(number(), 1)) : col(Cells::decimal);
    }
    return switch (upTo(12)) {
      case 0 -> decimal(d).plus(decimal(d));
      case 1 -> decimal(d).minus(whole(d));
      case 2 -> decimal(d).times(decimal(d));
      case 3 -> decimal(d).mod(decimal(d));
      case 4 -> decimal(d).dividedBy(decimal(d));
      case 5 -> decimal(d).tryDividedBy(decimal(d));
      case 6 -> decimal(d).abs().negate();
      case 7 -> decimal(d).round(1);
      case 8 -> decimal(d).orElse(decimal(d));
      case 9 -> text(d).tryToDecimal(9, 3);
      case 10 -> when(bool(d)).then(decimal(d)).otherwise(decimal(d));
      default -> num(d).toDecimal(20, 4);
    };
  }

  private StrExpr<Cells> text(int depth) {
    int d = depth - 1;
    if (depth == 0) {
      return upTo(3) == 0 ? value(text()) : col(Cells::text);
    }
    return switch (upTo(22)) {
      case 0 -> text(d).trim();
      case 1 -> text(d).upper().reverse();
      case 2 -> text(d).capitalize();
      case 3 -> text(d).repeat(upTo(3));
      case 4 -> text(d).concat(text(d));
      case 5 -> text(d).substring(number(), upTo(3));
      case 6 -> text(d).replace("a", text());
      case 7 -> text(d).replaceAll("(n+)", "$1");
      case 8 -> text(d).extract("(z)?(n)?", 1 + upTo(2));
      case 9 -> text(d).padStart(upTo(4), text());
      case 10 -> text(d).padEnd(upTo(4), text());
      case 11 -> text(d).nullIf(text());
      case 12 -> text(d).orElse(text());
      case 13 -> text(d).orElse(text(d));
      case 14 -> num(d).toText();
      case 15 -> col(Cells::colour).name();
      case 16 -> concatWith(text(), text(d), text(d));
      case 17 -> date(d).format("yyyy/MM/dd");
      case 18 -> local(d).format("yyyy-MM-dd HH:mm");
      case 19 -> StrExpr.of(items(d).get(upTo(3)));
      case 20 -> when(bool(d)).then(text(d)).otherwise(text(d));
      default -> date(d).toText();
    };
  }

  private DateExpr<Cells> date(int depth) {
    int d = depth - 1;
    if (depth == 0) {
      return upTo(3) == 0 ? value(date()) : col(Cells::day);
    }
    return switch (upTo(11)) {
      case 0 -> date(d).plusDays(number());
      case 1 -> date(d).plusDays(whole(0));
      case 2 -> date(d).plusMonths(number());
      case 3 -> date(d).firstOfQuarter();
      case 4 -> date(d).firstOfWeek();
      case 5 -> date(d).lastOfMonth();
      case 6 -> text(d).tryToDate();
      case 7 -> text(d).tryToDate("dd.MM.yyyy");
      case 8 -> date(d).orElse(date());
      case 9 -> at(d).toDate();
      default -> when(bool(d)).then(date(d)).otherwise(date(d));
    };
  }

  private TimestampExpr<Cells> at(int depth) {
    int d = depth - 1;
    if (depth == 0) {
      return upTo(3) == 0 ? value(instant()) : col(Cells::at);
    }
    return switch (upTo(7)) {
      case 0 -> at(d).plus(Duration.ofMinutes(number()));
      case 1 -> at(d).minus(length(d));
      case 2 -> at(d).truncatedTo(ChronoUnit.HOURS);
      case 3 -> at(d).orElse(instant());
      case 4 -> text(d).tryToTimestamp();
      case 5 -> date(d).atStartOfDay();
      default -> greatest(at(d), at(d));
    };
  }

  private DateTimeExpr<Cells> local(int depth) {
    int d = depth - 1;
    if (depth == 0) {
      return upTo(3) == 0 ? value(dateTime()) : col(Cells::local);
    }
    return switch (upTo(6)) {
      case 0 -> local(d).plus(length(d));
      case 1 -> local(d).truncatedTo(ChronoUnit.values()[3 + upTo(3)]);
      case 2 -> local(d).orElse(dateTime());
      case 3 -> text(d).tryToDateTime();
      case 4 -> local(d).truncatedTo(ChronoUnit.MONTHS);
      default -> when(bool(d)).then(local(d)).otherwise(local(d));
    };
  }

  private DurationExpr<Cells> length(int depth) {
    int d = depth - 1;
    if (depth == 0) {
      return upTo(3) == 0 ? value(Duration.ofMinutes(number())) : col(Cells::length);
    }
    return switch (upTo(6)) {
      case 0 -> length(d).plus(length(d));
      case 1 -> length(d).times(number() / 2.0);
      case 2 -> at(d).minus(at(d));
      case 3 -> local(d).minus(local(d));
      case 4 -> length(d).orElse(length(d));
      default -> length(d).minus(length(d));
    };
  }

  private ListExpr<Cells, String> items(int depth) {
    int d = depth - 1;
    if (depth == 0) {
      return col(Cells::items);
    }
    return switch (upTo(4)) {
      case 0 -> text(d).split(",");
      case 1 -> items(d).distinct();
      case 2 -> items(d).orElse(List.of("z"));
      default -> when(bool(d)).then(items(d)).otherwise(items(d));
    };
  }
}
