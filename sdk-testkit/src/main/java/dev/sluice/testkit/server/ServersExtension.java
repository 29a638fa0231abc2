package dev.sluice.testkit.server;

import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the shared servers they ask for by type; registered by {@link WithServers}. */
public final class ServersExtension implements ParameterResolver {
  private static final Map<Class<?>, Supplier<TestServer>> SERVERS =
      Map.of(
          KafkaServer.class, KafkaServer::shared,
          PostgresServer.class, PostgresServer::shared,
          CassandraServer.class, CassandraServer::shared);

  /** For JUnit. */
  public ServersExtension() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return SERVERS.containsKey(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return SERVERS.get(parameter.getParameter().getType()).get();
  }
}
