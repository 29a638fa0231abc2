package dev.sluice.ml.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Texts, numbers and booleans; none is taken for another, but a whole number for a double. */
enum Scalar implements Form<Object> {

  /** A {@link String}. */
  TEXT {
    @Override
    public Object read(JsonParser parser) throws IOException {
      Found.require(parser, JsonToken.VALUE_STRING, "a text");
      return parser.getText();
    }

    @Override
    public void write(Object value, JsonGenerator json) throws IOException {
      json.writeString((String) value);
    }
  },

  /** A {@code boolean}. */
  FLAG {
    @Override
    public Object read(JsonParser parser) {
      if (!parser.currentToken().isBoolean()) {
        throw Found.other(parser, "a boolean");
      }
      return parser.hasToken(JsonToken.VALUE_TRUE);
    }

    @Override
    public void write(Object value, JsonGenerator json) throws IOException {
      json.writeBoolean((Boolean) value);
    }
  },

  /** An {@code int}. */
  INT {
    @Override
    public Object read(JsonParser parser) throws IOException {
      return anInt(parser);
    }

    @Override
    public void write(Object value, JsonGenerator json) throws IOException {
      json.writeNumber((Integer) value);
    }
  },

  /** A {@code long}. */
  LONG {
    @Override
    public Object read(JsonParser parser) throws IOException {
      Found.require(parser, JsonToken.VALUE_NUMBER_INT, "a whole number");
      if (parser.getNumberType() == NumberType.BIG_INTEGER) {
        throw new IllegalArgumentException(parser.getText() + " is more than 64 bits hold");
      }
      return parser.getLongValue();
    }

    @Override
    public void write(Object value, JsonGenerator json) throws IOException {
      json.writeNumber((Long) value);
    }
  },

  /** A {@code double}; one beyond all doubles is infinite. */
  DOUBLE {
    @Override
    public Object read(JsonParser parser) throws IOException {
      return aDouble(parser);
    }

    @Override
    public void write(Object value, JsonGenerator json) throws IOException {
      json.writeNumber((Double) value);
    }
  };

  static int anInt(JsonParser parser) throws IOException {
    Found.require(parser, JsonToken.VALUE_NUMBER_INT, "a whole number");
    if (parser.getNumberType() != NumberType.INT) {
      throw new IllegalArgumentException(parser.getText() + " is more than 32 bits hold");
    }
    return parser.getIntValue();
  }

  static double aDouble(JsonParser parser) throws IOException {
    if (!parser.currentToken().isNumeric()) {
      throw Found.other(parser, "a number");
    }
    return parser.getDoubleValue();
  }
}
