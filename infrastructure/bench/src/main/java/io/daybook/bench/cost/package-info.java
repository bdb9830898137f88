/**
 * What an order costs in the cloud: the month of the sample shop goes through the real functions on tables in memory that
 * count, as DynamoDB would bill them, requests, bytes and capacity units; a price list turns them into dollars.
 *
 * <p>What always holds: the same seed gives the same table to the last unit, on every machine, for nothing in it is
 * timed; durations are assumptions, and each is named. The tables refuse a request whose price they do not know.
 */
@NullMarked
package io.daybook.bench.cost;

import org.jspecify.annotations.NullMarked;
