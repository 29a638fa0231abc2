package dev.sluice.ml.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * How the values of a type stand in JSON.
 *
 * @param <T> the type
 */
interface Form<T> {

  /**
   * Reads the value that begins at the parser's token, as far as its last one.
   *
   * @throws IllegalArgumentException if another stands there; the parser is still there
   */
  T read(JsonParser parser) throws IOException;

  /** Writes a value, which is not {@code null}. */
  void write(T value, JsonGenerator json) throws IOException;
}
