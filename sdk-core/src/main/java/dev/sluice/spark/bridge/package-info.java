/**
 * Every use of classes that Spark does not promise to keep. A bridge has the members that are
 * needed and gives data of our own; {@code KnownSpark} asks at every entry point whether this Spark
 * has them.
 */
@Internal
package dev.sluice.spark.bridge;

import dev.sluice.annotation.Internal;
