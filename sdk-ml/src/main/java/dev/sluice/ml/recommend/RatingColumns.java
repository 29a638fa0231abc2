package dev.sluice.ml.recommend;

import dev.sluice.ml.feature.Reference;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which components of a record say who has rated what, and how.
 *
 * @param user who
 * @param userType what the ids of users are
 * @param item what
 * @param itemType what the ids of items are
 * @param value how; empty if each row counts the same
 */
record RatingColumns(
    Reference user, IdType userType, Reference item, IdType itemType, Optional<Reference> value) {

  Stream<Reference> all() {
    return Stream.concat(Stream.of(user, item), value.stream());
  }
}
