package dev.sluice.ml.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;

/** Lists of numbers as arrays of primitives, none of which is boxed on the way. */
enum Numbers implements Form<Object> {

  /** A {@code double[]}. */
  DOUBLES {
    @Override
    public Object read(JsonParser parser) throws IOException {
      Found.require(parser, JsonToken.START_ARRAY, "a list of numbers");
      double[] numbers = new double[FEW];
      int count = 0;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (count == numbers.length) {
          numbers = Arrays.copyOf(numbers, 2 * count);
        }
        numbers[count++] = Scalar.aDouble(parser);
      }
      return Arrays.copyOf(numbers, count);
    }

    @Override
    public void write(Object value, JsonGenerator json) throws IOException {
      double[] numbers = (double[]) value;
      json.writeArray(numbers, 0, numbers.length);
    }
  },

  /** An {@code int[]}. */
  INTS {
    @Override
    public Object read(JsonParser parser) throws IOException {
      Found.require(parser, JsonToken.START_ARRAY, "a list of whole numbers");
      int[] numbers = new int[FEW];
      int count = 0;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (count == numbers.length) {
          numbers = Arrays.copyOf(numbers, 2 * count);
        }
        numbers[count++] = Scalar.anInt(parser);
      }
      return Arrays.copyOf(numbers, count);
    }

    @Override
    public void write(Object value, JsonGenerator json) throws IOException {
      int[] numbers = (int[]) value;
      json.writeArray(numbers, 0, numbers.length);
    }
  };

  private static final int FEW = 16;
}
