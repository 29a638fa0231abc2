package dev.sluice.ml.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.function.Function;

/**
 * Values that stand there as others do.
 *
 * @param form of the others
 * @param read makes a value of another
 * @param write makes another of a value
 */
record Converted<T, W>(Form<W> form, Function<W, T> read, Function<T, W> write)
    implements Form<T> {

  @Override
  public T read(JsonParser parser) throws IOException {
    W other = form.read(parser);
    try {
      return read.apply(other);
    } catch (RuntimeException e) {
      throw Found.refused(e);
    }
  }

  @Override
  public void write(T value, JsonGenerator json) throws IOException {
    form.write(write.apply(value), json);
  }
}
