/**
 * The platforms' languages: verify what they send, over its raw bytes, and translate it into facts. Pure: bytes in,
 * facts out; no network, no clock of its own, no storage.
 *
 * <p>What always holds: what is not understood is said to be so ({@link io.daybook.sources.Translation.Unknown}), never
 * dropped; an amount is read as exact decimals with the platform's own table of decimals, never as a float; nothing
 * that identifies a person gets into a fact.
 */
@NullMarked
package io.daybook.sources;

import org.jspecify.annotations.NullMarked;
