/**
 * Tests that say what the compiler accepts and what it refuses.
 *
 * <p>A typed interface is worth as much as the mistakes it refuses, and nothing but a test keeps
 * those refusals alive. {@link dev.sluice.testkit.compile.CompileAssertions#assertThatSource} takes
 * one source file; {@link dev.sluice.testkit.compile.Snippets} compiles many short cases that share
 * their imports and records in one go. Each source goes through javac and through the Eclipse
 * compiler, which disagree now and then about generics.
 */
package dev.sluice.testkit.compile;
