package dev.sluice.testkit.jvm;

import dev.sluice.testkit.environment.OpenPackages;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Another JVM with the class path of the tests. */
public final class JvmOfTest {

  private JvmOfTest() {}

  /** Runs a class to its end, with flags such as {@code -Duser.timezone=UTC}; gives its status. */
  public static int run(List<String> flags, String main, String... arguments)
      throws IOException, InterruptedException {
    List<String> options = new ArrayList<>(OpenPackages.flags());
    options.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1g"));
    String log = System.getProperty("log4j2.configurationFile");
    if (log != null) {
      options.add("-Dlog4j2.configurationFile=" + log);
    }
    options.addAll(flags);
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> words = new ArrayList<>(List.of(main));
    words.addAll(List.of(arguments));
    return new JvmProcess(
        options,
        Arrays.stream(classPath.split(File.pathSeparator)).map(Path::of).toList(),
        words)
        // standard output belongs to Surefire
        .run(
            process -> process
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT));
  }
}
