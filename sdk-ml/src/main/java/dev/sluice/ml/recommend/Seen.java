package dev.sluice.ml.recommend;

import dev.sluice.ml.model.Valid;
import java.io.ByteArrayOutputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** Which items each user has rated: positions of items, ascending for each user. */
final class Seen implements Serializable {

  private static final long serialVersionUID = 1L;

  private final int[] starts;
  private final int[] items;

  private Seen(int[] starts, int[] items) {
    this.starts = starts;
    this.items = items;
  }

  /** Of each user, in order. */
  static Seen of(List<int[]> each) {
    int[] starts = new int[each.size() + 1];
    for (int i = 0; i < each.size(); i++) {
      starts[i + 1] = Math.addExact(starts[i], each.get(i).length);
    }
    int[] items = new int[starts[each.size()]];
    for (int i = 0; i < each.size(); i++) {
      System.arraycopy(each.get(i), 0, items, starts[i], each.get(i).length);
    }
    return new Seen(starts, items);
  }

  /** The items of a user. */
  int[] of(int user) {
    return Arrays.copyOfRange(items, starts[user], starts[user + 1]);
  }

  int users() {
    return starts.length - 1;
  }

  /** How many there are of all users. */
  int size() {
    return items.length;
  }

  /** For each user how many, and how far each item is from the one before, in as few bytes as these numbers need. */
  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int user = 0; user < users(); user++) {
      write(starts[user + 1] - starts[user], out);
      int last = -1;
      for (int i = starts[user]; i < starts[user + 1]; i++) {
        write(items[i] - last, out);
        last = items[i];
      }
    }
    return out.toByteArray();
  }

  private static void write(int number, ByteArrayOutputStream out) {
    int rest = number;
    while (rest > 0x7f) {
      out.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  /** What {@link #bytes} has written. */
  static Seen read(byte[] bytes, int users, int items) {
    Reader in = new Reader(bytes);
    int[] starts = new int[users + 1];
    int[] found = new int[bytes.length];
    int size = 0;
    for (int user = 0; user < users; user++) {
      int count = in.next();
      Valid.that(
          count <= bytes.length - size, "user %s has seen more items than are written", user);
      int last = -1;
      for (int i = 0; i < count; i++) {
        int gap = in.next();
        Valid.that(
            gap > 0 && gap < items - last, "user %s has seen an item that is not there", user);
        last += gap;
        found[size++] = last;
      }
      starts[user + 1] = size;
    }
    in.requireEnd();
    return new Seen(starts, Arrays.copyOf(found, size));
  }

  private static final class Reader {

    private final byte[] bytes;
    private int position;

    private Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    private int next() {
      int number = 0;
      for (int shift = 0; shift < 35; shift += 7) {
        Valid.that(position < bytes.length, "the seen items end too early");
        int part = bytes[position++];
        number |= (part & 0x7f) << shift;
        if (part >= 0) {
          Valid.that(number >= 0, "a number of seen items is too great");
          return number;
        }
      }
      throw new IllegalArgumentException("a number of seen items is too long");
    }

    private void requireEnd() {
      Valid.that(position == bytes.length, "there are more seen items than users");
    }
  }
}
