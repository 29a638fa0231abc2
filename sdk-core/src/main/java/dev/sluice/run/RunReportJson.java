package dev.sluice.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.connect.Secrets;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/**
 * Writes a report as JSON, field by field: the names are a promise to whoever reads them, so they
 * do not follow from the names of Java by themselves.
 */
final class RunReportJson {
  private static final int VERSION = 1;

  private RunReportJson() {}

  static String of(RunReport report) {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode json = mapper.createObjectNode();
    json.put("version", VERSION);
    json.put("pipeline", Secrets.masked(report.pipeline()));
    json.put("runId", report.runId());
    json.put("status", report.status().name());
    json.put("started", report.started().toString());
    json.put("seconds", report.seconds());
    each(json, "sources", report.sources(), RunReportJson::source);
    each(json, "stages", report.stages(), RunReportJson::stage);
    each(json, "sinks", report.sinks(), RunReportJson::sink);
    ArrayNode notes = json.putArray("notes");
    report.notes().forEach(notes::add);
    try {
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of plain values is always valid JSON", e);
    }
  }

  private static void source(ObjectNode json, SourceReport source) {
    json.put("name", Secrets.masked(source.name()));
    json.put("description", source.description());
    number(json, "rows", source.rows());
    number(json, "malformed", source.malformed());
    number(json, "bytes", source.bytes());
    number(json, "files", source.files());
    number(json, "reads", source.reads());
    number(json, "leftOut", source.leftOut());
    each(json, "doubtful", source.doubtful(), RunReportJson::rule);
  }

  private static void stage(ObjectNode json, StageReport stage) {
    json.put("name", Secrets.masked(stage.name()));
    number(json, "rowsIn", stage.rowsIn());
    number(json, "accepted", stage.accepted());
    number(json, "rejectedRows", stage.rejectedRows());
    number(json, "droppedRows", stage.droppedRows());
    json.put("conserved", stage.missing().isPresent() ? (Boolean) stage.conserved() : null);
    each(json, "rejected", stage.rejected(), RunReportJson::rule);
    each(json, "warned", stage.warned(), RunReportJson::rule);
    each(json, "dropped", stage.dropped(), RunReportJson::rule);
    each(json, "filled", stage.filled(), RunReportJson::rule);
    each(json, "counted", stage.counted(), RunReportJson::rule);
  }

  private static void rule(ObjectNode json, RuleCount count) {
    json.put("rule", Secrets.masked(count.rule()));
    number(json, "rows", count.rows());
  }

  private static void sink(ObjectNode json, SinkReport sink) {
    json.put("name", Secrets.masked(sink.name()));
    json.put("description", sink.description());
    json.put("location", sink.location().orElse(null));
    json.put("status", sink.status().name());
    json.put("skipped", sink.skipped().orElse(null));
    number(json, "rows", sink.rows());
    number(json, "bytes", sink.bytes());
    number(json, "files", sink.files());
    json.put("seconds", sink.seconds());
    OptionalDouble rate = sink.rowsPerSecond();
    json.put("rowsPerSecond", rate.isPresent() ? (Double) rate.getAsDouble() : null);
    number(json, "partitions", sink.partitions());
    number(json, "shuffleBytes", sink.shuffleBytes());
    number(json, "spillBytes", sink.spillBytes());
    number(json, "peakMemoryBytes", sink.peakMemoryBytes());
    json.put("error", sink.error().orElse(null));
  }

  private static void number(ObjectNode json, String field, OptionalLong value) {
    json.put(field, value.isPresent() ? (Long) value.getAsLong() : null);
  }

  private static <T> void each(
      ObjectNode json, String field, List<T> values, BiConsumer<ObjectNode, T> write) {
    ArrayNode array = json.putArray(field);
    values.forEach(value -> write.accept(array.addObject(), value));
  }
}
