package dev.sluice.io.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.spark.sql.api.java.UDF1;

/**
 * Says why bytes are no value of a schema, NULL if they are one and nothing follows it. It is asked
 * before Avro's reader, which takes no notice of what follows, and makes room for a text or a list
 * as long as its first bytes say: some gigabytes for a few bytes of garbage.
 */
final class AvroShape implements UDF1<byte[], String> {

  private static final long serialVersionUID = 1L;

  /** Values within values; a schema that contains itself has no end of them. */
  private static final int DEEPEST = 100;

  private static final int INT_BYTES = 5;
  private static final int LONG_BYTES = 10;

  private final String json;
  private transient Schema schema;

  AvroShape(Schema schema) {
    this.json = schema.toString();
  }

  @Override
  public String call(byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    if (schema == null) {
      schema = new Schema.Parser().parse(json);
    }
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    try {
      pass(rest, schema, 0);
    } catch (BadValue e) {
      return e.reason();
    }
    return rest.hasRemaining() ? "has %d bytes behind its end".formatted(rest.remaining()) : null;
  }

  private static void pass(ByteBuffer rest, Schema type, int depth) throws BadValue {
    if (depth > DEEPEST) {
      throw new BadValue("has values within values, more than " + DEEPEST);
    }
    switch (type.getType()) {
      case NULL -> { /* has no bytes */ }
      case BOOLEAN -> flag(rest);
      case INT -> number(rest, INT_BYTES);
      case LONG -> number(rest, LONG_BYTES);
      case FLOAT -> skip(rest, Float.BYTES);
      case DOUBLE -> skip(rest, Double.BYTES);
      case FIXED -> skip(rest, type.getFixedSize());
      case BYTES -> skip(rest, number(rest, LONG_BYTES));
      case STRING -> text(rest);
      case ENUM -> index(rest, type.getEnumSymbols().size(), "an enum");
      case UNION -> pass(
          rest, type.getTypes().get(index(rest, type.getTypes().size(), "a union")), depth + 1);
      case ARRAY -> items(rest, type.getElementType(), false, depth);
      case MAP -> items(rest, type.getValueType(), true, depth);
      case RECORD -> {
        for (Field field : type.getFields()) {
          try {
            pass(rest, field.schema(), depth + 1);
          } catch (BadValue e) {
            throw e.in(field.name());
          }
        }
      }
    }
  }

  /** Blocks of items; one of a negative number of them has its size in bytes as well. */
  private static void items(ByteBuffer rest, Schema item, boolean keyed, int depth)
      throws BadValue {
    int index = 0;
    for (long count = number(rest, LONG_BYTES); count != 0; count = number(rest, LONG_BYTES)) {
      if (count < 0) {
        number(rest, LONG_BYTES);
        count = -count;
      }
      if (count < 0 || count > rest.remaining()) {
        throw new BadValue("is cut off");
      }
      for (; count > 0; count--, index++) {
        try {
          if (keyed) {
            text(rest);
          }
          pass(rest, item, depth + 1);
        } catch (BadValue e) {
          throw e.at(index);
        }
      }
    }
  }

  private static void flag(ByteBuffer rest) throws BadValue {
    byte flag = rest.hasRemaining() ? rest.get() : cutOff();
    if (flag != 0 && flag != 1) {
      throw new BadValue("is neither true nor false");
    }
  }

  private static void text(ByteBuffer rest) throws BadValue {
    long length = number(rest, LONG_BYTES);
    int start = rest.position();
    skip(rest, length);
    try {
      StandardCharsets.UTF_8.newDecoder().decode(rest.slice(start, (int) length));
    } catch (CharacterCodingException e) {
      throw new BadValue("is not UTF-8");
    }
  }

  private static int index(ByteBuffer rest, int size, String what) throws BadValue {
    long index = number(rest, INT_BYTES);
    if (index < 0 || index >= size) {
      throw new BadValue("is number %d of %s of %d".formatted(index, what, size));
    }
    return (int) index;
  }

  private static void skip(ByteBuffer rest, long length) throws BadValue {
    if (length < 0) {
      throw new BadValue("has the length %d".formatted(length));
    }
    if (length > rest.remaining()) {
      cutOff();
    }
    rest.position(rest.position() + (int) length);
  }

  /** Groups of 7 bits, the lowest first, of which the lowest bit is the sign. */
  private static long number(ByteBuffer rest, int mostBytes) throws BadValue {
    long bits = 0;
    for (int i = 0; i < mostBytes; i++) {
      byte next = rest.hasRemaining() ? rest.get() : cutOff();
      bits |= (next & 0x7FL) << (7 * i);
      if (next >= 0) {
        return (bits >>> 1) ^ -(bits & 1);
      }
    }
    throw new BadValue("has a number of more than %d bytes".formatted(mostBytes));
  }

  private static byte cutOff() throws BadValue {
    throw new BadValue("is cut off");
  }
}
