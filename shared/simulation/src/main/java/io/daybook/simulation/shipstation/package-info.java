/**
 * ShipStation on loopback, both versions: labels, carriers, tracking and signing keys of version 2; shipments and carriers of
 * version 1, with its forty calls a minute. Their webhooks, which say only that there is something to read.
 *
 * <p>What always holds: version 1 writes Pacific time without a zone, may list a shipment twice, and says in its headers how
 * many calls are left; version 2 writes its currencies in small letters. They refuse a wrong key with 401.
 */
@NullMarked
package io.daybook.simulation.shipstation;

import org.jspecify.annotations.NullMarked;
