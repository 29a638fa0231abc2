package dev.sluice.ml.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/**
 * Records as objects with a field for each component, all of them and no others. They are made by their canonical constructor,
 * which says what is wrong with them.
 */
final class Fields<R> implements Form<R> {

  private final String[] names;
  private final Form<?>[] forms;
  private final Method[] accessors;
  private final Constructor<R> constructor;

  /** Of a record, with the form of each of its components. */
  Fields(Class<R> record, RecordComponent[] components, Form<?>[] forms) {
    this.forms = forms;
    this.names = new String[forms.length];
    this.accessors = new Method[forms.length];
    Class<?>[] types = new Class<?>[forms.length];
    for (int i = 0; i < forms.length; i++) {
      names[i] = components[i].getName();
      types[i] = components[i].getType();
      accessors[i] = components[i].getAccessor();
      accessors[i].setAccessible(true);
    }
    try {
      this.constructor = record.getDeclaredConstructor(types);
      constructor.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has a canonical constructor", e);
    }
  }

  @Override
  public R read(JsonParser parser) throws IOException {
    Found.require(parser, JsonToken.START_OBJECT, "an object");
    return rest(parser);
  }

  /** Reads what is left of an object of which some other field has been read. */
  R rest(JsonParser parser) throws IOException {
    Object[] values = new Object[forms.length];
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      int position = position(parser.currentName());
      parser.nextToken();
      values[position] = forms[position].read(parser);
    }
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        throw new IllegalArgumentException("the field '%s' is missing".formatted(names[i]));
      }
    }
    return made(values);
  }

  private int position(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "there is no field '%s', only %s".formatted(name, Arrays.toString(names)));
  }

  private R made(Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw Found.refused(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(constructor + " cannot be called", e);
    }
  }

  @Override
  public void write(R value, JsonGenerator json) throws IOException {
    json.writeStartObject();
    writeRest(value, json);
  }

  /** Writes what is left of an object of which some other field has been written. */
  void writeRest(Object value, JsonGenerator json) throws IOException {
    for (int i = 0; i < forms.length; i++) {
      json.writeFieldName(names[i]);
      write(forms[i], accessors[i], value, json);
    }
    json.writeEndObject();
  }

  private static <V> void write(Form<V> form, Method accessor, Object record, JsonGenerator json)
      throws IOException {
    try {
      @SuppressWarnings("unchecked") // the form is that of the accessor's type
      V value = (V) accessor.invoke(record);
      form.write(value, json);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(accessor + " cannot be called", e);
    }
  }
}
