package dev.sluice.testkit;

/** Records made from other records. */
public final class Records {

  private Records() {}

  /**
   * A copy of a sample, to be changed: so a test names the one component it is about.
   *
   * <pre>{@code
   * Order noQuantity = with(SAMPLE).set(Order::quantity).to(null).build();
   * }</pre>
   *
   * @param sample any record; it stays as it is
   */
  public static <T extends Record> RecordCopy<T> with(T sample) {
    return new RecordCopy<>(sample);
  }
}
