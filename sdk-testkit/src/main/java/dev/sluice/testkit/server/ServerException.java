package dev.sluice.testkit.server;

/**
 * A server for tests could not be started, stopped or asked something. The message says what was
 * tried, and holds the end of the server's log where there is one.
 */
public final class ServerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ServerException(String message) {
    super(message);
  }

  ServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
