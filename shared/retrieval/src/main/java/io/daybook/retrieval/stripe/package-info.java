/**
 * Stripe's API, read through stripe-java's raw requests: its client signs, retries with jitter, times out and tells errors
 * apart; the objects are kept as the bytes that came, never written again from typed models.
 *
 * <p>What always holds: one call of {@code fetch} is at most two requests; the API version is the library's ({@link
 * io.daybook.retrieval.stripe.StripeApi#VERSION}); a reason holds Stripe's code and request id, never its words, which
 * quote keys. What it refuses: to write anything but
 * webhook endpoints of the connection's own address, and wishes for a report.
 */
@NullMarked
package io.daybook.retrieval.stripe;

import org.jspecify.annotations.NullMarked;
