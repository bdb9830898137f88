/**
 * What became of a book's messages and how far its sweeps have come, as the state keeps it: for those who post and pull to
 * write, and for people to look at.
 *
 * <p>What always holds: a message without a setback is posted or on its way; a setback names a message and never shows
 * what it says.
 */
@NullMarked
package io.daybook.intake;

import org.jspecify.annotations.NullMarked;
