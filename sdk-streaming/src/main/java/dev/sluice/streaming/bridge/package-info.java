/** Every use that streams make of classes which Spark does not promise to keep. */
@Internal
package dev.sluice.streaming.bridge;

import dev.sluice.annotation.Internal;
