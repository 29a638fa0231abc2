package dev.sluice.samples.tpch;

import dev.sluice.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Function;

/**
 * One of the queries.
 *
 * @param number from 1 to 22
 * @param title what it asks for
 * @param definition the query in the language
 */
record Query(int number, String title, Function<Tables, Stage<?>> definition) {

  String name() {
    return "q" + number;
  }

  /** The same in SQL. */
  String sql() {
    String resource = name() + ".sql";
    try (InputStream in = Query.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in, resource).readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name() + " " + title;
  }
}
