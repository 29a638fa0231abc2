package dev.sluice.ml.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;

/**
 * The constants of an enum, by name.
 *
 * @param constants all there are
 */
record Constants(Enum<?>[] constants) implements Form<Enum<?>> {

  @Override
  public Enum<?> read(JsonParser parser) throws IOException {
    Found.require(parser, JsonToken.VALUE_STRING, "a text");
    String name = parser.getText();
    for (Enum<?> constant : constants) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        "'%s' is none of %s"
            .formatted(name, Arrays.stream(constants).map(Enum::name).toList()));
  }

  @Override
  public void write(Enum<?> value, JsonGenerator json) throws IOException {
    json.writeString(value.name());
  }
}
