package dev.sluice.spark.bridge;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.Literal;
import org.apache.spark.sql.connector.expressions.LiteralValue;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Constants as a database understands them. Spark writes a moment without its zone, in that of its
 * own session; the database reads it in the zone of its session, which is another.
 */
final class TimeLiterals {

  private static final DateTimeFormatter IN_UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  private TimeLiterals() {}

  /** Whether a constant means to every database what it means to Spark. */
  static boolean isWritable(Literal<?> literal) {
    if (literal.value() instanceof Double number) {
      return Double.isFinite(number);
    } else if (literal.value() instanceof Float number) {
      return Float.isFinite(number);
    } else if (isMoment(literal)) {
      Instant moment = moment(literal);
      return moment.isAfter(FIRST) && moment.isBefore(LAST);
    }
    return true;
  }

  /** The same predicate with moments in UTC. */
  static Predicate written(Predicate predicate) {
    return new Predicate(
        predicate.name(),
        Stream.of(predicate.children()).map(TimeLiterals::written).toArray(Expression[]::new));
  }

  private static Expression written(Expression expression) {
    if (expression instanceof Predicate predicate) {
      return written(predicate);
    } else if (expression instanceof Literal<?> literal && isMoment(literal)) {
      return new LiteralValue<>(
          UTF8String.fromString(IN_UTC.format(moment(literal))), DataTypes.StringType);
    }
    return expression;
  }

  private static boolean isMoment(Literal<?> literal) {
    return literal.dataType() instanceof TimestampType && literal.value() instanceof Long;
  }

  private static Instant moment(Literal<?> literal) {
    return Instant.EPOCH.plus((Long) literal.value(), ChronoUnit.MICROS);
  }
}
