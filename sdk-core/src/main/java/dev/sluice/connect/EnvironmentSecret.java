package dev.sluice.connect;

/** The value of an environment variable. */
record EnvironmentSecret(String variable) implements Secret {

  @Override
  public String name() {
    return "environment variable " + variable;
  }

  @Override
  public String value() {
    String value = System.getenv(variable);
    if (value == null) {
      throw new IllegalStateException(name() + " is not set");
    }
    return value;
  }

  @Override
  public String toString() {
    return name();
  }
}
