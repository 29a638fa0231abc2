/**
 * Where rows come from and where they go: the {@link dev.sluice.io.Source} and {@link
 * dev.sluice.io.Sink} interfaces, which anyone may implement, and the ones that come with Sluice.
 *
 * <p>Everything here uses Spark's {@code Dataset}, reader and writer alone; what needs more of
 * Spark stands behind a bridge in {@code dev.sluice.spark}.
 */
package dev.sluice.io;
