package dev.sluice.text;

import java.io.Console;

/** Whether somebody looks at what the program prints. */
public final class Terminal {

  private Terminal() {}

  /** Whether there is one. From JDK 22 on there may be a console that is none, and only it can tell. */
  public static boolean isThere() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException olderJdk) {
      return true;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Console.isTerminal is public and throws nothing", e);
    }
  }
}
