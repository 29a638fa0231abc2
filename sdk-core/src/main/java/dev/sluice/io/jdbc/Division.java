package dev.sluice.io.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Divides rows into parts that are read at the same time. Every row is in one of them, also those
 * that come after the bounds were looked up.
 *
 * @param reading into how many parts, and by what
 * @param connection to look bounds up with
 * @param from what stands behind {@code FROM}
 */
record Division(Reading reading, Dialect dialect, Connection connection, String from) {

  /** Options that make Spark cut parts of equal width; none if there are no values. */
  Map<String, String> widths(RealColumn column) throws SQLException {
    Optional<Reading.Bounds> bounds =
        reading.bounds().isPresent() ? reading.bounds() : bounds(column);
    return bounds
        .map(
            b -> Map.of(
                "partitionColumn", column.name(),
                "numPartitions", String.valueOf(reading.partitions()),
                "lowerBound", b.lower(),
                "upperBound", b.upper()))
        .orElse(Map.of());
  }

  private Optional<Reading.Bounds> bounds(RealColumn column) throws SQLException {
    String name = dialect.quoted(column.name());
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("SELECT MIN(%s), MAX(%1$s) FROM %s".formatted(name, from))) {
      found.next();
      return found.getString(1) == null
          ? Optional.empty()
          : Optional.of(new Reading.Bounds(found.getString(1), found.getString(2)));
    }
  }

  /** Conditions that are true of as many rows each. */
  List<String> ranges(RealColumn key) throws SQLException {
    if (!dialect.writesConstantsOf(key)) {
      throw new SQLException(problem(key));
    }
    List<String> starts =
        starts(key).stream().map(start -> dialect.constant(key, start)).toList();
    String name = dialect.quoted(key.name());
    if (starts.isEmpty()) {
      return List.of("1 = 1");
    }
    List<String> ranges = new ArrayList<>();
    ranges.add("%s < %s OR %1$s IS NULL".formatted(name, starts.get(0)));
    for (int i = 1; i < starts.size(); i++) {
      ranges.add("%s >= %s AND %1$s < %s".formatted(name, starts.get(i - 1), starts.get(i)));
    }
    ranges.add("%s >= %s".formatted(name, starts.get(starts.size() - 1)));
    return ranges;
  }

  static String problem(RealColumn key) {
    return "its rows cannot be divided by the key \"%s\", a %s: take partitionedBy(…)"
        .formatted(key.name(), key.typeName());
  }

  /** The values with which all parts but the first begin. */
  private LinkedHashSet<String> starts(RealColumn key) throws SQLException {
    String name = dialect.quoted(key.name());
    LinkedHashSet<String> starts = new LinkedHashSet<>();
    try (Statement statement = connection.createStatement()) {
      long rows;
      try (ResultSet counted =
          statement.executeQuery("SELECT COUNT(%s) FROM %s".formatted(name, from))) {
        counted.next();
        rows = counted.getLong(1);
      }
      String numbers =
          LongStream.range(1, reading.partitions())
              .map(part -> part * rows / reading.partitions() + 1)
              .filter(number -> number > 1)
              .distinct()
              .mapToObj(String::valueOf)
              .collect(Collectors.joining(", "));
      if (numbers.isEmpty()) {
        return starts;
      }
      String sql =
          ("SELECT %s FROM (SELECT %1$s, ROW_NUMBER() OVER (ORDER BY %1$s) AS sluice_row FROM %s"
              + " WHERE %1$s IS NOT NULL) sluice_rows WHERE sluice_row IN (%s) ORDER BY sluice_row")
              .formatted(name, from, numbers);
      try (ResultSet found = statement.executeQuery(sql)) {
        while (found.next()) {
          starts.add(found.getString(1));
        }
      }
    }
    return starts;
  }
}
