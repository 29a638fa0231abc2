/** What Spark measures of a run, told by sinks and stages, at no extra job. */
@Internal
package dev.sluice.spark.metrics;

import dev.sluice.annotation.Internal;
