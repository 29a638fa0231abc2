/** What a stream keeps beside Spark's checkpoint, and what is looked at before one is used. */
@Internal(except = {Checkpoint.class})
package dev.sluice.streaming.checkpoint;

import dev.sluice.annotation.Internal;
