/**
 * What people are told of: what in a book needs somebody (a payout that does not tie, a connection gone silent, messages
 * that a sweep had to find, messages that failed, a month to close), who wants to hear of it and how, and what was told
 * to whom.
 *
 * <p>What always holds: a notice is told to a place once; again only when its measure changed or when a reminder is due;
 * and once more when a run died between sending and noting that it had sent, which is the only way to be told twice. What
 * cannot be sent is tried a bounded number of times and then shown. A notice holds ids, amounts and our own sentences.
 *
 * <p>What it refuses: raw payloads and what identifies a customer, line breaks in a headline, a place that is not an
 * address.
 */
@NullMarked
package io.daybook.notices;

import org.jspecify.annotations.NullMarked;
