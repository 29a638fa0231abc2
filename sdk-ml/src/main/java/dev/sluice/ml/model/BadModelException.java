package dev.sluice.ml.model;

/** A model cannot be read: it is damaged, of another version, or for another record; the message lists it all. */
public final class BadModelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Because of this. */
  public BadModelException(String message) {
    super(message);
  }

  /** Because of this. */
  public BadModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
