/** What the testkit has to know of the JVM and the build it runs in. */
@Internal
package dev.sluice.testkit.environment;

import dev.sluice.annotation.Internal;
