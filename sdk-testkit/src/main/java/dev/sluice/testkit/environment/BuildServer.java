package dev.sluice.testkit.environment;

/** Whether this is a build server, which throws away what a build leaves behind. */
public final class BuildServer {

  private BuildServer() {}

  /** What the environment variable {@code CI} says; all such servers set it. */
  public static boolean isThis() {
    String ci = System.getenv().getOrDefault("CI", "false");
    return !ci.isBlank() && !ci.equalsIgnoreCase("false");
  }
}
