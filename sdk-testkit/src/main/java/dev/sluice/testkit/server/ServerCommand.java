package dev.sluice.testkit.server;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What runs in the process of a server.
 *
 * @param name of the server, for errors
 * @param java home directory of the JDK
 * @param jvmOptions heap, flags, system properties
 * @param classPath the jars of the server; the testkit itself is added
 * @param main a class whose {@code main} returns when the server is ready
 * @param arguments of {@code main}
 */
record ServerCommand(
    String name,
    Path java,
    List<String> jvmOptions,
    List<Path> classPath,
    String main,
    List<String> arguments) {

  /** Short start before long-term speed: these JVMs live for minutes and do little. */
  static final List<String> SMALL_JVM =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8");

  /**
   * The command line. All but the program is in a file of arguments: class paths are longer than
   * what Windows allows, and than what anyone wants to see in a list of processes.
   */
  List<String> in(ServerDirectory directory) {
    List<String> words = new ArrayList<>(jvmOptions);
    words.add("-cp");
    words.add(
        Stream.concat(Stream.of(testkit()), classPath.stream())
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    words.add(ChildMain.class.getName());
    words.add(directory.path().toString());
    words.add(Boolean.toString(directory.temporary()));
    words.add(main);
    words.addAll(arguments);
    Path file =
        directory.write(
            "java.args",
            words.stream()
                .map(word -> '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining("\n")));
    return List.of(java.resolve("bin").resolve("java").toString(), "@" + file);
  }

  /** The jar or directory of classes that this class is in. */
  private static Path testkit() {
    try {
      return Path.of(
          ServerCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new ServerException("The testkit cannot tell which jar it was loaded from.", e);
    }
  }
}
