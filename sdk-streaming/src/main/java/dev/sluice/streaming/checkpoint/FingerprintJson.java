package dev.sluice.streaming.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.streaming.checkpoint.Fingerprint.OfSource;
import dev.sluice.streaming.checkpoint.Fingerprint.OfStage;
import dev.sluice.streaming.checkpoint.Fingerprint.OfState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A fingerprint as JSON. */
final class FingerprintJson {

  static final String FORMAT = "sluice-checkpoint";

  /** Counts the changes of the form. */
  static final int VERSION = 1;

  private FingerprintJson() {}

  static String of(Fingerprint fingerprint) {
    ObjectNode json = CheckpointJson.object();
    json.put("format", FORMAT);
    json.put("version", VERSION);
    json.put("pipeline", fingerprint.pipeline());
    json.put("query", fingerprint.query());
    json.put("place", fingerprint.place());
    json.put("outputMode", fingerprint.outputMode());
    json.put("spark", fingerprint.spark());
    json.put("partitions", fingerprint.partitions());
    sources(fingerprint.reads(), json.putArray("reads"));
    sources(fingerprint.gone(), json.putArray("gone"));
    ArrayNode keeps = json.putArray("keeps");
    for (OfState state : fingerprint.keeps()) {
      ObjectNode one = keeps.addObject();
      one.put("stage", state.stage());
      one.put("verb", state.verb());
      one.put("hasState", state.hasState());
      ArrayNode from = one.putArray("from");
      for (List<String> input : state.from()) {
        input.forEach(from.addArray()::add);
      }
      ObjectNode aspects = one.putObject("aspects");
      state.aspects().forEach(aspects::put);
    }
    ArrayNode before = json.putArray("before");
    for (OfStage stage : fingerprint.before()) {
      before.addObject()
          .put("name", stage.name())
          .put("verb", stage.verb())
          .put("text", stage.text());
    }
    return CheckpointJson.text(json);
  }

  private static void sources(List<OfSource> sources, ArrayNode json) {
    for (OfSource source : sources) {
      json.addObject()
          .put("name", source.name())
          .put("stage", source.stage())
          .put("identity", source.identity())
          .put("description", source.description());
    }
  }

  /** Reads one of this version. */
  static Fingerprint read(JsonNode json) {
    return new Fingerprint(
        text(json, "pipeline"),
        text(json, "query"),
        text(json, "place"),
        text(json, "outputMode"),
        text(json, "spark"),
        text(json, "partitions"),
        sources(json, "reads"),
        sources(json, "gone"),
        each(json, "keeps").stream()
            .map(
                one -> new OfState(
                    text(one, "stage"),
                    text(one, "verb"),
                    one.path("hasState").asBoolean(),
                    each(one, "from").stream().map(FingerprintJson::texts).toList(),
                    aspects(one.path("aspects"))))
            .toList(),
        each(json, "before").stream()
            .map(one -> new OfStage(text(one, "name"), text(one, "verb"), text(one, "text")))
            .toList());
  }

  private static List<OfSource> sources(JsonNode json, String field) {
    return each(json, field).stream()
        .map(
            one -> new OfSource(
                text(one, "name"),
                text(one, "stage"),
                text(one, "identity"),
                text(one, "description")))
        .toList();
  }

  private static List<String> texts(JsonNode json) {
    List<String> texts = new ArrayList<>();
    json.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asText();
  }

  private static List<JsonNode> each(JsonNode json, String field) {
    List<JsonNode> all = new ArrayList<>();
    json.path(field).forEach(all::add);
    return all;
  }

  private static Map<String, String> aspects(JsonNode json) {
    Map<String, String> aspects = new LinkedHashMap<>();
    json.fieldNames().forEachRemaining(name -> aspects.put(name, text(json, name)));
    return aspects;
  }
}
