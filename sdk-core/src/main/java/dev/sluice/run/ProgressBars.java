package dev.sluice.run;

/** Makes progress bars. It names no class of the library behind it, which may be missing. */
interface ProgressBars {

  /** One bar. It stays invisible until it is first given a value to show. */
  interface Bar {

    /** Shows how many of the tasks known so far are done. */
    void show(int done, int known);

    /** Leaves the bar as it is and goes to the next line. */
    void close();
  }

  Bar bar(String name);

  static ProgressBars onTerminal() {
    return name -> new TerminalBar(name, builder -> builder);
  }

  static ProgressBars none() {
    Bar invisible =
        new Bar() {
          @Override
          public void show(int done, int known) {}

          @Override
          public void close() {}
        };
    return name -> invisible;
  }
}
