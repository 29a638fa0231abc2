package dev.sluice.ml.feature;

/**
 * Features, of which the last is one of several levels.
 *
 * @param <T> the record
 */
public final class CategoryFeature<T extends Record> extends Features<T> {

  static final long AT_LEAST = 20;
  static final int MAX_LEVELS = 10_000;

  CategoryFeature(Features<T> features) {
    super(features);
  }

  /** In how many rows of the training a level must be to be one of its own; 20 unless told otherwise. */
  public CategoryFeature<T> atLeast(long rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("a level is in at least 1 row, not in " + rows);
    }
    return last() instanceof Feature.Cross cross
        ? changed(new Feature.Cross(cross.left(), cross.right(), rows, cross.maxLevels()))
        : changed(new Feature.Category(category().column(), rows, category().maxLevels()));
  }

  /** How many levels are told apart at most, the most frequent; 10,000 unless told otherwise. */
  public CategoryFeature<T> maxLevels(int levels) {
    if (levels < 1) {
      throw new IllegalArgumentException("a category has at least 1 level, not " + levels);
    }
    return last() instanceof Feature.Cross cross
        ? changed(new Feature.Cross(cross.left(), cross.right(), cross.atLeast(), levels))
        : changed(new Feature.Category(category().column(), category().atLeast(), levels));
  }

  private Feature.Category category() {
    return (Feature.Category) last();
  }

  private CategoryFeature<T> changed(Feature feature) {
    return new CategoryFeature<>(withLast(feature));
  }
}
