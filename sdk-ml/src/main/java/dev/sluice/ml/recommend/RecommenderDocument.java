package dev.sluice.ml.recommend;

import dev.sluice.ml.model.BadModelException;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.model.Valid;
import java.util.List;
import java.util.Optional;

/**
 * A recommender, whole, as it is written.
 *
 * @param format the version of this form
 * @param name the recommender's name
 * @param created when it was trained, in UTC, as {@link java.time.Instant} writes it
 * @param options how
 * @param mean of all ratings; of implicit feedback the share of all pairs that there are
 * @param users what is learned of users
 * @param items what is learned of items
 * @param seen what each user has rated, as {@link Seen#bytes} writes it
 * @param card what is to be known of it
 * @param golden pairs for which it has predicted
 */
record RecommenderDocument(
    int format,
    String name,
    String created,
    LatentOptions options,
    double mean,
    SideDocument users,
    SideDocument items,
    Packed seen,
    Card card,
    List<GoldenPair> golden) {

  private static final int FORMAT = 1;

  RecommenderDocument {
    Valid.that(
        format == FORMAT,
        "the document has format %s, and this version of Sluice reads format %s",
        format,
        FORMAT);
    Valid.present(name, "the recommender's name");
    Valid.present(created, "the time of the training");
    Valid.present(options, "the options");
    Valid.present(users, "the users");
    Valid.present(items, "the items");
    Valid.present(seen, "the seen items");
    Valid.present(card, "the card");
    Valid.present(golden, "the golden predictions");
    golden = List.copyOf(golden);
  }

  static RecommenderDocument of(String name, String created, Latent latent, Card card) {
    return new RecommenderDocument(
        FORMAT,
        name,
        created,
        latent.options(),
        latent.mean(),
        SideDocument.of(latent.users()),
        SideDocument.of(latent.items()),
        Packed.of(latent.seen().bytes()),
        card,
        GoldenPair.of(latent));
  }

  /**
   * What was learned.
   *
   * @param from where the document comes from, for messages
   * @throws BadModelException if the document is not what was written, or predicts something else
   */
  Latent latent(String from) {
    try {
      Side userSide = users.side(options.rank(), "users");
      Side itemSide = items.side(options.rank(), "items");
      Valid.that(
          userSide.size() > 0 && itemSide.size() > 0, "it has no users, or no items");
      Latent latent =
          new Latent(
              options,
              mean,
              userSide,
              itemSide,
              Seen.read(seen.bytes("the seen items"), userSide.size(), itemSide.size()));
      List<String> differences =
          golden.stream().map(pair -> pair.difference(latent)).flatMap(Optional::stream).toList();
      Valid.that(differences.isEmpty(), "%s", String.join("; ", differences));
      return latent;
    } catch (IllegalArgumentException e) {
      throw new BadModelException(
          "%s: recommender '%s' cannot be used: %s".formatted(from, name, e.getMessage()), e);
    }
  }
}
