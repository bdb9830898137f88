/**
 * The few AWS calls that the functions make, answered at once over loopback: DynamoDB on items in memory, KMS, S3.
 *
 * <p>What always holds: a conditional write is refused as DynamoDB refuses it, and whatever this does not know is refused
 * aloud. It keeps no secret and proves no signature: it measures callers, not AWS.
 */
@NullMarked
package io.daybook.bench.aws;

import org.jspecify.annotations.NullMarked;
