package dev.sluice.ml.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
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
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
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

  /** As JSON with a checksum as its last field, for a document that is an object. */
  public static byte[] sealed(Object document) {
    return Seal.put(bytes(document));
  }

  /**
   * Reads a document with a checksum.
   *
   * @param from where the bytes come from, for messages
   * @throws BadModelException if they are not a document of this version of the form, whole, or have been changed
   */
  public static <D> D readSealed(byte[] bytes, Class<D> type, String from) {
    boolean sealed = Seal.isOn(bytes);
    D document = read(sealed ? Seal.off(bytes) : bytes, type, from);
    if (!sealed) {
      throw new BadModelException(
          "%s: at its end: there is no checksum, so that it is not as it was saved: take the file that was saved"
              .formatted(from));
    }
    if (!Seal.fits(bytes)) {
      throw new BadModelException(
          "%s: at sha256: the checksum is that of another content, so that something in it was changed since it was written: take the file that was saved"
              .formatted(from));
    }
    return document;
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
    try (JsonParser parser = MAPPER.createParser(bytes)) {
      requireUtf8(bytes, from);
      D document = read(parser, type, from);
      if (document == null) {
        throw new BadModelException("%s: no model is in it, but null".formatted(from));
      }
      return document;
    } catch (IOException e) {
      throw new BadModelException("%s: %s".formatted(from, e.getMessage()), e);
    }
  }

  /** Jackson guesses other encodings, and takes some bytes for characters that they are not. */
  private static void requireUtf8(byte[] bytes, String from) {
    ByteBuffer read = ByteBuffer.wrap(bytes);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    if (StandardCharsets.UTF_8.newDecoder().decode(read, text, true).isError()) {
      throw new BadModelException(
          "%s: at byte %s: no model, for it is not UTF-8".formatted(from, read.position()));
    }
  }

  private static <D> D read(JsonParser parser, Class<D> type, String from) throws IOException {
    try {
      return MAPPER.readValue(parser, type);
    } catch (JsonMappingException e) {
      throw new BadModelException("%s: %s: %s".formatted(from, place(e, parser), reason(e)), e);
    } catch (JsonProcessingException e) {
      throw new BadModelException(
          "%s: at %s: no JSON, or not all of it: %s"
              .formatted(from, place(parser), e.getOriginalMessage()),
          e);
    }
  }

  private static String place(JsonParser parser) {
    return "byte " + parser.currentLocation().getByteOffset();
  }

  /** Which part of the document it is, and where in it if it is no JSON there. */
  private static String place(JsonMappingException problem, JsonParser parser) {
    String place =
        problem.getPath().stream()
            .map(
                part -> part.getFieldName() == null
                    ? "[" + part.getIndex() + "]"
                    : "." + part.getFieldName())
            .collect(Collectors.joining());
    if (place.isEmpty()) {
      return "at " + place(parser);
    }
    String part = "at " + place.replaceFirst("^\\.", "");
    Throwable cause = problem.getCause();
    return cause instanceof StreamReadException || cause instanceof StreamConstraintsException
        ? part + ", " + place(parser)
        : part;
  }

  /** What a document's own checks say, or Jackson. */
  private static String reason(JsonMappingException problem) {
    if (problem.getCause() instanceof NullPointerException) {
      return "something is null that must be there";
    }
    return problem.getCause() instanceof IllegalArgumentException own
        ? own.getMessage()
        : problem.getOriginalMessage().replaceAll("`[\\w.$]*\\.([\\w$]+)", "`$1");
  }
}
