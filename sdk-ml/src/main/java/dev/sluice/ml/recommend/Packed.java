package dev.sluice.ml.recommend;

import dev.sluice.ml.model.Valid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Numbers as bytes, the lowest byte of each first, in texts of a length that a reader of JSON takes.
 *
 * @param length how many bytes there are
 * @param base64 the bytes, a piece after the other
 */
record Packed(int length, List<String> base64) {

  /** A multiple of 3, so that no piece but the last is filled up. */
  private static final int PIECE = 600_000;

  Packed {
    Valid.that(length >= 0, "packed numbers have length %s", length);
    Valid.present(base64, "the packed numbers");
    base64 = List.copyOf(base64);
  }

  static Packed of(byte[] bytes) {
    List<String> pieces = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += PIECE) {
      pieces.add(
          Base64.getEncoder()
              .encodeToString(
                  Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE))));
    }
    return new Packed(bytes.length, pieces);
  }

  static Packed of(int[] numbers) {
    ByteBuffer buffer = buffer(numbers.length, Integer.BYTES);
    buffer.asIntBuffer().put(numbers);
    return of(buffer.array());
  }

  static Packed of(float[] numbers) {
    ByteBuffer buffer = buffer(numbers.length, Float.BYTES);
    buffer.asFloatBuffer().put(numbers);
    return of(buffer.array());
  }

  static Packed of(double[] numbers) {
    ByteBuffer buffer = buffer(numbers.length, Double.BYTES);
    buffer.asDoubleBuffer().put(numbers);
    return of(buffer.array());
  }

  private static ByteBuffer buffer(int numbers, int bytes) {
    return ByteBuffer.allocate(Math.multiplyExact(numbers, bytes)).order(ByteOrder.LITTLE_ENDIAN);
  }

  byte[] bytes(String what) {
    long found = 0;
    List<byte[]> pieces = new ArrayList<>();
    for (String piece : base64) {
      byte[] decoded = decoded(piece, what);
      found += decoded.length;
      pieces.add(decoded);
    }
    Valid.that(found == length, "%s have %s bytes, not %s", what, found, length);
    ByteBuffer all = ByteBuffer.allocate(length);
    pieces.forEach(all::put);
    return all.array();
  }

  private static byte[] decoded(String piece, String what) {
    try {
      return Base64.getDecoder().decode(piece);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("%s are no base64: %s".formatted(what, e.getMessage()), e);
    }
  }

  int[] ints(long count, String what) {
    int[] numbers = new int[requireCount(count, Integer.BYTES, what)];
    little(what).asIntBuffer().get(numbers);
    return numbers;
  }

  float[] floats(long count, String what) {
    float[] numbers = new float[requireCount(count, Float.BYTES, what)];
    little(what).asFloatBuffer().get(numbers);
    return numbers;
  }

  double[] doubles(long count, String what) {
    double[] numbers = new double[requireCount(count, Double.BYTES, what)];
    little(what).asDoubleBuffer().get(numbers);
    return numbers;
  }

  private ByteBuffer little(String what) {
    return ByteBuffer.wrap(bytes(what)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private int requireCount(long count, int bytes, String what) {
    Valid.that(
        count * bytes == length, "%s have %s bytes, not %s for %s", what, length, count * bytes,
        count);
    return (int) count;
  }
}
