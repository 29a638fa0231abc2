/** How texts for people are written: on one line, and with the name that was probably meant, or the cause. */
@Internal
package dev.sluice.text;

import dev.sluice.annotation.Internal;
