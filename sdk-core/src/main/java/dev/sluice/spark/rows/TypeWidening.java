package dev.sluice.spark.rows;

import java.util.Map;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DayTimeIntervalType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StringType;

/**
 * Which casts lose nothing, whatever the value. Spark's own up-cast is more generous: it also turns
 * a long into a double, which loses digits, and a date into a timestamp, which depends on the zone.
 */
public final class TypeWidening {

  /** Decimal digits that the whole numbers need. */
  private static final Map<DataType, Integer> DIGITS =
      Map.of(
          DataTypes.ByteType, 3,
          DataTypes.ShortType, 5,
          DataTypes.IntegerType, 10,
          DataTypes.LongType, 19);

  /** Whole decimal digits that a floating point number holds exactly. */
  private static final int FLOAT_DIGITS = 7;

  private static final int DOUBLE_DIGITS = 15;

  private TypeWidening() {}

  /** Equal but for things that change no value: collations of strings, units of intervals. */
  public static boolean sameValues(DataType actual, DataType expected) {
    return actual.equals(expected)
        || actual instanceof StringType && expected instanceof StringType
        || actual instanceof DayTimeIntervalType && expected instanceof DayTimeIntervalType;
  }

  public static boolean isLossless(DataType from, DataType to) {
    if (from instanceof DecimalType narrow && to instanceof DecimalType wide) {
      return wide.scale() >= narrow.scale()
          && wide.precision() - wide.scale() >= narrow.precision() - narrow.scale();
    }
    if (from.equals(DataTypes.FloatType)) {
      return to.equals(DataTypes.DoubleType);
    }
    if (!DIGITS.containsKey(from)) {
      return false;
    }
    int digits = DIGITS.get(from);
    if (to instanceof DecimalType wide) {
      return wide.precision() - wide.scale() >= digits;
    }
    if (to.equals(DataTypes.FloatType)) {
      return digits <= FLOAT_DIGITS;
    }
    if (to.equals(DataTypes.DoubleType)) {
      return digits <= DOUBLE_DIGITS;
    }
    return DIGITS.getOrDefault(to, 0) > digits;
  }
}
