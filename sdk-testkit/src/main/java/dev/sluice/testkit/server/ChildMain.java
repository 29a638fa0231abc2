package dev.sluice.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Runs a server in a JVM of its own and sees to it that it does not outlive the test. Nothing but
 * the server's jars and these few classes is on its class path.
 */
final class ChildMain {
  private static final int ABANDONED = 3;
  private static final int DELETIONS = 5;

  private ChildMain() {}

  /**
   * Called by {@link ServerProcess}.
   *
   * @param args directory of the server, whether that is temporary, main class, its arguments
   */
  public static void main(String[] args) {
    ServerDirectory directory =
        new ServerDirectory(Path.of(args[0]), Boolean.parseBoolean(args[1]));
    Thread watch = new Thread(() -> awaitOrder(directory), "parent-watch");
    watch.setDaemon(true);
    watch.start();
    try {
      Class.forName(args[2])
          .getMethod("main", String[].class)
          .invoke(null, (Object) Arrays.copyOfRange(args, 3, args.length));
      Files.createFile(directory.ready());
    } catch (InvocationTargetException e) {
      fail(e.getCause());
    } catch (ReflectiveOperationException | IOException e) {
      fail(e);
    }
  }

  /** Tells the server's log, whose end becomes part of the test's error. */
  private static void fail(Throwable cause) {
    cause.printStackTrace();
    Runtime.getRuntime().halt(1);
  }

  /** Called when the server has ended though nobody asked it to. */
  static synchronized void ended(int exitCode) {
    System.exit(exitCode);
  }

  private static void awaitOrder(ServerDirectory directory) {
    if (read() >= 0) {
      System.exit(0); // the server ends in good order by its shutdown hook
    }
    abandon(directory);
  }

  /** The parent is dead: there is nobody to wait for an orderly end. */
  private static synchronized void abandon(ServerDirectory directory) {
    List<ProcessHandle> children = ProcessHandle.current().children().toList();
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    children.forEach(child -> child.onExit().join());
    for (int attempt = 1; directory.temporary() && attempt <= DELETIONS; attempt++) {
      try {
        directory.delete();
        break;
      } catch (UncheckedIOException e) {
        // A server in this JVM goes on writing until the end of it.
        e.printStackTrace();
      }
    }
    Runtime.getRuntime().halt(ABANDONED);
  }

  private static int read() {
    try {
      return System.in.read();
    } catch (IOException e) {
      return -1; // no parent can be reached through it any more
    }
  }
}
