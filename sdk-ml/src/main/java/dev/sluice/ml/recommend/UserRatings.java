package dev.sluice.ml.recommend;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;

/**
 * The ratings of a user, as they stand one behind the other in a partition.
 *
 * @param user who
 * @param items what
 * @param values how
 */
record UserRatings(Serializable user, List<Serializable> items, List<Double> values) {

  /** Those of each user in rows of user, item and value. */
  static Iterator<UserRatings> of(Iterator<Row> rows) {
    return new Groups(rows);
  }

  /** The positions of the items that are known, ascending, which are those of the ids. */
  int[] positions(Ids ids) {
    return items.stream().mapToInt(ids::position).filter(p -> p >= 0).sorted().toArray();
  }

  private static final class Groups implements Iterator<UserRatings> {

    private final Iterator<Row> rows;
    private Row next;

    private Groups(Iterator<Row> rows) {
      this.rows = rows;
      step();
    }

    private void step() {
      next = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public UserRatings next() {
      if (next == null) {
        throw new NoSuchElementException("there are no more users");
      }
      Serializable user = (Serializable) next.get(0);
      List<Serializable> items = new ArrayList<>();
      List<Double> values = new ArrayList<>();
      do {
        items.add((Serializable) next.get(1));
        values.add(next.getDouble(2));
        step();
      } while (next != null && next.get(0).equals(user));
      return new UserRatings(user, items, values);
    }
  }
}
