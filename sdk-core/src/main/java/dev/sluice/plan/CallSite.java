package dev.sluice.plan;

import java.io.Serializable;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.Set;

/**
 * Where in the user's own code a stage or an expression was written.
 *
 * @param className the class, with its package
 * @param methodName the method
 * @param fileName the source file, or the class's simple name where the class file does not say
 * @param line the line, or 0 where the class file does not say
 */
public record CallSite(String className, String methodName, String fileName, int line)
    implements Serializable {

  private static final StackWalker WALKER = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

  private static final String HOUSE = "dev.sluice";

  /** The rooms, with those inside them. Samples and tests are packages of users. */
  private static final Set<String> ROOMS =
      Set.of(
          "annotation", "connect", "expr", "io", "plan", "quality", "record", "run", "spark",
          "text");

  private static final ClassValue<Boolean> BETWEEN =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          // a lambda of ours may be called from the JDK, as in Optional.map
          return type.getPackageName().startsWith("java.")
              || (isOurs(type.getPackageName()) && !isTest(type));
        }
      };

  /** A site that is not known, as for a plan that was not written by hand. */
  public static CallSite unknown() {
    return new CallSite("", "", "unknown", 0);
  }

  /** The nearest frame outside this library: the line of the user's code that is being executed. */
  public static CallSite here() {
    return WALKER.walk(
        frames -> frames
            .filter(frame -> !BETWEEN.get(frame.getDeclaringClass()))
            .findFirst()
            .map(CallSite::of)
            .orElseGet(CallSite::unknown));
  }

  private static CallSite of(StackFrame frame) {
    String file = frame.getFileName();
    return new CallSite(
        frame.getClassName(),
        frame.getMethodName(),
        file == null ? frame.getDeclaringClass().getSimpleName() : file,
        Math.max(frame.getLineNumber(), 0));
  }

  static boolean isOurs(String packageName) {
    return packageName.equals(HOUSE) || isRoom(packageName) || Modules.own(packageName);
  }

  private static boolean isRoom(String packageName) {
    return packageName.startsWith(HOUSE + ".")
        && ROOMS.contains(packageName.substring(HOUSE.length() + 1).split("\\.", 2)[0]);
  }

  /** Our own tests share our packages, but they are users: they live in another code source. */
  private static boolean isTest(Class<?> type) {
    var source = type.getProtectionDomain().getCodeSource();
    return source != null
        && source.getLocation() != null
        && source.getLocation().getPath().endsWith("/test-classes/");
  }

  /**
   * As a stack trace would show it, which IDEs turn into a link: {@code shop.Job.run(Job.java:42)}.
   */
  public String frame() {
    return className + "." + methodName + "(" + this + ")";
  }

  /** File and line: {@code Job.java:42}. */
  @Override
  public String toString() {
    return line == 0 ? fileName : fileName + ":" + line;
  }
}
