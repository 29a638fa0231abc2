package dev.sluice.ml.feature;

import dev.sluice.annotation.Internal;
import dev.sluice.expr.Fields;
import dev.sluice.ml.model.NumberEncoding.Nulls;
import dev.sluice.record.RecordType;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What a model is told of a row of {@code T}. Immutable: each method gives another one; those that stand behind a
 * feature change that feature.
 *
 * <pre>{@code
 * static final Features<Impression> FEATURES = Features.of(Impression.class)
 *     .category(Impression::site).atLeast(20).maxLevels(10_000)
 *     .number(Impression::bid).log1p()
 *     .number(Impression::age).range(13, 120)
 *     .number(Impression::history).nullAsMeanAndFlag()
 *     .time(Impression::at).hourOfDay(ZoneOffset.UTC)
 *     .watch(Impression::country);
 * }</pre>
 *
 * <p>{@code T} is what is known when the model is asked. What happens afterwards belongs into another record, from
 * whose training rows {@code T} is taken: then javac keeps it out of the features.
 *
 * @param <T> the record
 */
@SuppressWarnings("overloads") // exact method references choose among them without ambiguity
public sealed class Features<T extends Record>
    permits CategoryFeature, NumberFeature, TimeFeature, TextFeature {

  private final Class<T> type;
  private final List<Feature> all;
  private final List<String> watched;
  private final List<String> problems;

  Features(
      Class<T> type, List<Feature> all, List<String> watched, List<String> problems) {
    this.type = type;
    this.all = List.copyOf(all);
    this.watched = List.copyOf(watched);
    this.problems = List.copyOf(problems);
  }

  Features(Features<T> same) {
    this(same.type, same.all, same.watched, same.problems);
  }

  /**
   * No features of rows of a record yet.
   *
   * @throws IllegalArgumentException if it cannot be a row
   */
  public static <T extends Record> Features<T> of(Class<T> record) {
    RecordType.of(record).requireValid();
    return new Features<>(record, List.of(), List.of(), List.of());
  }

  /** A text that is one of several levels. NULL, levels unseen in training and rare ones are levels of their own. */
  public CategoryFeature<T> category(Fields.Text<T> column) {
    return levels(column);
  }

  /** A constant of an enum. */
  public <E extends Enum<E>> CategoryFeature<T> category(Fields.Enumeration<T, E> column) {
    return levels(column);
  }

  /** A number that names something, such as a product's. */
  public CategoryFeature<T> category(Fields.PrimitiveLong<T> column) {
    return levels(column);
  }

  /** A number that names something, or NULL. */
  public CategoryFeature<T> category(Fields.BoxedLong<T> column) {
    return levels(column);
  }

  /** A number that names something, such as a month. */
  public CategoryFeature<T> category(Fields.PrimitiveInt<T> column) {
    return levels(column);
  }

  /** A number that names something, or NULL. */
  public CategoryFeature<T> category(Fields.BoxedInt<T> column) {
    return levels(column);
  }

  /** True or false. */
  public Features<T> bool(Fields.PrimitiveBoolean<T> column) {
    return levels(column).atLeast(1);
  }

  /** True, false or NULL. */
  public Features<T> bool(Fields.BoxedBoolean<T> column) {
    return levels(column).atLeast(1);
  }

  /** A number. */
  public NumberFeature<T> number(Fields.PrimitiveDouble<T> column) {
    return number(column, Nulls.NONE, OptionalDouble.empty());
  }

  /** A number. */
  public NumberFeature<T> number(Fields.PrimitiveFloat<T> column) {
    return number(column, Nulls.NONE, OptionalDouble.empty());
  }

  /** A number. */
  public NumberFeature<T> number(Fields.PrimitiveLong<T> column) {
    return number(column, Nulls.NONE, OptionalDouble.empty());
  }

  /** A number. */
  public NumberFeature<T> number(Fields.PrimitiveInt<T> column) {
    return number(column, Nulls.NONE, OptionalDouble.empty());
  }

  /** A number, or NULL: the next call says what NULL means. */
  public NullableNumber<T> number(Fields.BoxedDouble<T> column) {
    return new NullableNumber<>(this, column);
  }

  /** A number, or NULL: the next call says what NULL means. */
  public NullableNumber<T> number(Fields.BoxedFloat<T> column) {
    return new NullableNumber<>(this, column);
  }

  /** A number, or NULL: the next call says what NULL means. */
  public NullableNumber<T> number(Fields.BoxedLong<T> column) {
    return new NullableNumber<>(this, column);
  }

  /** A number, or NULL: the next call says what NULL means. */
  public NullableNumber<T> number(Fields.BoxedInt<T> column) {
    return new NullableNumber<>(this, column);
  }

  /** A decimal number, or NULL: the next call says what NULL means. */
  public NullableNumber<T> number(Fields.Decimal<T> column) {
    return new NullableNumber<>(this, column);
  }

  /**
   * A number by the bucket that it lies in: below the first edge, from each edge to the next, from the last on.
   *
   * @param edges ascending
   */
  public Features<T> buckets(Fields.PrimitiveDouble<T> column, double... edges) {
    return buckets((Serializable) column, edges);
  }

  /** A number by the bucket that it lies in; NULL has one of its own. */
  public Features<T> buckets(Fields.BoxedDouble<T> column, double... edges) {
    return buckets((Serializable) column, edges);
  }

  /** A number by the bucket that it lies in. */
  public Features<T> buckets(Fields.PrimitiveInt<T> column, double... edges) {
    return buckets((Serializable) column, edges);
  }

  /** A number by the bucket that it lies in; NULL has one of its own. */
  public Features<T> buckets(Fields.BoxedInt<T> column, double... edges) {
    return buckets((Serializable) column, edges);
  }

  /** A moment, of which the next calls take parts. */
  public Moment<T> time(Fields.Timestamp<T> column) {
    Reference reference = Reference.of(column);
    return new Moment<>(this, reference.accessor(), problem(reference));
  }

  /** The words of a text, each by its hash; 4,096 slots unless told otherwise. */
  public TextFeature<T> words(Fields.Text<T> column) {
    Reference reference = Reference.of(column);
    return new TextFeature<>(
        with(
            new Feature.Words(reference.accessor(), TextFeature.BUCKETS), problem(reference)));
  }

  /** Two texts as one level: what both together tell beyond each alone. */
  public CategoryFeature<T> cross(Fields.Text<T> left, Fields.Text<T> right) {
    Reference first = Reference.of(left);
    Reference second = Reference.of(right);
    return new CategoryFeature<>(
        with(
            new Feature.Cross(
                first.accessor(),
                second.accessor(),
                CategoryFeature.AT_LEAST,
                CategoryFeature.MAX_LEVELS),
            Stream.concat(problem(first).stream(), problem(second).stream()).toList()));
  }

  /** Columns that are no features; figures are reported for each of their levels too. */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final Features<T> watch(Fields.Text<T>... columns) {
    List<String> names = new ArrayList<>(watched);
    List<String> found = new ArrayList<>(problems);
    for (Fields.Text<T> column : columns) {
      Reference reference = Reference.of(column);
      names.add(reference.accessor());
      found.addAll(problem(reference));
    }
    return new Features<>(type, all, names, found);
  }

  /** The record. */
  public Class<T> type() {
    return type;
  }

  /** The features, in order. */
  @Internal
  public List<Feature> all() {
    return all;
  }

  /** The columns that are watched. */
  @Internal
  public List<String> watched() {
    return watched;
  }

  /** What is wrong with them, all of it. */
  @Internal
  public List<String> problems() {
    List<String> found = new ArrayList<>(problems);
    if (all.isEmpty()) {
      found.add("a model needs features: none is given");
    }
    found.addAll(FeatureProblems.of(all));
    return found;
  }

  Features<T> with(Feature feature, List<String> wrong) {
    return new Features<>(
        type,
        Stream.concat(all.stream(), Stream.of(feature)).toList(),
        watched,
        Stream.concat(problems.stream(), wrong.stream()).toList());
  }

  /** The same with another last feature. */
  Features<T> withLast(Feature feature) {
    return new Features<>(
        type,
        Stream.concat(all.stream().limit(all.size() - 1L), Stream.of(feature)).toList(),
        watched,
        problems);
  }

  Feature last() {
    return all.get(all.size() - 1);
  }

  NumberFeature<T> number(Serializable column, Nulls nulls, OptionalDouble nullAs) {
    Reference reference = Reference.of(column);
    return new NumberFeature<>(
        with(new Feature.Number(reference.accessor(), nulls, nullAs), problem(reference)));
  }

  private CategoryFeature<T> levels(Serializable column) {
    Reference reference = Reference.of(column);
    return new CategoryFeature<>(
        with(
            new Feature.Category(
                reference.accessor(), CategoryFeature.AT_LEAST, CategoryFeature.MAX_LEVELS),
            problem(reference)));
  }

  private Features<T> buckets(Serializable column, double... edges) {
    Reference reference = Reference.of(column);
    return with(
        new Feature.Buckets(reference.accessor(), Arrays.stream(edges).boxed().toList()),
        problem(reference));
  }

  private static List<String> problem(Reference column) {
    return column.problem().map(problem -> column.site().frame() + ": " + problem).stream()
        .toList();
  }
}
