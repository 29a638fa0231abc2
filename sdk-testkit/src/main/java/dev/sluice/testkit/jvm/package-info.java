/**
 * A JVM for tests that starts quickly: {@link dev.sluice.testkit.jvm.TestJvm}, which Surefire is
 * told to start instead of Java.
 */
package dev.sluice.testkit.jvm;
