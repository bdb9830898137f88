/**
 * The platforms' APIs, asked in small bounded pieces: what changed in a window, a page at a time, from a cursor that
 * survives a crash. Reads only; keeps nothing itself.
 *
 * <p>What always holds: no call waits longer than its time-out, a throttled or failing platform is an answer ({@link
 * io.daybook.retrieval.Fetched}) and not an exception, and a token never reaches a log or a message.
 */
@NullMarked
package io.daybook.retrieval;

import org.jspecify.annotations.NullMarked;
