/** A plan as people and files read it. */
@Internal
package dev.sluice.plan.text;

import dev.sluice.annotation.Internal;
