package dev.sluice.plan;

import java.util.List;
import java.util.Set;

/**
 * What one of the library's own modules adds to the core: rules, checks of the world, verbs,
 * functions, parts of reports. Named in {@code META-INF/services/dev.sluice.plan.SluiceModule}, and
 * read once in the life of a JVM; users do not implement it.
 *
 * <pre>{@code
 * public final class StreamingModule implements SluiceModule {
 *   public List<Part> parts() {
 *     return List.of(new StreamingRules(), new VerbCompiler.Of<>(Within.class, new WithinCompiler()));
 *   }
 * }
 * }</pre>
 */
public interface SluiceModule {

  /** Something that a module adds, of one of the kinds that extend this. */
  interface Part {}

  /** What it adds. */
  default List<Part> parts() {
    return List.of();
  }

  /**
   * The packages whose code is the library's, so that messages name the line of the user's that
   * called it.
   */
  default Set<String> packages() {
    return Set.of(getClass().getPackageName());
  }
}
