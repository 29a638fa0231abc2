package dev.sluice.ml.recommend;

import dev.sluice.Scoring;
import dev.sluice.connect.BoundedSource;
import dev.sluice.expr.Fields;
import dev.sluice.expr.Rows;
import dev.sluice.ml.model.BadModelException;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.score.DocumentFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Knows what users will like. For one user it answers in plain Java, where no Spark has to be on the class path; for all, or for
 * the rows of a stage, in Spark. The answers are the same.
 *
 * <pre>{@code
 * Recommender<String, String> movies = Recommender.load("movies.json", String.class, String.class);
 * List<Recommendation<String>> ten = movies.top("u-1", 10);
 * Stage<Top> all = pipeline.source("top movies", movies.topForAll(10, Top::new));
 * }</pre>
 *
 * <p>Immutable, and safe for use by many threads.
 *
 * @param <U> the type of the ids of users: String or Long
 * @param <I> the type of the ids of items: String or Long
 */
public final class Recommender<U, I> {

  private final String name;
  private final String created;
  private final Latent latent;
  private final Card card;
  private final Class<I> itemType;

  private Recommender(
      String name, String created, Latent latent, Card card, Class<I> itemType) {
    this.name = name;
    this.created = created;
    this.latent = latent;
    this.card = card;
    this.itemType = itemType;
  }

  /** One that was just trained; its ids are of these types. */
  static <U, I> Recommender<U, I> trained(
      String name, Latent latent, Card card, Class<I> itemType) {
    return new Recommender<>(name, Instant.now().toString(), latent, card, itemType);
  }

  /**
   * Reads a recommender.
   *
   * @param file a path, or a URI of any file system that Spark reaches
   * @param userType the type of the ids of users: {@code String.class} or {@code Long.class}
   * @param itemType the type of the ids of items
   * @throws BadModelException if it is no whole document of this version, if ids are of other types, or if it does not
   *     predict what it did when it was made
   * @throws java.io.UncheckedIOException if it cannot be read
   */
  public static <U, I> Recommender<U, I> load(
      String file, Class<U> userType, Class<I> itemType) {
    IdType wantedUsers = IdType.of(userType);
    IdType wantedItems = IdType.of(itemType);
    RecommenderDocument document = DocumentFile.read(file, RecommenderDocument.class);
    List<String> differences = new ArrayList<>();
    differences.addAll(difference("users", document.users().type(), wantedUsers));
    differences.addAll(difference("items", document.items().type(), wantedItems));
    if (!differences.isEmpty()) {
      throw new BadModelException(
          "%s: recommender '%s' %s"
              .formatted(file, document.name(), String.join(", and ", differences)));
    }
    return new Recommender<>(
        document.name(),
        document.created(),
        document.latent(file),
        document.card(),
        itemType);
  }

  private static List<String> difference(String what, IdType found, IdType wanted) {
    return found == wanted
        ? List.of()
        : List.of(
            "knows %s by ids of type %s, not %s"
                .formatted(what, found.java().getSimpleName(), wanted.java().getSimpleName()));
  }

  /**
   * Writes the recommender: whoever reads the file meanwhile sees the old one or the new one, whole. What each user has seen is
   * in it, so that it can be left out of what is recommended.
   *
   * @param file a path, or a URI of any file system that Spark reaches
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  public void save(String file) {
    DocumentFile.write(file, RecommenderDocument.of(name, created, latent, card));
  }

  /** The recommender's name. */
  public String name() {
    return name;
  }

  /** What is to be known of it: how it was trained, how good it is, what is doubtful. */
  public Card card() {
    return card;
  }

  /** How many users are known. */
  public int users() {
    return latent.users().size();
  }

  /** How many items are known. */
  public int items() {
    return latent.items().size();
  }

  /** What is known of a user; for one who was not in the ratings too, then it is what is known of users in general. */
  public Taste<I> user(U user) {
    return new Taste<>(latent, latent.user(latent.users().ids().position(user)), itemType);
  }

  /**
   * What a user will make of an item. If one of both was not in the ratings, the biases of the other answer, and if neither was,
   * the mean: there is always a finite number, and {@link Prediction#basis} says what it rests on.
   */
  public Prediction predict(U user, I item) {
    return user(user).predict(item);
  }

  /**
   * The best items for a user, the best first: none that the user has rated, none with fewer ratings than the least
   * support. One who was not in the ratings gets what all like most. Items with equal scores come in the order of their ids.
   *
   * @param n how many at most
   * @throws IllegalArgumentException if {@code n} is not above 0
   */
  public List<Recommendation<I>> top(U user, int n) {
    return user(user).top(n);
  }

