/** Spark's streaming queries for a plan, and the epochs that they start. */
@Internal
package dev.sluice.streaming.query;

import dev.sluice.annotation.Internal;
