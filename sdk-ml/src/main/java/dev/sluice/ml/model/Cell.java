package dev.sluice.ml.model;

import java.io.Serializable;

/** A component of the record that a model gives. */
public sealed interface Cell extends Serializable {

  /** The type of its values, as Java writes it without packages; empty if it is the record's. */
  String type();

  /**
   * A component of the row, as it is.
   *
   * @param column which
   */
  record Carried(String column) implements Cell {
    public Carried {
      Valid.present(column, "the column that is handed on");
    }

    @Override
    public String type() {
      return "";
    }
  }

  /** The score: a probability, a predicted number, a distance. */
  record Value() implements Cell {
    @Override
    public String type() {
      return "double";
    }
  }

  /**
   * Whether the score is at least this.
   *
   * @param threshold the score from which on it is true
   */
  record Decision(double threshold) implements Cell {
    public Decision {
      Valid.finite(threshold, "the threshold");
    }

    @Override
    public String type() {
      return "boolean";
    }
  }

  /** The name of the predicted label. */
  record Label() implements Cell {
    @Override
    public String type() {
      return "String";
    }
  }

  /** The number of the predicted label or segment, from 0. */
  record Index() implements Cell {
    @Override
    public String type() {
      return "int";
    }
  }

  /**
   * The probability of one label.
   *
   * @param label its name
   */
  record OfLabel(String label) implements Cell {
    public OfLabel {
      Valid.present(label, "the label");
    }

    @Override
    public String type() {
      return "double";
    }
  }

  /**
   * The features that moved the score most.
   *
   * @param most how many at most
   */
  record Reasons(int most) implements Cell {
    public Reasons {
      Valid.that(most > 0, "%s reasons are asked for", most);
    }

    @Override
    public String type() {
      return "List<Reason>";
    }
  }
}
