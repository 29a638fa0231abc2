package dev.sluice.connect;

/** Stands for a failure whose message holds a secret. */
final class MaskedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  MaskedException(Throwable failure, Throwable cause) {
    super(Secrets.masked(failure.toString()), cause);
    setStackTrace(failure.getStackTrace());
  }
}
