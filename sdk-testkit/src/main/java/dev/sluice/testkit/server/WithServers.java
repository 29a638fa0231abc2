package dev.sluice.testkit.server;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of this class get servers as parameters of the types {@link KafkaServer}, {@link
 * PostgresServer} and {@link CassandraServer}: of test methods, of {@code @BeforeAll} and
 * {@code @BeforeEach} methods, of the constructor.
 *
 * <pre>{@code
 * @WithServers
 * class OrdersTest {
 *   @Test
 *   void keepsOrdersOverARestart(KafkaServer kafka) { … }
 * }
 * }</pre>
 *
 * <p>A server is started when a parameter first asks for it and is then shared by all tests of the
 * JVM ({@link KafkaServer#shared()} and so on). So use topics, databases and keyspaces of your own,
 * and when tests run in parallel, let those that stop or kill a server hold a
 * {@code @ResourceLock}.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ServersExtension.class)
public @interface WithServers {}
