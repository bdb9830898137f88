/**
 * EasyPost's API, version 2: shipments by when they were made, refunds and what they are of, and the events that webhooks
 * would have told.
 *
 * <p>What always holds: of a shipment, its addresses, customs forms and messages are not passed on. What it refuses: cursors
 * that are none of its own.
 */
@NullMarked
package io.daybook.retrieval.easypost;

import org.jspecify.annotations.NullMarked;
