package dev.sluice.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * A short text for what a stage computes, with all stages before it: their verbs, the columns of
 * their records, and what sources read. Names of stages and lines of code have no part in it, and
 * the code of users' functions cannot be looked into.
 */
final class Fingerprints {

  private final Map<PlanNode, String> known = new HashMap<>();

  /** Sixteen hexadecimal digits. */
  String of(PlanNode stage) {
    Plan.stagesOf(stage, known.keySet())
        .forEach(before -> known.computeIfAbsent(before, this::compute));
    return known.get(stage);
  }

  /** Inputs are known. */
  private String compute(PlanNode stage) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("verb", stage.verb().getClass().getName());
    json.set("does", PlanJson.verb(stage.verb()));
    json.set("columns", PlanJson.columns(stage.record()));
    ArrayNode inputs = json.putArray("inputs");
    stage.inputs().forEach(input -> inputs.add(known.get(input)));
    return digest(PlanJson.text(json, false));
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
