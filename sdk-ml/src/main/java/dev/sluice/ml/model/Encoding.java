package dev.sluice.ml.model;

import java.io.Serializable;
import java.util.List;

/**
 * How the value of a feature becomes numbers, as learned in training: each has so many slots, of
 * which it fills some.
 */
public sealed interface Encoding extends Serializable
    permits CategoryEncoding, CrossEncoding, NumberEncoding, BucketEncoding, TimeEncoding,
    TextEncoding, LabelMeanEncoding {

  /** What the feature is called, such as {@code site} or {@code at.hour}. */
  String feature();

  /** The components of the record that it reads. */
  List<String> reads();

  /** How many slots it has. */
  int width();

  /** What its slots are called among others, such as {@code site = example.org}. */
  List<String> slots();

  /**
   * Puts what the row has.
   *
   * @param columns where what it {@link #reads} stands among the inputs
   * @param first its first slot
   */
  void encode(Inputs inputs, int[] columns, int first, Slots slots);

  /** What must hold of a row. */
  default List<Requirement> requirements() {
    return List.of();
  }

  /** How the value is shown to people. */
  String shown(Inputs inputs, int[] columns);
}
