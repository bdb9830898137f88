/**
 * Histories of a shop by seed, and what paper says of them: the reference that the books are held against.
 *
 * <p>A history is a list of operations, each at an instant; the same seed always makes the same. What always holds: {@link
 * io.daybook.simulation.history.Paper} shares no code with what posts, and adds up a whole history at once from the facts
 * alone, whatever order they came in. It refuses to judge a life of which a part is missing, rather than to guess.
 */
@NullMarked
package io.daybook.simulation.history;

import org.jspecify.annotations.NullMarked;
