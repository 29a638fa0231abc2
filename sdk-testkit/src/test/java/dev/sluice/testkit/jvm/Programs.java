package dev.sluice.testkit.jvm;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** Programs for a test JVM, in jars and directories as tests have them. */
final class Programs {

  private Programs() {}

  /** Says what JVM it runs in, and where the class was loaded from. */
  public static final class Report {
    /** Fails with status 3 if told so. */
    public static void main(String[] arguments) throws IOException {
      System.out.println("arguments " + List.of(arguments));
      System.out.println("class path " + System.getProperty("java.class.path"));
      System.out.println("flags " + flags());
      System.out.println("opened " + Object.class.getModule().isOpen("java.nio", module()));
      System.out.println("input " + new String(System.in.readAllBytes()).strip());
      if (arguments.length > 0 && arguments[0].equals("fail")) {
        System.exit(3);
      }
    }

    private static Module module() {
      return Report.class.getModule();
    }

    private static List<String> flags() {
      return java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments();
    }
  }

  /** A directory with the class, as a build has it. */
  static Path directory(Path parent) throws IOException {
    Path target = parent.resolve("classes").resolve(entry());
    Files.createDirectories(target.getParent());
    Files.write(target, bytes());
    return parent.resolve("classes");
  }

  static Path jar(Path file, Path... others) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, Report.class.getName());
    if (others.length > 0) {
      main.put(
          Attributes.Name.CLASS_PATH,
          Arrays.stream(others)
              .map(other -> other.toUri().toString())
              .collect(Collectors.joining(" ")));
    }
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      if (others.length == 0) {
        jar.putNextEntry(new JarEntry(entry()));
        jar.write(bytes());
      }
    }
    return file;
  }

  private static String entry() {
    return Report.class.getName().replace('.', '/') + ".class";
  }

  private static byte[] bytes() throws IOException {
    try (var in = Programs.class.getClassLoader().getResourceAsStream(entry())) {
      return in.readAllBytes();
    }
  }
}
