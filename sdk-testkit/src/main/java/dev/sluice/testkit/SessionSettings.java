package dev.sluice.testkit;

import dev.sluice.testkit.bridge.SparkInternals;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings of a test class.
 *
 * @param context those that hold for the JVM and need a new context to change
 * @param session those that hold for one session
 * @param asked those of the context that the class itself asks for
 */
record SessionSettings(
    Map<String, String> context, Map<String, String> session, Map<String, String> asked) {

  SessionSettings {
    context = Map.copyOf(context);
    session = Map.copyOf(session);
    asked = Map.copyOf(asked);
  }

  static SessionSettings of(SparkTest annotation, Optional<String> profileProperty) {
    return of(annotation.profile().orConfigured(profileProperty), annotation.conf());
  }

  static SessionSettings of(SparkProfile profile, String... conf) {
    Map<String, String> context = new LinkedHashMap<>(profile.contextSettings());
    Map<String, String> session = new LinkedHashMap<>(profile.sessionSettings());
    Map<String, String> asked = new LinkedHashMap<>();
    for (String setting : conf) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(
            "@SparkTest(conf = \"%s\"): a setting is written \"key=value\"".formatted(setting));
      }
      String key = setting.substring(0, equals).strip();
      Map<String, String> target = SparkInternals.belongsToContext(key) ? asked : session;
      target.put(key, setting.substring(equals + 1).strip());
    }
    context.putAll(asked);
    return new SessionSettings(context, session, asked);
  }

  /** Equal for settings that one context can serve. */
  String contextFingerprint() {
    return new TreeMap<>(context).toString();
  }
}
