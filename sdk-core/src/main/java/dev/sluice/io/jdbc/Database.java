package dev.sluice.io.jdbc;

import dev.sluice.connect.Secret;
import dev.sluice.connect.Secrets;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Where a database is and who asks. The password is looked up for each connection. */
final class Database implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final String PASSWORD = "password";

  static final Database NONE = new Database("", null, Map.of(), Map.of());

  private final String url;
  private final String user;
  private final LinkedHashMap<String, Secret> secrets;
  private final LinkedHashMap<String, String> properties;

  private Database(
      String url, String user, Map<String, Secret> secrets, Map<String, String> properties) {
    this.url = url;
    this.user = user;
    this.secrets = new LinkedHashMap<>(secrets);
    this.properties = new LinkedHashMap<>(properties);
  }

  Database at(String changed) {
    if (!changed.startsWith("jdbc:")) {
      throw new IllegalArgumentException(
          "a JDBC URL begins with jdbc:, such as jdbc:postgresql://host/shop, not "
              + Secrets.masked(changed));
    }
    if (!Secrets.masked(changed).equals(changed)) {
      throw new IllegalArgumentException(
          "the URL %s has a secret in it, and URLs are shown: give it with password(Secret.env(…))"
              .formatted(Secrets.masked(changed)));
    }
    return new Database(changed, user, secrets, properties);
  }

  Database as(String changed) {
    return new Database(url, changed, secrets, properties);
  }

  Database with(Secret password) {
    return with(PASSWORD, password);
  }

  Database with(String key, Secret secret) {
    Map<String, Secret> changed = new LinkedHashMap<>(secrets);
    changed.put(key, secret);
    return new Database(url, user, changed, properties);
  }

  Database with(String key, String value) {
    if (Secrets.in(key, value)) {
      throw new IllegalArgumentException(
          "property '%s' is a secret: give it as a Secret, such as Secret.env(…)".formatted(key));
    }
    Map<String, String> changed = new LinkedHashMap<>(properties);
    changed.put(key, value);
    return new Database(url, user, secrets, changed);
  }

  boolean isSet() {
    return !url.isEmpty();
  }

  String url() {
    return url;
  }

  /** Without what stands behind the question mark, and without a user. */
  String shown() {
    return Secrets.withoutUser(url.replaceFirst("[?;].*", ""));
  }

  Dialect dialect() {
    return Dialect.of(url);
  }

  /** What is needed to connect, the password included: never to be shown. */
  Map<String, String> properties() {
    Map<String, String> all = new LinkedHashMap<>(properties);
    Optional.ofNullable(user).ifPresent(u -> all.put("user", u));
    secrets.forEach((key, secret) -> all.put(key, value(key, secret)));
    return all;
  }

  /** A store of secrets may say too much when it fails. */
  private static String value(String key, Secret secret) {
    try {
      return secret.value();
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "the %s, %s, cannot be looked up: %s"
              .formatted(key, secret.name(), Secrets.masked(String.valueOf(e.getMessage()))),
          Secrets.masked(e));
    }
  }

  Connection connect() throws SQLException {
    Properties all = new Properties();
    all.putAll(properties());
    try {
      DriverManager.getDriver(url);
    } catch (SQLException e) {
      throw new SQLException(
          "no driver for %s is on the class path: add %s".formatted(shown(), dialect().driver()),
          e);
    }
    return DriverManager.getConnection(url, all);
  }
}
