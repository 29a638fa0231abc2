/** How texts for people are written: on one line, and with the name that was probably meant. */
@Internal
package dev.sluice.text;

import dev.sluice.annotation.Internal;
