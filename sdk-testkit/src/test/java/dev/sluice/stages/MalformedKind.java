package dev.sluice.stages;

import static dev.sluice.stages.KafkaMessages.bytes;

import dev.sluice.stages.MalformedCorpus.Topic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A kind of message that is no row, or is one and loses something.
 *
 * @param topic which it is sent to
 * @param name what is wrong with it
 * @param reason a regular expression for the reason with which it has to be rejected
 * @param message one of the kind, by a number
 */
record MalformedKind(Topic topic, String name, String reason,
    IntFunction<MalformedMessage> message) {

  private static final String NOT_JSON = "is not JSON: .*";

  /** In the order of what Spark's own parser marks, then what it passes unmarked, then others. */
  static List<MalformedKind> all() {
    return List.of(
        json("truncated", "{\"id\":%d,\"name\":\"a", NOT_JSON),
        json("not JSON", "id=%d", NOT_JSON),
        json("literal null", "null", ".*'null' is no object"),
        json("empty array", "[]", "'\\[\\]' is no object"),
        json("array of two objects", "[{\"id\":%d},{\"id\":2}]", ".* is no object"),
        json("top-level number", "%d", "'\\d+' is no object"),
        field("digits in a text for a number", "id", "\"%d\"", "component 'id' .* is no int"),
        field("text for a number", "id", "\"one\"", "component 'id' .* is no int"),
        field("fraction for a whole number", "id", "%d.0", "component 'id' .* is no int"),
        field("whole number too large", "id", "99999999%d99", "component 'id' .* is no int"),
        field("decimal too large", "amount", "1234567890%d",
            "component 'amount' .* is no decimal.*"),
        field("bad time", "at", "\"2026-13-01T%d\"", "component 'at' .* is no timestamp"),
        field("text for a list", "tags", "\"a%d\"", "component 'tags' .* is no array"),
        json("unquoted field", "{id:%d}", NOT_JSON),
        field("not a number", "amount", "NaN", "component 'amount' .* is no decimal.*"),
        json("control character", "{\"id\":%d,\"name\":\"a\u0001\"}", NOT_JSON),
        json("nested too deeply",
            "{\"id\":%d,\"name\":" + "[".repeat(1_200) + "]".repeat(1_200) + "}",
            NOT_JSON),
        // what Spark passes unmarked
        json("empty", "", "is empty"),
        json("blanks", "   ", "is empty"),
        new MalformedKind(Topic.JSON, "tombstone", "is NULL", i -> MalformedMessage.of(null)),
        json("empty object", "{}", "component 'id' is missing"),
        field("digits that a decimal cannot keep", "amount", "%d.239",
            "component 'amount' .* is no decimal.*"),
        field("object for a text", "name", "{\"a\":%d}", "component 'name' .* is no text"),
        json("required field missing", "{\"name\":\"a%d\"}", "component 'id' is missing"),
        json("unknown field", "{\"id\":%d,\"colour\":\"red\"}", "has the field 'colour', .*"),
        json("renamed field", "{\"id\":%d,\"full_name\":\"a\"}", "has the field 'full_name', .*"),
        json("field of another case", "{\"id\":%d,\"Name\":\"a\"}", "has the field 'Name', .*"),
        json("field twice", "{\"id\":%d,\"name\":\"a\",\"name\":\"b\"}",
            "component 'name' occurs twice"),
        json("something behind", "{\"id\":%d} x", NOT_JSON),
        json("two documents", "{\"id\":%d}{\"id\":2}", "has something behind the object"),
        json("single quotes", "{'id':%d}", NOT_JSON),
        // what can be wrong besides
        json("half a surrogate pair", "{\"id\":%d,\"name\":\"\\ud83d\"}",
            "component 'name' has half a surrogate pair"),
        new MalformedKind(Topic.JSON, "no UTF-8", "is not UTF-8",
            i -> MalformedMessage.of(
                "{\"id\":%d,\"name\":\"é\"}".formatted(i).getBytes(StandardCharsets.ISO_8859_1))),
        new MalformedKind(Topic.JSON, "key that is no number",
            "component 'customer' in the key is no long",
            i -> new MalformedMessage(bytes("c" + i), bytes("{\"id\":%d}".formatted(i)),
                bytes("t"))),
        new MalformedKind(Topic.JSON, "no key", "component 'customer' in the key is NULL",
            i -> new MalformedMessage(null, bytes("{\"id\":%d}".formatted(i)), bytes("t"))),
        new MalformedKind(Topic.JSON, "header that is no UTF-8",
            "component 'trace' in the header 'trace' is not UTF-8",
            i -> new MalformedMessage(
                bytes("1"), bytes("{\"id\":%d}".formatted(i)), new byte[]{(byte) 0xff})),
        csv("too few values", "%d,a"),
        csv("too many values", "%d,a,1,x"),
        csv("open quote", "%d,\"a,1.00"),
        csv("text behind a quote", "%d,\"a\"b,1.00"),
        csv("no number", "x%d,a,1.00"),
        csv("comma in a decimal", "%d,a,\"1,5\""),
        csv("empty row", ""),
        avro("cut off", i -> cut(MalformedCorpus.avro(i, "a", i))),
        avro("bytes behind",
            i -> ByteBuffer.allocate(32).put(MalformedCorpus.avro(i, "a", i)).array()),
        avro("text that is no UTF-8",
            i -> MalformedCorpus.avro(i, new byte[]{(byte) 0xc3, (byte) 0x28}, i)),
        avro("JSON", i -> bytes("{\"id\":%d}".formatted(i))));
  }

  private static byte[] cut(byte[] whole) {
    return Arrays.copyOf(whole, whole.length - 1);
  }

  private static MalformedKind json(String name, String value, String reason) {
    return new MalformedKind(
        Topic.JSON, name, reason, i -> MalformedMessage.of(bytes(value.replace("%d", "" + i))));
  }

  private static MalformedKind field(String name, String field, String value, String reason) {
    String id = field.equals("id") ? "" : "\"id\":1,";
    return json(name, "{" + id + "\"" + field + "\":" + value + "}", reason);
  }

  private static MalformedKind csv(String name, String value) {
    return new MalformedKind(
        Topic.CSV, name, ".+", i -> MalformedMessage.of(bytes(value.replace("%d", "" + i))));
  }

  private static MalformedKind avro(String name, IntFunction<byte[]> value) {
    return new MalformedKind(
        Topic.AVRO, name, ".+", i -> MalformedMessage.of(value.apply(i)));
  }

  @Override
  public String toString() {
    return topic + ": " + name;
  }
}
