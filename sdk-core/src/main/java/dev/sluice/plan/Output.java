package dev.sluice.plan;

/**
 * A component of the record that comes out of a stage, and its value.
 *
 * @param component the component's name
 * @param value over the rows that go in
 */
public record Output(String component, ExprNode value) {

  /** {@code revenue = sum(amount)}. */
  public String text() {
    return component + " = " + ExprText.of(value);
  }
}
