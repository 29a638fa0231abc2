/** What sources and sinks are, what they say they can do, and how secrets are kept out of texts. */
package dev.sluice.connect;
