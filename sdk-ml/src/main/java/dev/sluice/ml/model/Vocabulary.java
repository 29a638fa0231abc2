package dev.sluice.ml.model;

import dev.sluice.ml.json.JsonForms;
import dev.sluice.ml.json.Kind;
import dev.sluice.ml.json.WrittenAs;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/** What the parts of a document are called in it. */
final class Vocabulary {

  /** How they are written and read. */
  static final JsonForms FORMS =
      new JsonForms(
          List.of(
              new Kind("category", CategoryEncoding.class),
              new Kind("cross", CrossEncoding.class),
              new Kind("number", NumberEncoding.class),
              new Kind("buckets", BucketEncoding.class),
              new Kind("time", TimeEncoding.class),
              new Kind("text", TextEncoding.class),
              new Kind("mean of the label", LabelMeanEncoding.class),
              new Kind("linear", LinearHead.class),
              new Kind("softmax", SoftmaxHead.class),
              new Kind("centres", CentresHead.class),
              new Kind("isolation forest", IsolationForestHead.class),
              new Kind("trees", TreesHead.class),
              new Kind("none", Calibration.None.class),
              new Kind("points", Calibration.Points.class),
              new Kind("sigmoid", Calibration.Sigmoid.class),
              new Kind("carried", Cell.Carried.class),
              new Kind("value", Cell.Value.class),
              new Kind("decision", Cell.Decision.class),
              new Kind("label", Cell.Label.class),
              new Kind("index", Cell.Index.class),
              new Kind("of", Cell.OfLabel.class),
              new Kind("reasons", Cell.Reasons.class)),
          List.of(
              new WrittenAs<>(
                  Levels.class,
                  String[].class,
                  names -> new Levels(Arrays.asList(names)),
                  levels -> levels.names().toArray(String[]::new)),
              new WrittenAs<>(ZoneId.class, String.class, Vocabulary::zone, ZoneId::getId),
              new WrittenAs<>(
                  DecisionTree.class,
                  DecisionTree.Nodes.class,
                  DecisionTree::new,
                  DecisionTree::nodes),
              new WrittenAs<>(
                  IsolationTree.class,
                  IsolationTree.Nodes.class,
                  IsolationTree::new,
                  IsolationTree::nodes)));

  private Vocabulary() {}

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("there is no time zone '%s'".formatted(id), e);
    }
  }
}
