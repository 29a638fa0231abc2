package dev.sluice.testkit.jvm;

import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/** Runs a command in the JVM that is there, whose own class path it does not see. */
final class InThisJvm {

  private InThisJvm() {}

  static void run(JvmCommand command) throws Exception {
    System.setProperty("java.class.path", JvmCommand.text(command.classPath()));
    // never closed: the threads that the command leaves behind load classes as well
    ClassLoader loader =
        new URLClassLoader(urls(command.classPath()), ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    try {
      Class.forName(command.main(), true, loader)
          .getMethod("main", String[].class)
          .invoke(null, (Object) command.arguments().toArray(String[]::new));
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private static URL[] urls(List<Path> classPath) throws MalformedURLException {
    URL[] urls = new URL[classPath.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = classPath.get(i).toUri().toURL();
    }
    return urls;
  }
}
