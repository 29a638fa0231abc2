/** Records as Spark's rows: schemas, encoders, and what does not fit. */
@Internal
package dev.sluice.spark.rows;

import dev.sluice.annotation.Internal;
