package dev.sluice.ml.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Documents as JSON. A document may come from anywhere, so what does not fit is refused with its
 * place, and what is deep, long or of another type than it must be is not read at all.
 */
public final class ModelJson {

  private static final int MOST_BYTES = 256 << 20;

  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(64)
          .maxNumberLength(64)
          .maxStringLength(1 << 20)
          .maxNameLength(4_096)
          .build();

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .streamReadConstraints(LIMITS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private static final JsonMapper MAPPER = mapper();

  private ModelJson() {}

  private static JsonMapper mapper() {
    JsonMapper mapper =
        JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .build();
    mapper
        .coercionConfigFor(LogicalType.Textual)
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    return mapper;
  }

  /** As JSON in one line, the same bytes for equal documents. */
  public static byte[] bytes(Object document) {
    try {
      return MAPPER.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the model cannot be written as JSON: " + e, e);
    }
  }

  /**
   * Reads a document.
   *
   * @param from where the bytes come from, for messages
   * @throws BadModelException if they are not a document of this version of the form, whole
   */
  public static <D> D read(byte[] bytes, Class<D> type, String from) {
    if (bytes.length > MOST_BYTES) {
      throw new BadModelException(
          "%s: no model has %s bytes".formatted(from, bytes.length));
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      D document = MAPPER.readValue(bytes, type);
      if (document == null) {
        throw new BadModelException("%s: no model is in it, but null".formatted(from));
      }
      return document;
    } catch (CharacterCodingException e) {
      throw new BadModelException("%s: no model, for it is not UTF-8".formatted(from), e);
    } catch (JsonMappingException e) {
      throw new BadModelException("%s: %s%s".formatted(from, place(e), reason(e)), e);
    } catch (JsonProcessingException e) {
      throw new BadModelException(
          "%s: no JSON, or not all of it: %s".formatted(from, e.getOriginalMessage()), e);
    } catch (java.io.IOException e) {
      throw new BadModelException("%s: %s".formatted(from, e.getMessage()), e);
    }
  }

  private static String place(JsonMappingException problem) {
    String place =
        problem.getPath().stream()
            .map(
                part -> part.getFieldName() == null
                    ? "[" + part.getIndex() + "]"
                    : "." + part.getFieldName())
            .collect(Collectors.joining());
    return place.isEmpty() ? "" : "at " + place.replaceFirst("^\\.", "") + ": ";
  }

  /** What a document's own checks say, or Jackson. */
  private static String reason(JsonMappingException problem) {
    return problem.getCause() instanceof IllegalArgumentException own
        ? own.getMessage()
        : problem.getOriginalMessage().replaceAll("`[\\w.$]*\\.([\\w$]+)", "`$1");
  }
}
