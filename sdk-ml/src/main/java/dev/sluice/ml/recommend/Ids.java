package dev.sluice.ml.recommend;

import dev.sluice.ml.model.Valid;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** The ids of users or items, ascending; what is known of each stands elsewhere at the same position. */
final class Ids implements Serializable {

  private static final long serialVersionUID = 1L;

  private final IdType type;
  private final Serializable[] ascending;

  private Ids(IdType type, Serializable[] ascending) {
    this.type = type;
    this.ascending = ascending;
  }

  /** Of different ids in whatever order. */
  static Ids of(IdType type, Collection<? extends Serializable> ids) {
    Serializable[] sorted = ids.toArray(Serializable[]::new);
    Arrays.sort(sorted);
    return new Ids(type, sorted);
  }

  /** As {@link #texts} has written them. */
  static Ids parsed(IdType type, List<String> texts) {
    Ids ids = new Ids(type, texts.stream().map(type::parsed).toArray(Serializable[]::new));
    for (int i = 1; i < ids.size(); i++) {
      Valid.that(
          compare(ids.at(i - 1), ids.at(i)) < 0,
          "the ids do not ascend at '%s'",
          ids.at(i));
    }
    return ids;
  }

  @SuppressWarnings("unchecked") // ids of one type
  private static int compare(Serializable left, Serializable right) {
    return ((Comparable<Object>) left).compareTo(right);
  }

  List<String> texts() {
    return Arrays.stream(ascending).map(Object::toString).toList();
  }

  IdType type() {
    return type;
  }

  int size() {
    return ascending.length;
  }

  Serializable at(int position) {
    return ascending[position];
  }

  /** The position of an id; -1 if it is not known, or {@code null}. */
  int position(Object id) {
    return id == null ? -1 : Math.max(-1, Arrays.binarySearch(ascending, id));
  }
}
