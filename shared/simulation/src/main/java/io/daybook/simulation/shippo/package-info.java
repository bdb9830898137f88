/**
 * Shippo on loopback: transactions, refunds, rates, carrier accounts, shipments, orders and tracks; its webhooks, signed or
 * with a token.
 *
 * <p>What always holds: a listed transaction names its rate by id only, and lists mind no bounds of time, as the platform's
 * refunds do not. It refuses a wrong key with 401.
 */
@NullMarked
package io.daybook.simulation.shippo;

import org.jspecify.annotations.NullMarked;
