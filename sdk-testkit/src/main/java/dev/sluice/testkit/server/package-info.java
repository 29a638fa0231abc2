/**
 * Real servers for tests, without Docker: {@link dev.sluice.testkit.server.KafkaServer}, {@link
 * dev.sluice.testkit.server.PostgresServer}, {@link dev.sluice.testkit.server.CassandraServer}.
 *
 * <p>Each runs in a process of its own, from artifacts that the user's Maven repository provides.
 * The server's jars are on the class path of that process alone, so they cannot change a version in
 * the test. Nothing is started before it is asked for, and nothing outlives the JVM of the tests,
 * however that ends.
 */
package dev.sluice.testkit.server;
