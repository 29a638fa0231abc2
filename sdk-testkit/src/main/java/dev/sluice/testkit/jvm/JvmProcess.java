package dev.sluice.testkit.jvm;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A JVM of the same Java as this one, which ends when this one does.
 *
 * @param options of the JVM
 * @param classPath its class path; none if it is among the words
 * @param words what follows
 */
record JvmProcess(List<String> options, List<Path> classPath, List<String> words) {

  /** Runs it to its end and gives its status. */
  int run(UnaryOperator<ProcessBuilder> streams) throws IOException, InterruptedException {
    // a class path can be longer than a command line may be
    Path file = Files.createTempFile("class-path-", ".args");
    try {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(options);
      if (!classPath.isEmpty()) {
        Files.writeString(file, "-cp\n" + quoted(classPath));
        command.add("@" + file);
      }
      command.addAll(words);
      Process process = streams.apply(new ProcessBuilder(command)).start();
      // where input is not inherited there is none
      process.getOutputStream().close();
      return waitFor(process);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static int waitFor(Process process) throws InterruptedException {
    Thread end = new Thread(process::destroy, "end of tests");
    Runtime.getRuntime().addShutdownHook(end);
    int status = process.waitFor();
    Runtime.getRuntime().removeShutdownHook(end);
    return status;
  }

  /** As Java reads a file of arguments. */
  private static String quoted(List<Path> classPath) {
    return classPath.stream()
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator, "\"", "\""))
        .replace("\\", "\\\\");
  }
}
