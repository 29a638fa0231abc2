package dev.sluice.ml.model;

import java.util.List;

/**
 * A row whose values are written as texts: a number as Java writes it, a moment in microseconds, {@code null} for NULL.
 *
 * @param texts of each column of the signature
 */
public record TextInputs(List<String> texts) implements Inputs {

  @Override
  public boolean isNull(int column) {
    return texts.get(column) == null;
  }

  @Override
  public double number(int column) {
    return Double.parseDouble(texts.get(column));
  }

  @Override
  public String text(int column) {
    return texts.get(column);
  }

  @Override
  public long micros(int column) {
    return Long.parseLong(texts.get(column));
  }
}
