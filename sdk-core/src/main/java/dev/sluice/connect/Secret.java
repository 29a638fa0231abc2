package dev.sluice.connect;

import java.io.Serializable;

/**
 * Something that must not be shown, such as a password: where it is, and not what it is. It is
 * looked up when a connection is made, so that a pipeline can be built, described and validated
 * without it, and its text is in no description, plan, report or log.
 *
 * <pre>{@code
 * Jdbc.table(Order.class, "orders").url(url).user("shop").password(Secret.env("DB_PASSWORD"))
 * }</pre>
 *
 * <p>For a secret store of your own, implement this. {@code toString} must give the {@link #name},
 * and it has to be serializable, for executors look it up as well.
 */
public interface Secret extends Serializable {

  /** Where the secret is, as messages show it: {@code environment variable DB_PASSWORD}. */
  String name();

  /**
   * The secret itself, looked up now.
   *
   * @throws IllegalStateException if there is none, saying where it was looked for
   */
  String value();

  /**
   * The value of an environment variable.
   *
   * @param variable the variable's name
   */
  static Secret env(String variable) {
    return new EnvironmentSecret(variable);
  }

  /**
   * The content of a file, as orchestrators mount secrets; a line end at its end is no part of it.
   *
   * @param path a local path, the same on every machine
   */
  static Secret file(String path) {
    return new FileSecret(path);
  }

  /**
   * A text that you have already, from your own configuration. It travels to executors inside of
   * tasks.
   *
   * @param value the secret
   */
  static Secret of(String value) {
    return new GivenSecret(value);
  }
}
