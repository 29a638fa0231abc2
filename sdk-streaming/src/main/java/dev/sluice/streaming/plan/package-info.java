/** What a plan is as a stream: which stages are streamed, which need to remember, where epochs begin. */
@Internal
package dev.sluice.streaming.plan;

import dev.sluice.annotation.Internal;
