package dev.sluice.io.kafka;

import dev.sluice.connect.Secret;

/** The text by which Kafka's clients log in, with a password that is looked up with it. */
final class SaslLogin implements Secret {

  private static final long serialVersionUID = 1L;

  private final Sasl mechanism;
  private final String user;
  private final Secret password;

  SaslLogin(Sasl mechanism, String user, Secret password) {
    this.mechanism = mechanism;
    this.user = user;
    this.password = password;
  }

  @Override
  public String name() {
    return password.name();
  }

  @Override
  public String value() {
    return "%s required username=%s password=%s;"
        .formatted(mechanism.module(), quoted(user), quoted(password.value()));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  @Override
  public String toString() {
    return name();
  }
}
