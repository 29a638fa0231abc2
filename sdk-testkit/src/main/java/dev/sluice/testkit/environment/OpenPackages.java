package dev.sluice.testkit.environment;

import java.util.List;

/** The packages of java.base that Spark reaches into; found by leaving out one after the other. */
public final class OpenPackages {

  /** Their names. */
  public static final List<String> NAMES =
      List.of("java.nio", "java.lang.invoke", "java.util", "sun.util.calendar");

  private OpenPackages() {}

  /** The flags of Java that open them, enough for all of Spark. */
  public static List<String> flags() {
    return NAMES.stream().map("--add-opens=java.base/%s=ALL-UNNAMED"::formatted).toList();
  }
}