  /**
   * What follows from ratings of a user who was not in the ratings, or who has others now: computed at once, as the training does
   * it for a user while items stay as they are. Items that are not known tell nothing. If one is given more than once, its ratings
   * count as one, by their mean, or of implicit feedback by their sum.
   *
   * <pre>{@code
   * movies.foldIn(List.of(Rated.of("m-17", 5), Rated.of("m-4", 1.5))).top(10)
   * }</pre>
   *
   * @throws IllegalArgumentException if feedback is implicit and a confidence is not above 0
   */
  public Taste<I> foldIn(List<Rated<I>> ratings) {
    TreeMap<Integer, double[]> sums = new TreeMap<>();
    for (Rated<I> rated : ratings) {
      if (latent.options().isImplicit() && rated.value() <= 0) {
        throw new IllegalArgumentException(
            "the confidence of '%s' is %s, not above 0".formatted(rated.item(), rated.value()));
      }
      int position = latent.items().ids().position(rated.item());
      if (position >= 0) {
        double[] sum = sums.computeIfAbsent(position, any -> new double[2]);
        sum[0] += rated.value();
        sum[1]++;
      }
    }
    int[] positions = sums.keySet().stream().mapToInt(Integer::intValue).toArray();
    double[] values =
        sums.values().stream()
            .mapToDouble(sum -> latent.options().isImplicit() ? sum[0] : sum[0] / sum[1])
            .toArray();
    return new Taste<>(latent, latent.foldIn(positions, values), itemType);
  }

  /**
   * The items that are most like an item, by the angle between their factors; the score is its cosine. Empty if the item
   * is not known.
   *
   * @param n how many at most
   * @throws IllegalArgumentException if {@code n} is not above 0
   */
  public List<Recommendation<I>> similar(I item, int n) {
    requirePositive(n);
    int position = latent.items().ids().position(item);
    return position < 0
        ? List.of()
        : listed(latent, itemType, latent.similar(position, n), Basis.TASTE);
  }

  /**
   * The best items for each user that is known, as rows of a pipeline: a user, the place from 1 on, an item and its score.
   *
   * <pre>{@code
   * record Top(String user, int place, String movie, double score) {}
   *
   * Stage<Top> all = pipeline.source("top movies", movies.topForAll(10, Top::new));
   * }</pre>
   *
   * <p>The users are spread over Spark's tasks; the recommender goes to each executor once.
   *
   * @param n how many at most for each
   * @param row the constructor of the record of the rows
   * @throws IllegalArgumentException if {@code n} is not above 0, or if the constructor is not the canonical one
   */
  public <R extends Record> BoundedSource<R> topForAll(
      int n, Rows.Constructor4<U, Integer, I, Double, R> row) {
    requirePositive(n);
    return new TopSource<>(name, latent, n, TopRow.of(row));
  }

  /**
   * The best items for the user of each row of a stage, batch or stream: {@code visits.score("for visitors",
   * movies.topFor(Visit::user, 10, Top::new))}. Users who are not known get what all like most; rows whose user is NULL are
   * rejected.
   *
   * @param user the component with the id of the user
   * @param n how many at most for each row
   * @param row the constructor of the record of the rows that come out
   * @throws IllegalArgumentException if {@code n} is not above 0, or if the constructor is not the canonical one
   */
  public <T extends Record, R extends Record> Scoring<T, R> topFor(
      Fields.Typed<T, U> user, int n, Rows.Constructor4<U, Integer, I, Double, R> row) {
    requirePositive(n);
    return new TopScoring<>(name, latent, user, n, TopRow.of(row));
  }

  static void requirePositive(int n) {
    if (n <= 0) {
      throw new IllegalArgumentException(
          "the best %s items cannot be told: ask for 1 or more".formatted(n));
    }
  }

  static <I> List<Recommendation<I>> listed(
      Latent latent, Class<I> itemType, TopItems top, Basis basis) {
    List<Recommendation<I>> list = new ArrayList<>(top.size());
    for (int place = 0; place < top.size(); place++) {
      list.add(
          new Recommendation<>(
              itemType.cast(latent.items().ids().at(top.item(place))), top.score(place), basis));
    }
    return List.copyOf(list);
  }

  @Override
  public String toString() {
    return "recommender %s, %s users, %s items".formatted(name, users(), items());
  }
}
