/**
 * What people and reconciliation tell the books in the vocabulary itself: openings, confirmed matches, findings, as
 * messages of the inbox like any other; and the files in which people bring them.
 *
 * <p>What always holds: a message is translated wholly or not at all, and what is refused names the fact or the file's
 * line and column, with what was expected. What it refuses: whatever {@link io.daybook.events.FactJson} does not know.
 */
@NullMarked
package io.daybook.sources.daybook;

import org.jspecify.annotations.NullMarked;
