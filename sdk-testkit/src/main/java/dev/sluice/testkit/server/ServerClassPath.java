package dev.sluice.testkit.server;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;

/**
 * The jars of a server, by Maven coordinates: from the user's local repository, else from where the
 * user's settings.xml says (mirrors, proxies, credentials), else from Maven Central.
 */
final class ServerClassPath {
  private ServerClassPath() {}

  /**
   * The artifacts and all they need at run time. Without network it works too once they are in the
   * local repository.
   *
   * @param server named in errors
   * @param artifacts {@code group:artifact:version}
   */
  static List<Path> of(String server, List<String> artifacts) {
    // Maven hands maven.repo.local on to the JVM of the tests, so that is obeyed as well.
    ContextOverrides user = ContextOverrides.create().withUserSettings(true).build();
    try (Context maven = Runtimes.INSTANCE.getRuntime().create(user)) {
      List<Dependency> roots =
          artifacts.stream()
              .map(artifact -> new Dependency(new DefaultArtifact(artifact), JavaScopes.RUNTIME))
              .toList();
      DependencyRequest request =
          new DependencyRequest(
              new CollectRequest(roots, List.of(), maven.remoteRepositories()),
              DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME));
      return maven
          .repositorySystem()
          .resolveDependencies(maven.repositorySystemSession(), request)
          .getArtifactResults()
          .stream()
          .map(ServerClassPath::file)
          .toList();
    } catch (DependencyResolutionException e) {
      throw new ServerException(
          """
          Cannot get the jars of %s (%s): %s
          They are looked for in your local Maven repository, then where your settings.xml says,
          then in Maven Central. Without network, fetch them once where there is one: any test that
          starts this server does.\
          """
              .formatted(server, String.join(", ", artifacts), reason(e)),
          e);
    }
  }

  /** The innermost error names the address and what happened there; the outer ones do not. */
  private static String reason(Throwable error) {
    Throwable cause = error;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return error.getMessage() + ": " + cause.getMessage();
  }

  private static Path file(ArtifactResult result) {
    return result.getArtifact().getFile().toPath();
  }
}
