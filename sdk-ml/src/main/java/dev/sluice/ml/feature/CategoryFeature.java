package dev.sluice.ml.feature;

/**
 * Features, of which the last is one of several levels.
 *
 * @param <T> the record
 */
public final class CategoryFeature<T extends Record> extends Features<T> {

  static final long AT_LEAST = 20;
  static final int MAX_LEVELS = 10_000;

  private static final double PRIOR = 20;

  CategoryFeature(Features<T> features) {
    super(features);
  }

  /** In how many rows of the training a level must be to be one of its own; 20 unless told otherwise. */
  public CategoryFeature<T> atLeast(long rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("a level is in at least 1 row, not in " + rows);
    }
    return changed(levelled().with(rows, levelled().maxLevels()));
  }

  /** How many levels are told apart at most, the most frequent; 10,000 unless told otherwise. */
  public CategoryFeature<T> maxLevels(int levels) {
    if (levels < 1) {
      throw new IllegalArgumentException("a category has at least 1 level, not " + levels);
    }
    return changed(levelled().with(levelled().atLeast(), levels));
  }

  /**
   * Takes it as one number, the mean of the label of the rows of its level: for ids and other categories of thousands of levels, where a
   * slot each is too many, and for trees. {@code .category(Impression::site).atLeast(5).asMeanOfLabel()}
   *
   * <p>A level is drawn to the mean of all as if 20 rows more had that, so that a level of few rows says little; a level that is rare or was not
   * seen has that itself, and NULL is a level. The label must be true or false, or a number.
   *
   * <p>In training, a row is encoded with the mean of the rows of all parts but its own (see {@code folds}). With a mean that has its own label in
   * it, an id that says nothing would look like the best feature of all.
   */
  public Features<T> asMeanOfLabel() {
    return asMeanOfLabel(PRIOR);
  }

  /**
   * Takes it as the mean of the label of the rows of its level, as {@link #asMeanOfLabel()}.
   *
   * @param prior how many rows with the mean of all are added to those of each level; 0 or more
   */
  public Features<T> asMeanOfLabel(double prior) {
    if (!(prior >= 0) || Double.isInfinite(prior)) {
      throw new IllegalArgumentException("0 or more rows are added to a level, not " + prior);
    }
    Feature.Levelled levelled = levelled();
    return withLast(
        new Feature.LabelMean(
            levelled.reads(), levelled.atLeast(), levelled.maxLevels(), prior));
  }

  private Feature.Levelled levelled() {
    return (Feature.Levelled) last();
  }

  private CategoryFeature<T> changed(Feature feature) {
    return new CategoryFeature<>(withLast(feature));
  }
}
