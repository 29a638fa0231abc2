/** Runs a plan: shared stages, sinks, limits, and the report. */
@Internal
package dev.sluice.spark.run;

import dev.sluice.annotation.Internal;
