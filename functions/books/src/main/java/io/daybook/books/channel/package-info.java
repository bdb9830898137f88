/**
 * The ways by which notices leave the hub: mail (SES), a topic (SNS), a webhook, and on one machine a file.
 *
 * <p>What always holds: a channel tries once and says what came of it; trying again is the teller's business. A webhook is
 * asked over HTTPS at the very address that was checked, is not followed elsewhere, and its answer is not read. No
 * reason holds a letter, a secret or what a receiver answered.
 *
 * <p>What it refuses: a webhook within the cloud's own network, or on this machine, unless that was allowed; a header
 * with a line break.
 */
@NullMarked
package io.daybook.books.channel;

import org.jspecify.annotations.NullMarked;
