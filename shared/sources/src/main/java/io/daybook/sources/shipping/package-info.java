/**
 * What the providers of shipping labels have in common: exact amounts of more decimals than a currency has, order numbers
 * among free text, types that only the message itself tells.
 *
 * <p>What always holds: an amount is summed exactly before it is turned into minor units.
 *
 * <p>What it refuses: an amount of which a fraction of a minor unit remains, and free text that could name a person.
 */
@NullMarked
package io.daybook.sources.shipping;

import org.jspecify.annotations.NullMarked;
