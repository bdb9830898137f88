/**
 * A stand-in for Stripe: the part of its API that a bookkeeper reads, and the events it sends.
 *
 * <p>What always holds: the API's objects and those in events are rendered from the same month; every list can be read
 * to its end page by page, newest first, as Stripe gives it.
 *
 * <p>It refuses what Stripe refuses: a wrong key, an unknown object, too many requests.
 */
@NullMarked
package io.daybook.simulation.stripe;

import org.jspecify.annotations.NullMarked;
