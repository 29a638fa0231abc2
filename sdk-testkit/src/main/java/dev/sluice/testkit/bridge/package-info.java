/**
 * Every use of classes that Spark does not promise to keep, and Spark's plans as data of our own.
 */
@Internal
package dev.sluice.testkit.bridge;

import dev.sluice.annotation.Internal;
