package dev.sluice.ml.model;

import java.util.List;
import java.util.Set;

/** Whether the parts of a document fit each other, so that a scorer of it never meets what is not there. */
final class Consistency {

  private static final Set<String> FRACTIONS =
      Set.of("double", "Double", "float", "Float", "BigDecimal");
  private static final Set<String> WHOLE_NUMBERS =
      Set.of("long", "Long", "int", "Integer", "short", "Short", "byte", "Byte");
  private static final Set<String> TIMES = Set.of("Instant", "LocalDate");

  private Consistency() {}

  /** Each feature reads columns that are there for features, and can be made of them. */
  static void features(List<Encoding> encodings, Signature signature) {
    for (Encoding encoding : encodings) {
      reads(encoding, signature);
    }
  }

  private static void reads(Encoding encoding, Signature signature) {
    for (String name : encoding.reads()) {
      Signature.Column column = signature.columns().get(signature.position(name));
      Valid.that(
          column.use() == Signature.Use.FEATURE,
          "feature '%s' reads column '%s', which is only %s",
          encoding.feature(),
          name,
          column.use());
      Valid.that(
          takes(encoding, column.type()),
          "feature '%s' cannot be made of a column of type %s",
          encoding.feature(),
          column.type());
    }
  }

  private static boolean takes(Encoding encoding, String type) {
    if (encoding instanceof NumberEncoding || encoding instanceof BucketEncoding) {
      return FRACTIONS.contains(type) || WHOLE_NUMBERS.contains(type);
    } else if (encoding instanceof TimeEncoding) {
      return TIMES.contains(type);
    }
    return !FRACTIONS.contains(type) && !TIMES.contains(type);
  }

  /** What is profiled is a feature's column, and has bins that its type can be counted in. */
  static void profiles(List<Card.Profile> profiles, Signature signature) {
    for (Card.Profile profile : profiles) {
      Signature.Column column = signature.columns().get(signature.position(profile.column()));
      boolean isNumber =
          FRACTIONS.contains(column.type()) || WHOLE_NUMBERS.contains(column.type());
      Valid.that(
          column.use() == Signature.Use.FEATURE,
          "the card has a profile of column '%s', which no feature reads",
          column.name());
      Valid.that(
          profile.edges().length == 0 || isNumber,
          "the card has a profile of numbers of column '%s', which is %s",
          column.name(),
          column.type());
      Valid.that(
          profile.levels().isEmpty()
              || !(FRACTIONS.contains(column.type()) || TIMES.contains(column.type())),
          "the card has a profile of levels of column '%s', which is %s",
          column.name(),
          column.type());
    }
  }

  /** The head takes what the features give. */
  static void slots(List<Encoding> encodings, Head head) {
    long width = 0;
    for (Encoding encoding : encodings) {
      width += encoding.width();
    }
    Valid.that(
        head.width() == width,
        "the head takes %s slots, and the features have %s",
        head.width(),
        width);
  }

  /** There is a name for each label that the head tells apart, and a head that tells labels apart for names. */
  static void labels(Task task, List<String> labels, Head head) {
    Valid.that(
        task != Task.MULTICLASS || !labels.isEmpty(), "a model of several labels names none");
    int told = told(head);
    if (task == Task.MULTICLASS || told > 1) {
      Valid.that(
          told == labels.size(),
          "the head tells %s labels apart, and %s are named",
          told,
          labels.size());
    }
  }

  private static int told(Head head) {
    if (head instanceof SoftmaxHead several) {
      return several.intercepts().length;
    }
    return head instanceof TreesHead trees ? trees.outputs() : 1;
  }

  /** What the model gives is there. */
  static void cells(List<Cell> cells, Signature signature, List<String> labels) {
    for (Cell cell : cells) {
      if (cell instanceof Cell.Carried carried) {
        signature.position(carried.column());
      } else if (cell instanceof Cell.OfLabel of) {
        Valid.that(
            labels.contains(of.label()),
            "the model gives the probability of '%s', and its labels are %s",
            of.label(),
            labels);
      } else if (cell instanceof Cell.Label) {
        Valid.that(!labels.isEmpty(), "the model gives a label, and has none");
      }
    }
  }

  /** A golden row has a value for each column. */
  static void golden(List<Golden> golden, Signature signature) {
    int columns = signature.columns().size();
    for (Golden row : golden) {
      Valid.that(
          row.inputs().size() == columns,
          "a golden row has %s values, and the signature %s columns",
          row.inputs().size(),
          columns);
    }
  }
}
