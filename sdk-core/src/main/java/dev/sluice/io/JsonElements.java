package dev.sluice.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.api.java.UDF1;

/**
 * The elements of a file that is a JSON array, each as it is written. A file that is something
 * else, or is broken anywhere, is one text, in which the reader of rows finds what is wrong.
 */
final class JsonElements implements UDF1<byte[], List<byte[]>> {

  private static final long serialVersionUID = 1L;

  private final Map<String, String> options;
  private transient JsonFactory factory;

  JsonElements(Map<String, String> options) {
    this.options = Map.copyOf(options);
  }

  @Override
  public List<byte[]> call(byte[] bytes) throws IOException {
    if (factory == null) {
      factory = JsonSource.factory(options);
    }
    try {
      String text = JsonSource.decode(bytes);
      try (JsonParser parser = JsonSource.parser(factory, text)) {
        return elements(parser, bytes);
      }
    } catch (BadValue | JsonProcessingException e) {
      return List.of(bytes);
    }
  }

  private static List<byte[]> elements(JsonParser parser, byte[] bytes) throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      return List.of();
    }
    if (first != JsonToken.START_ARRAY) {
      return List.of(bytes);
    }
    List<byte[]> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(JsonSource.element(parser).getBytes(StandardCharsets.UTF_8));
    }
    return parser.nextToken() == null ? elements : List.of(bytes);
  }
}
