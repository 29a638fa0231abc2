package dev.sluice.io.cassandra;

/** A value that its column, or its component, cannot hold as it is. */
final class UnfitValueException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnfitValueException(String message) {
    super(message);
  }
}
