package dev.sluice.ml.feature;

/**
 * Features, of which the last are the words of a text.
 *
 * @param <T> the record
 */
public final class TextFeature<T extends Record> extends Features<T> {

  static final int BUCKETS = 4_096;

  TextFeature(Features<T> features) {
    super(features);
  }

  /** How many slots the words share: words that fall into one are not told apart. */
  public TextFeature<T> buckets(int slots) {
    return new TextFeature<>(
        withLast(new Feature.Words(((Feature.Words) last()).column(), slots)));
  }
}
