package dev.sluice.ml.recommend;

import dev.sluice.Stage;
import dev.sluice.expr.Fields;
import dev.sluice.ml.feature.Reference;
import java.io.Serializable;
import java.util.Optional;

/**
 * A recommender whose columns are not named yet. The types of ids follow from the references: a String from a text, a Long
 * from a number.
 *
 * @param <T> the record of a rating
 */
@SuppressWarnings("overloads") // exact method references choose among them without ambiguity
public final class Recommending<T extends Record> {

  private final String name;
  private final Stage<T> ratings;

  Recommending(String name, Stage<T> ratings) {
    this.name = name;
    this.ratings = ratings;
  }

  /** Who rates, by a text; rows where it is NULL are left out and counted. */
  public OfUser<T, String> user(Fields.Text<T> column) {
    return new OfUser<>(this, IdType.TEXT, column);
  }

  /** Who rates, by a number. */
  public OfUser<T, Long> user(Fields.PrimitiveLong<T> column) {
    return new OfUser<>(this, IdType.LONG, column);
  }

  /** Who rates, by a number; rows where it is NULL are left out and counted. */
  public OfUser<T, Long> user(Fields.BoxedLong<T> column) {
    return new OfUser<>(this, IdType.LONG, column);
  }

  /**
   * A recommender that knows who rates.
   *
   * @param <T> the record of a rating
   * @param <U> the type of the ids of users
   */
  @SuppressWarnings("overloads") // exact method references choose among them without ambiguity
  public static final class OfUser<T extends Record, U> {

    private final Recommending<T> before;
    private final IdType type;
    private final Reference column;

    private OfUser(Recommending<T> before, IdType type, Serializable column) {
      this.before = before;
      this.type = type;
      this.column = Reference.of(column);
    }

    /** What is rated, by a text; rows where it is NULL are left out and counted. */
    public OfItem<T, U, String> item(Fields.Text<T> item) {
      return new OfItem<>(this, IdType.TEXT, String.class, item);
    }

    /** What is rated, by a number. */
    public OfItem<T, U, Long> item(Fields.PrimitiveLong<T> item) {
      return new OfItem<>(this, IdType.LONG, Long.class, item);
    }

    /** What is rated, by a number; rows where it is NULL are left out and counted. */
    public OfItem<T, U, Long> item(Fields.BoxedLong<T> item) {
      return new OfItem<>(this, IdType.LONG, Long.class, item);
    }
  }

  /**
   * A recommender that knows who rates what, and not how. Of explicit ratings, by which users say how they like something, the
   * mean counts where a user has rated an item more than once; of implicit feedback, what users do, the sum. Rows whose number is
   * NULL, no finite number, or as a confidence not above 0, are left out and counted.
   *
   * @param <T> the record of a rating
   * @param <U> the type of the ids of users
   * @param <I> the type of the ids of items
   */
  @SuppressWarnings("overloads") // exact method references choose among them without ambiguity
  public static final class OfItem<T extends Record, U, I> {

    private final OfUser<T, U> before;
    private final IdType type;
    private final Class<I> itemType;
    private final Reference column;

    private OfItem(OfUser<T, U> before, IdType type, Class<I> itemType, Serializable column) {
      this.before = before;
      this.type = type;
      this.itemType = itemType;
      this.column = Reference.of(column);
    }

    /** How the user likes the item, such as stars. */
    public RecommenderTraining<T, U, I> rating(Fields.PrimitiveDouble<T> rating) {
      return explicit(rating);
    }

    /** How the user likes the item, such as stars. */
    public RecommenderTraining<T, U, I> rating(Fields.BoxedDouble<T> rating) {
      return explicit(rating);
    }

    /** How the user likes the item, such as stars. */
    public RecommenderTraining<T, U, I> rating(Fields.PrimitiveFloat<T> rating) {
      return explicit(rating);
    }

    /** How the user likes the item, such as stars. */
    public RecommenderTraining<T, U, I> rating(Fields.BoxedFloat<T> rating) {
      return explicit(rating);
    }

    /** How the user likes the item, such as stars. */
    public RecommenderTraining<T, U, I> rating(Fields.PrimitiveInt<T> rating) {
      return explicit(rating);
    }

    /** How the user likes the item, such as stars. */
    public RecommenderTraining<T, U, I> rating(Fields.BoxedInt<T> rating) {
      return explicit(rating);
    }

    /** Implicit feedback, and how sure it is: how often, how much, how long. */
    public RecommenderTraining<T, U, I> confidence(Fields.PrimitiveDouble<T> confidence) {
      return implicit(Optional.of(confidence));
    }

    /** Implicit feedback, and how sure it is: how often, how much, how long. */
    public RecommenderTraining<T, U, I> confidence(Fields.BoxedDouble<T> confidence) {
      return implicit(Optional.of(confidence));
    }

    /** Implicit feedback, and how sure it is: how often, how much, how long. */
    public RecommenderTraining<T, U, I> confidence(Fields.PrimitiveInt<T> confidence) {
      return implicit(Optional.of(confidence));
    }

    /** Implicit feedback, and how sure it is: how often, how much, how long. */
    public RecommenderTraining<T, U, I> confidence(Fields.BoxedInt<T> confidence) {
      return implicit(Optional.of(confidence));
    }

    /** Implicit feedback, and how sure it is: how often, how much, how long. */
    public RecommenderTraining<T, U, I> confidence(Fields.PrimitiveLong<T> confidence) {
      return implicit(Optional.of(confidence));
    }

    /** Implicit feedback, and how sure it is: how often, how much, how long. */
    public RecommenderTraining<T, U, I> confidence(Fields.BoxedLong<T> confidence) {
      return implicit(Optional.of(confidence));
    }

    /** Implicit feedback: each row counts the same. */
    public RecommenderTraining<T, U, I> eachRowCounts() {
      return implicit(Optional.empty());
    }

    private RecommenderTraining<T, U, I> explicit(Serializable rating) {
      return training(Feedback.EXPLICIT, Optional.of(Reference.of(rating)));
    }

    private RecommenderTraining<T, U, I> implicit(Optional<Serializable> confidence) {
      return training(Feedback.IMPLICIT, confidence.map(Reference::of));
    }

    private RecommenderTraining<T, U, I> training(
        Feedback feedback, Optional<Reference> value) {
      RatingColumns columns =
          new RatingColumns(before.column, before.type, column, type, value);
      return new RecommenderTraining<>(
          before.before.name, before.before.ratings, columns, itemType, feedback);
    }
  }
}
