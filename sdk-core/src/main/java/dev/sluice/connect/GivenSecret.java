package dev.sluice.connect;

import java.util.Objects;

/** A text that somebody has. No record: their components are shown by whoever looks into them. */
final class GivenSecret implements Secret {

  private static final long serialVersionUID = 1L;

  private final String value;

  GivenSecret(String value) {
    this.value = Objects.requireNonNull(value, "value");
  }

  @Override
  public String name() {
    return "a given secret";
  }

  @Override
  public String value() {
    return value;
  }

  @Override
  public String toString() {
    return name();
  }
}
