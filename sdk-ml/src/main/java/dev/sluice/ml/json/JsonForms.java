package dev.sluice.ml.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.sluice.annotation.Internal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes records as JSON and reads them. What is read may come from anywhere: what does not fit is refused with its place, and
 * what is deep or long is not read at all.
 *
 * <p>A record is an object with a field for each component, which may be a text, a number, a boolean, an enum's constant, another
 * record, a list or array of these, or a map from texts to them; or an interface, if there are kinds of it.
 *
 * <pre>{@code
 * record Point(double x, double y) {}
 *
 * JsonForms forms = new JsonForms(List.of(), List.of());
 * forms.bytes(new Point(1, 2)); // {"x":1.0,"y":2.0}
 * }</pre>
 */
@Internal
public final class JsonForms {

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

  private final List<Kind> kinds;
  private final Map<Class<?>, WrittenAs<?, ?>> written = new LinkedHashMap<>();
  private final Map<Class<?>, Form<?>> known = new ConcurrentHashMap<>();
  private final Map<Class<?>, Fields<?>> records = new ConcurrentHashMap<>();

  /**
   * With these kinds of interfaces, and what is written as something else.
   *
   * @param kinds what stands for an interface that it implements
   * @param written what is no record
   */
  public JsonForms(List<Kind> kinds, List<WrittenAs<?, ?>> written) {
    this.kinds = List.copyOf(kinds);
    for (WrittenAs<?, ?> each : written) {
      this.written.put(each.type(), each);
    }
  }

  /** As JSON in one line, the same bytes for equal values. */
  public <T> byte[] bytes(T value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      @SuppressWarnings("unchecked") // a value is of its class
      Class<T> type = (Class<T>) value.getClass();
      form(type).write(value, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * The value that is all there is in these bytes.
   *
   * @throws BadJsonException if there is none, or more, or one that does not fit
   */
  public <T> T read(byte[] bytes, Class<T> type) {
    try (JsonParser parser = FACTORY.createParser(bytes)) {
      return read(parser, form(type));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T read(JsonParser parser, Form<T> form) throws IOException {
    try {
      if (parser.nextToken() == null) {
        throw new IllegalArgumentException("there is nothing");
      }
      T value = form.read(parser);
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("something stands behind the end");
      }
      return value;
    } catch (IllegalArgumentException e) {
      throw BadJsonException.at(parser, false, e.getMessage(), e);
    } catch (StreamConstraintsException e) {
      throw BadJsonException.at(
          parser, true, "longer or deeper than it may be: " + e.getOriginalMessage(), e);
    } catch (JsonProcessingException e) {
      throw BadJsonException.at(
          parser, true, "no JSON, or not all of it: " + e.getOriginalMessage(), e);
    }
  }

  @SuppressWarnings("unchecked") // the form of a class is one of its values
  private <T> Form<T> form(Class<T> type) {
    Form<?> form = known.get(type);
    if (form == null) {
      form = made(type);
      known.put(type, form);
    }
    return (Form<T>) form;
  }

  private Form<?> form(Type type) {
    if (type instanceof Class<?> plain) {
      return form(plain);
    }
    ParameterizedType generic = (ParameterizedType) type;
    Type[] of = generic.getActualTypeArguments();
    return generic.getRawType() == List.class
        ? new Elements<>(form(of[0]))
        : new Entries<>(form(of[1]));
  }

  private Form<?> made(Class<?> type) {
    if (written.containsKey(type)) {
      return converted(written.get(type));
    } else if (type.isEnum()) {
      return new Constants((Enum<?>[]) type.getEnumConstants());
    }
    Map<String, Class<? extends Record>> table = table(type);
    if (!table.isEmpty()) {
      return new Kinds<>(table, this);
    }
    return type.isRecord() ? fields(type.asSubclass(Record.class)) : plain(type);
  }

  private <T, W> Form<T> converted(WrittenAs<T, W> rule) {
    return new Converted<>(form(rule.as()), rule.read(), rule.write());
  }

  private Map<String, Class<? extends Record>> table(Class<?> type) {
    Map<String, Class<? extends Record>> table = new LinkedHashMap<>();
    for (Kind kind : kinds) {
      if (type.isAssignableFrom(kind.type())) {
        table.put(kind.name(), kind.type());
      }
    }
    return table;
  }

  /** Those of a record, made when they are first asked for. */
  Fields<?> fields(Class<? extends Record> record) {
    Fields<?> fields = records.get(record);
    if (fields == null) {
      RecordComponent[] components = record.getRecordComponents();
      Form<?>[] forms = new Form<?>[components.length];
      for (int i = 0; i < forms.length; i++) {
        forms[i] = form(components[i].getGenericType());
      }
      fields = new Fields<>(record, components, forms);
      records.put(record, fields);
    }
    return fields;
  }

  private static Form<?> plain(Class<?> type) {
    if (type == String.class) {
      return Scalar.TEXT;
    } else if (type == boolean.class) {
      return Scalar.FLAG;
    } else if (type == int.class) {
      return Scalar.INT;
    } else if (type == long.class) {
      return Scalar.LONG;
    } else if (type == double.class || type == Double.class) {
      return Scalar.DOUBLE;
    } else if (type == int[].class) {
      return Numbers.INTS;
    } else if (type == double[].class) {
      return Numbers.DOUBLES;
    } else if (type == double[][].class) {
      return new Converted<double[][], List<Object>>(
          new Elements<>(Numbers.DOUBLES), rows -> rows.toArray(double[][]::new), Arrays::asList);
    } else if (type == String[].class) {
      return new Converted<String[], List<Object>>(
          new Elements<>(Scalar.TEXT), texts -> texts.toArray(String[]::new), Arrays::asList);
    }
    throw new IllegalArgumentException(type.getName() + " has no form in JSON");
  }
}
