package dev.sluice.ml.model;

import java.io.Serializable;
import java.util.List;

/**
 * A model, whole: what it takes, how it computes, what it gives, how good it is, and rows that show that it computes as
 * it did. It is data; {@link Scorer} computes with it.
 *
 * @param format the version of this form, {@link #FORMAT}
 * @param name the model's name
 * @param created when it was trained, in UTC, as {@link java.time.Instant} writes it
 * @param task what it tells
 * @param signature what it takes
 * @param encodings its features, as learned
 * @param head what makes scores of them
 * @param labels the names of the labels; empty where there are none
 * @param calibration corrects probabilities
 * @param cells what it gives, a cell for each component
 * @param card what is to be known of it
 * @param golden rows that it has scored
 */
public record ModelDocument(
    int format,
    String name,
    String created,
    Task task,
    Signature signature,
    List<Encoding> encodings,
    Head head,
    List<String> labels,
    Calibration calibration,
    List<Cell> cells,
    Card card,
    List<Golden> golden)
    implements Serializable {

  /** The version of the form that is written. */
  public static final int FORMAT = 1;

  public ModelDocument {
    Valid.that(
        format == FORMAT,
        "the document has format %s, and this version of Sluice reads format %s",
        format,
        FORMAT);
    Valid.present(name, "the model's name");
    Valid.present(created, "the time of the training");
    Valid.present(task, "the task");
    Valid.present(signature, "the signature");
    Valid.present(head, "the head");
    Valid.present(calibration, "the calibration");
    Valid.present(card, "the card");
    encodings = List.copyOf(encodings);
    labels = List.copyOf(labels);
    cells = List.copyOf(cells);
    golden = List.copyOf(golden);
    Consistency.features(encodings, signature);
    Consistency.profiles(card.profiles(), signature);
    Consistency.slots(encodings, head);
    Consistency.labels(task, labels, head);
    Consistency.cells(cells, signature, labels);
    Consistency.golden(golden, signature);
  }

  /** The same with another output. */
  public ModelDocument giving(List<Cell> changed) {
    return new ModelDocument(
        format, name, created, task, signature, encodings, head, labels, calibration, changed, card,
        golden);
  }

  /** The same with corrected probabilities. */
  public ModelDocument with(Calibration changed) {
    return new ModelDocument(
        format, name, created, task, signature, encodings, head, labels, changed, cells, card,
        golden);
  }

  /** The same with another card. */
  public ModelDocument with(Card changed) {
    return new ModelDocument(
        format, name, created, task, signature, encodings, head, labels, calibration, cells,
        changed,
        golden);
  }

  /** The same with rows that it has scored. */
  public ModelDocument with(List<Golden> changed) {
    return new ModelDocument(
        format, name, created, task, signature, encodings, head, labels, calibration, cells, card,
        changed);
  }
}
