package dev.sluice.io.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What Kafka Connect's schema, which can be in each message, says of the columns of a table. */
final class DebeziumSchema {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String DECIMAL = "org.apache.kafka.connect.data.Decimal";

  private DebeziumSchema() {}

  /**
   * A column.
   *
   * @param name what it means, such as {@code io.debezium.time.MicroTimestamp}; empty if nothing
   *     more than its type
   * @param isBytes whether a text is bytes
   * @param scale of a decimal
   */
  record Field(String name, boolean isBytes, Optional<Integer> scale) {

    boolean isDecimal() {
      return name.equals(DECIMAL);
    }
  }

  /**
   * The columns by name; none if there is no schema.
   *
   * @param schema as JSON
   */
  static Map<String, Field> fields(String schema) throws JsonProcessingException {
    Map<String, Field> fields = new HashMap<>();
    for (JsonNode image : JSON.readTree(schema).path("fields")) {
      if (image.path("field").asText().equals("after")) {
        image.path("fields").forEach(f -> fields.put(f.path("field").asText(), field(f)));
      }
    }
    return fields;
  }

  private static Field field(JsonNode field) {
    JsonNode scale = field.path("parameters").path("scale");
    return new Field(
        field.path("name").asText(""),
        field.path("type").asText().equals("bytes"),
        scale.asText().matches("-?\\d{1,4}")
            ? Optional.of(Integer.parseInt(scale.asText()))
            : Optional.empty());
  }
}
