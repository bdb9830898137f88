/**
 * The vocabulary: what commerce can tell a bookkeeper, as canonical facts.
 *
 * <p>A {@link io.daybook.events.Fact} says one thing that happened or one state that an object is in, in integer minor
 * units, without anything that identifies a person. Every source translates what it receives into these records, and
 * posting knows nothing else. Their JSON form is public ({@code src/main/resources/io/daybook/events/schema}) and bound
 * to the records by a test.
 *
 * <p>What always holds: a fact has one identity ({@link io.daybook.events.FactKey}), whoever tells it; amounts are
 * minor units of the currency beside them; instants are UTC, days are those of the book's time zone only where a
 * platform gives days.
 */
@NullMarked
package io.daybook.events;

import org.jspecify.annotations.NullMarked;
