/** What files and tables have in common: names of partitions, and what ORC does not keep. */
@Internal
package dev.sluice.io;

import dev.sluice.annotation.Internal;
