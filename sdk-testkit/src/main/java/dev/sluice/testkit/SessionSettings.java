package dev.sluice.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings of a test class.
 *
 * @param context those that hold for the JVM and need a new context to change
 * @param session those that hold for one session
 */
record SessionSettings(Map<String, String> context, Map<String, String> session) {

  SessionSettings {
    context = Map.copyOf(context);
    session = Map.copyOf(session);
  }

  static SessionSettings of(SparkTest annotation, Optional<String> profileProperty) {
    return of(annotation.profile().orConfigured(profileProperty), annotation.conf());
  }

  static SessionSettings of(SparkProfile profile, String... conf) {
    Map<String, String> context = new LinkedHashMap<>(profile.contextSettings());
    Map<String, String> session = new LinkedHashMap<>(profile.sessionSettings());
    for (String setting : conf) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(
            "@SparkTest(conf = \"%s\"): a setting is written \"key=value\"".formatted(setting));
      }
      String key = setting.substring(0, equals).strip();
      Map<String, String> target = SparkInternals.belongsToContext(key) ? context : session;
      target.put(key, setting.substring(equals + 1).strip());
    }
    return new SessionSettings(context, session);
  }

  /** Equal for settings that one context can serve. */
  String contextFingerprint() {
    return new TreeMap<>(context).toString();
  }
}
