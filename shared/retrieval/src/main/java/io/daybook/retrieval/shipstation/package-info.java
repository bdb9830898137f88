/**
 * ShipStation's two APIs: version 2, which is ShipEngine's, and version 1; and the keys by which the former signs.
 *
 * <p>What always holds: a label is passed on with its carrier, and without the people on it. What it refuses: cursors that are
 * none of its own.
 */
@NullMarked
package io.daybook.retrieval.shipstation;

import org.jspecify.annotations.NullMarked;
