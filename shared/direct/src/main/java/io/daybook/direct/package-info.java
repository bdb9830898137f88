/**
 * The few AWS calls of the door, made without AWS's SDK: DynamoDB PutItem, GetItem and UpdateItem, S3 PutObject, KMS
 * Decrypt. Signed here (Signature Version 4), sent by the JDK's {@code HttpURLConnection}, because loading the SDK takes
 * longer than all the rest of a cold start.
 *
 * <p>What always holds: every answer is read to its end and believed only if it is whole; a call ends before its {@link
 * io.daybook.direct.Deadline}, with what was asked for or with a {@link io.daybook.ledger.StoreFailure}; credentials are
 * looked up for each try and never shown. It refuses to sign a path that would have to be escaped.
 */
@NullMarked
package io.daybook.direct;

import org.jspecify.annotations.NullMarked;
