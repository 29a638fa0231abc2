package dev.sluice.testkit.jvm;

import dev.sluice.testkit.environment.BuildServer;
import dev.sluice.testkit.environment.OpenPackages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Starts the JVM of tests such that it is ready sooner. Surefire is told to start it instead:
 *
 * <pre>{@code
 * <argLine>-jar "${settings.localRepository}/dev/sluice/sdk-testkit/${sluice.version}/sdk-testkit-${sluice.version}.jar"</argLine>
 * }</pre>
 *
 * <p>Whatever Surefire writes behind that is run in a second JVM, which has the flags that Spark
 * needs, and those that make small tests quick. Options of that JVM, such as {@code -Xmx2g} or the
 * {@code @{argLine}} of JaCoCo, come behind the jar.
 *
 * <p>Half of the time that a first test takes goes into loading 18,000 classes; so that JVM gets an
 * archive of classes that were loaded before. The archive is made when the tests are done for the
 * first time, and kept in {@code ~/.cache/sluice} for as long as it is used.
 *
 * <p>Java takes an archive only if its jars come first on the class path. So directories, and jars
 * that change often, come last here, unless that would change which file of a name is found: then
 * the class path stays as it is, and there is no archive. Without one, or with one that does not
 * fit, tests run as they do otherwise.
 *
 * <p>The option {@code -Dsluice.test.archive=off} behind the jar uses no archive. One is not made
 * on a build server (where the environment variable {@code CI} is set), which would have to keep it
 * to gain anything, unless the option says {@code on}; nor for a debugger.
 */
public final class TestJvm {

  /** The option: {@code on}, {@code off}, or unless set, {@code auto}. */
  static final String ARCHIVE = "sluice.test.archive";

  /** The option that says where archives are; {@code ~/.cache/sluice} unless set. */
  static final String DIRECTORY = "sluice.test.archive.directory";

  private final JvmCommand command;
  private final Archives archives;

  private TestJvm(JvmCommand command) {
    this.command = command;
    this.archives =
        command
            .property(DIRECTORY)
            .map(directory -> new Archives(Path.of(directory)))
            .orElseGet(Archives::ofUser);
  }

  /** Runs what the words say, and ends as it does. */
  public static void main(String[] words) throws Exception {
    String variable = System.getenv().getOrDefault("CLASSPATH", "");
    System.exit(new TestJvm(JvmCommand.of(List.of(words), variable)).run());
  }

  private int run() throws IOException, InterruptedException {
    Optional<SharedArchive> archive = archive();
    List<Path> classPath = command.classPath().orElse(List.of());
    List<String> options = new ArrayList<>(options());
    if (archive.isPresent()) {
      classPath = archive.get().first(classPath);
      if (archive.get().exists()) {
        options.addAll(archive.get().flags());
      }
    }
    options.addAll(command.options());
    int status = new JvmProcess(options, classPath, command.words()).run(ProcessBuilder::inheritIO);
    if (status == 0 && archive.isPresent()) {
      keep(archive.get());
    }
    return status;
  }

  /** The archive to use, or to make; none if there is a reason against it. */
  private Optional<SharedArchive> archive() {
    if (setting().equals("off") || command.classPath().isEmpty() || isDebugged()) {
      return Optional.empty();
    }
    try {
      StableJars jars = StableJars.of(command.classPath().get());
      SharedArchive archive = SharedArchive.in(archives.directory(), jars.jars());
      boolean mayBeMade = mayMake() && jars.haveTheTestkit() && !archive.cannotBeMade();
      if (!archive.exists() && !mayBeMade) {
        return Optional.empty();
      }
      Optional<String> hidden = jars.hidden();
      hidden.ifPresent(
          file -> System.err.println(
              "No archive of classes is used: the tests have a file of their own in place of %s."
                  .formatted(file)));
      return hidden.isEmpty() ? Optional.of(archive) : Optional.empty();
    } catch (IOException e) {
      return without(e);
    }
  }

  private boolean isDebugged() {
    return command.options().stream()
        .anyMatch(option -> option.matches("-(agentlib:jdwp|Xrunjdwp|Xdebug).*"));
  }

  /** What is wrong with an archive must not fail tests. Standard output belongs to Surefire. */
  private void keep(SharedArchive archive) throws InterruptedException {
    try {
      if (archive.exists()) {
        archives.used(archive);
        return;
      }
      System.err.println(
          "Making an archive of classes, so that later tests start sooner: " + archive.file());
      if (!archive.make(options(), WarmUp.class.getName())) {
        System.err.println("It could not be made; tests run without one, see " + archive.failure());
      }
    } catch (IOException e) {
      without(e);
    }
  }

  private static Optional<SharedArchive> without(IOException e) {
    System.err.println("No archive of classes is used: " + e);
    return Optional.empty();
  }

  /** Code that runs for seconds is not worth much optimizing, nor a heap of many threads. */
  private List<String> options() {
    List<String> options = new ArrayList<>(OpenPackages.flags());
    options.add("-XX:TieredStopAtLevel=1");
    options.add(
        command.options().stream()
            .filter(option -> option.matches("-XX:\\+Use\\w+GC"))
            .findFirst()
            .orElse("-XX:+UseSerialGC"));
    return options;
  }

  private boolean mayMake() {
    return setting().equals("on") || (setting().equals("auto") && !BuildServer.isThis());
  }

  private String setting() {
    return command.property(ARCHIVE).orElse("auto");
  }
}
