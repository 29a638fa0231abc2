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

  static final Database NONE = new Database("", null, null, Map.of());

  private final String url;
  private final String user;
  private final Secret password;
  private final LinkedHashMap<String, String> properties;

  private Database(String url, String user, Secret password, Map<String, String> properties) {
    this.url = url;
    this.user = user;
    this.password = password;
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
    return new Database(changed, user, password, properties);
  }

  Database as(String changed) {
    return new Database(url, changed, password, properties);
  }

  Database with(Secret changed) {
    return new Database(url, user, changed, properties);
  }

  Database with(String key, String value) {
    if (Secrets.in(key, value)) {
      throw new IllegalArgumentException(
          "property '%s' is a secret: give it with password(Secret.env(…))".formatted(key));
    }
    Map<String, String> changed = new LinkedHashMap<>(properties);
    changed.put(key, value);
    return new Database(url, user, password, changed);
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
    Optional.ofNullable(password).ifPresent(secret -> all.put("password", secret.value()));
    return all;
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
