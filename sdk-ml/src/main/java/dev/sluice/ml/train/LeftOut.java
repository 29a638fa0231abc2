package dev.sluice.ml.train;

/** Why a row neither trains nor tests. */
enum LeftOut {
  /** Its label is NULL. */
  LABEL("without a label"),
  /** The time by which rows are split is NULL. */
  TIME("without the time of the split"),
  /** It lies in the gap between the rows that train and those that test. */
  GAP("in the gap of the split");

  private final String text;

  LeftOut(String text) {
    this.text = text;
  }

  /** As the card says it, behind a number of rows. */
  String text() {
    return text;
  }
}
