/**
 * The stores in DynamoDB: the hub in the cloud, and on DynamoDB Local for development and test.
 *
 * <p>Three tables. {@code inbox} and {@code ledger} are put only, each put under "does not exist"; {@code state} holds all
 * that is mutable, each item with a version. Every partition key starts with the book. Logs and state are read strongly
 * consistent, the index by day is not. Every page of an answer is read, every reason of a cancelled transaction too;
 * retries are bounded, with jitter. Nothing scans. Days, connections and books are listed in {@code state} before the
 * first thing of theirs is stored.
 *
 * <p>It refuses a step that would not fit an item, and items and events of a form that it does not know.
 */
@NullMarked
package io.daybook.storage.dynamodb;

import org.jspecify.annotations.NullMarked;
