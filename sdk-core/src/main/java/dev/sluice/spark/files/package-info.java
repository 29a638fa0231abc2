/** What Spark and Hadoop know of files: their schemas, locks, and lines. */
@Internal
package dev.sluice.spark.files;

import dev.sluice.annotation.Internal;
