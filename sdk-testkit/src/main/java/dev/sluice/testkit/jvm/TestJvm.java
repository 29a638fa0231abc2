package dev.sluice.testkit.jvm;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts the JVM of tests such that it is ready sooner. Surefire is told to start it instead:
 *
 * <pre>{@code
 * <argLine>-jar ${settings.localRepository}/dev/sluice/sdk-testkit/${sluice.version}/sdk-testkit-${sluice.version}.jar</argLine>
 * }</pre>
 *
 * <p>Whatever Surefire writes behind that is run in a second JVM, which has the flags that Spark
 * needs, and those that make small tests quick. Half of the time that a first test takes goes into
 * loading 18,000 classes; so that JVM gets an archive of classes that were loaded before. The
 * archive is made when the tests are done for the first time, and kept in {@code ~/.cache/sluice}.
 *
 * <p>Java takes an archive only if its jars come first on the class path. So directories, and jars
 * that change often, come last here. Nothing else depends on it: without the archive, or with one
 * that does not fit, tests run as they do otherwise.
 *
 * <p>Options before {@code -jar} are handed on. {@code -Dsluice.test.archive=off} uses no archive;
 * one is not made on a CI server (where the variable {@code CI} is set), which would have to keep
 * it to gain anything, unless it is {@code on}. A debugger gets the tests in the first JVM, without
 * an archive.
 */
public final class TestJvm {

  /** The system property: {@code on}, {@code off}, or unless set, {@code auto}. */
  static final String ARCHIVE = "sluice.test.archive";

  /** The system property that says where archives are; {@code ~/.cache/sluice} unless set. */
  static final String DIRECTORY = "sluice.test.archive.directory";

  private final List<String> options;
  private final JvmCommand command;

  private TestJvm(List<String> options, JvmCommand command) {
    this.options = options;
    this.command = command;
  }

  /** Runs what the words say, and ends as it does. */
  public static void main(String[] words) throws Exception {
    String variable = System.getenv("CLASSPATH");
    TestJvm jvm =
        new TestJvm(
            ManagementFactory.getRuntimeMXBean().getInputArguments(),
            JvmCommand.of(List.of(words), variable == null ? "" : variable));
    if (jvm.isDebugged()) {
      InThisJvm.run(jvm.command);
    } else {
      System.exit(jvm.run());
    }
  }

  /** Its port is taken, so no other JVM can have it. */
  private boolean isDebugged() {
    return options.stream().anyMatch(option -> option.contains("jdwp"));
  }

  private int run() throws IOException, InterruptedException {
    List<Path> jars = command.classPath().stream().filter(StableJars::contains).toList();
    SharedArchive archive = SharedArchive.in(directory(), jars);
    boolean use = !setting().equals("off") && archive.exists();
    List<Path> classPath =
        Stream.concat(
                jars.stream(), command.classPath().stream().filter(entry -> !jars.contains(entry)))
            .toList();
    List<String> java = java();
    if (use) {
      java.addAll(archive.flags());
    }
    java.addAll(command.with(classPath).words());
    int status = waitFor(new ProcessBuilder(java).inheritIO().start());
    if (status == 0
        && mayMake()
        && !archive.exists()
        && jars.stream().anyMatch(StableJars::isOurs)) {
      make(archive);
    }
    return status;
  }

  private static int waitFor(Process process) throws InterruptedException {
    Thread end = new Thread(process::destroy, "end of tests");
    Runtime.getRuntime().addShutdownHook(end);
    int status = process.waitFor();
    Runtime.getRuntime().removeShutdownHook(end);
    return status;
  }

  private List<String> java() {
    List<String> java = new ArrayList<>();
    java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    java.addAll(OpenPackages.flags());
    java.add("-XX:TieredStopAtLevel=1");
    if (options.stream().noneMatch(option -> option.matches("-XX:\\+Use\\w+GC"))) {
      java.add("-XX:+UseSerialGC");
    }
    java.addAll(options);
    return java;
  }

  /** Standard output belongs to Surefire. */
  private void make(SharedArchive archive) throws IOException, InterruptedException {
    System.err.println(
        "Making an archive of classes, so that later tests start sooner: %s. This happens once."
            .formatted(archive.file()));
    if (!archive.make(java(), WarmUp.class.getName())) {
      System.err.println(
          "No archive was made; tests run without one. If no other process makes it, see %s"
              .formatted(archive.log()));
    }
  }

  private static boolean mayMake() {
    return setting().equals("on") || (setting().equals("auto") && System.getenv("CI") == null);
  }

  private static String setting() {
    return System.getProperty(ARCHIVE, "auto");
  }

  private static Path directory() {
    String set = System.getProperty(DIRECTORY);
    return set == null
        ? Path.of(System.getProperty("user.home"), ".cache", "sluice")
        : Path.of(set);
  }
}
