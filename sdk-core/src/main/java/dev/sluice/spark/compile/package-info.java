/** Turns a plan into Datasets, verb by verb. */
@Internal
package dev.sluice.spark.compile;

import dev.sluice.annotation.Internal;
