/**
 * ShipStation's two APIs: version 2, which is ShipEngine's, and version 1.
 *
 * <p>What always holds: their webhooks say that something happened and where to read it, never what it cost. They tell no
 * facts; the sweep does. Version 2 signs them with keys that it publishes; version 1 does not sign them at all, so that they
 * are let in by a token in their address only and nothing of them is believed. A label and its carrier are read together: only
 * the carrier says whether a wallet or the merchant's own account pays.
 *
 * <p>What it refuses: sums of which a fraction of a cent remains. Unknown states and carriers are parked.
 */
@NullMarked
package io.daybook.sources.shipstation;

import org.jspecify.annotations.NullMarked;
