package dev.sluice.plan;

import dev.sluice.plan.SluiceModule.Part;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

/** The modules on the class path, and what they add. */
public final class Modules {

  private final List<Part> parts;
  private final Set<String> packages;

  private Modules(List<SluiceModule> modules) {
    this.parts = modules.stream().flatMap(module -> module.parts().stream()).toList();
    this.packages =
        modules.stream().flatMap(module -> module.packages().stream()).collect(Collectors.toSet());
  }

  /** Read when first asked for. */
  private static final class Found {
    private static final Modules ALL = new Modules(found());
  }

  /**
   * What the modules add of a kind, in the order in which the class path names them.
   *
   * @throws IllegalStateException if a module that is named cannot be made
   */
  public static <P extends Part> List<P> parts(Class<P> kind) {
    return Found.ALL.parts.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Whether the code of a package belongs to a module. */
  static boolean own(String packageName) {
    return Found.ALL.packages.contains(packageName);
  }

  private static List<SluiceModule> found() {
    return found(SluiceModule.class.getClassLoader());
  }

  static List<SluiceModule> found(ClassLoader loader) {
    try {
      return ServiceLoader.load(SluiceModule.class, loader).stream()
          .map(ServiceLoader.Provider::get)
          .toList();
    } catch (ServiceConfigurationError e) {
      throw new IllegalStateException(
          "a module of Sluice on the class path cannot be used, as when its version is another than that of sdk-core: "
              + e.getMessage(),
          e);
    }
  }
}
