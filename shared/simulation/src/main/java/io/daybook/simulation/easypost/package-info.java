/**
 * EasyPost on loopback: shipments, refunds, events and their payloads, newest first, before an id; its webhooks, signed.
 *
 * <p>What always holds: fees have five decimals, people's addresses stand in every shipment, a refund is confirmed long after
 * it was asked for. It refuses a wrong key with 401.
 */
@NullMarked
package io.daybook.simulation.easypost;

import org.jspecify.annotations.NullMarked;
