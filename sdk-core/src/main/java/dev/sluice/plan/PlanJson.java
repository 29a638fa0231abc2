package dev.sluice.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.connect.Secrets;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import java.util.List;
import java.util.Map;

/**
 * Writes a plan as JSON: every stage with its verb, every expression and every constant. The text is
 * the same for the same plan, in whatever JVM; lines of code are not in it, so that it changes only
 * with what the pipeline does.
 */
final class PlanJson {

  private static final int VERSION = 1;

  /** Deeper expressions than Jackson allows by itself are rare, but legal. */
  private static final int DEPTH = 100_000;

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamWriteConstraints(
                  StreamWriteConstraints.builder().maxNestingDepth(DEPTH).build())
              .build());

  private PlanJson() {}

  static String of(Plan plan) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("format", "sluice-plan");
    json.put("version", VERSION);
    json.put("pipeline", Secrets.masked(plan.name()));
    List<PlanNode> stages = plan.stages();
    Map<PlanNode, Integer> positions = PlanOrder.positions(stages);
    Fingerprints fingerprints = new Fingerprints();
    ArrayNode all = json.putArray("stages");
    for (PlanNode stage : stages) {
      all.add(stage(stage, positions).put("fingerprint", fingerprints.of(stage)));
    }
    ArrayNode sinks = json.putArray("sinks");
    for (PlanSink sink : plan.sinks()) {
      sinks
          .addObject()
          .put("name", Secrets.masked(sink.name()))
          .put("stage", positions.get(sink.stage()) + 1)
          .put("sink", Secrets.masked(sink.sink().description()));
    }
    return text(json, true);
  }

  private static ObjectNode stage(PlanNode stage, Map<PlanNode, Integer> positions) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("id", positions.get(stage) + 1);
    json.put("name", Secrets.masked(stage.name()));
    ArrayNode inputs = json.putArray("inputs");
    stage.inputs().forEach(input -> inputs.add(positions.get(input) + 1));
    json.put("record", stage.record().simpleName());
    json.set("columns", columns(stage.record()));
    json.put("verb", stage.verb().name());
    json.set("does", verb(stage.verb()));
    return json;
  }

  /** Each component with its column and type: {@code "orderId": "order_id LONG NOT NULL"}. */
  static ObjectNode columns(RecordType record) {
    ObjectNode json = MAPPER.createObjectNode();
    for (RecordComponentType component : record.components()) {
      json.put(
          component.name(),
          component.column()
              + " "
              + component.logicalType()
              + (component.nullable() ? "" : " NOT NULL"));
    }
    return json;
  }

  /** What a verb is made of; a verb that is no record has its description alone. */
  static JsonNode verb(Verb verb) {
    return verb instanceof Record data
        ? DataJson.components(data)
        : MAPPER.createObjectNode().put("detail", Secrets.masked(verb.detail()));
  }

  static String text(JsonNode json, boolean indented) {
    try {
      return indented
          ? MAPPER.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(json)
          : MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values is always valid JSON", e);
    }
  }
}
