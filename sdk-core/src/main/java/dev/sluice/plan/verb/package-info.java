/**
 * The verbs, a small record each: its expressions, what it does to rows, and its detail for
 * descriptions.
 */
@Internal
package dev.sluice.plan.verb;

import dev.sluice.annotation.Internal;
