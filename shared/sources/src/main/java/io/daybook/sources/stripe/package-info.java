/**
 * Stripe's webhooks, its events as EventBridge wraps them, and the objects of its sweep.
 *
 * <p>What always holds: a signature is checked over the raw bytes, against every secret of the connection, in constant
 * time, and no more than 300 seconds before or after now; money is told by balance transactions alone ({@code
 * docs/decisions/0001}); amounts are turned from Stripe's decimals into ISO 4217's exactly, or the object is malformed.
 *
 * <p>What it refuses: nothing that is genuine. A kind of event that no table names is parked, a movement of the balance
 * that no table names is {@link io.daybook.events.Movement#UNKNOWN} with Stripe's own word for it. What Stripe says is
 * not live tells no facts, but for balance transactions, which carry their mode.
 */
@NullMarked
package io.daybook.sources.stripe;

import org.jspecify.annotations.NullMarked;
