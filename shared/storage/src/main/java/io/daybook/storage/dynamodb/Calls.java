package io.daybook.storage.dynamodb;

import io.daybook.ledger.StoreFailure;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/**
 * Calls to DynamoDB. The SDK retries what is throttled or lost, with its own bounds; what it does not is a conflict of
 * transactions, which passes, and is tried a few times more here.
 */
final class Calls {
  private static final int MAX_TRIES = 8;
  private static final int FIRST_PAUSE_MILLIS = 10;

  private Calls() {}

  /** Makes a call; a failed condition, in a transaction too, is the caller's to understand, anything else a {@link StoreFailure}. */
  static <T> T call(String doing, Supplier<T> call) {
    for (int tries = 1; ; tries++) {
      try {
        return call.get();
      } catch (ConditionalCheckFailedException refused) {
        throw refused;
      } catch (SdkException e) {
        if (e instanceof TransactionCanceledException cancelled && conditionFailed(cancelled)) {
          throw e;
        }
        if (tries == MAX_TRIES || !passes(e)) {
          throw new StoreFailure("cannot " + doing + reasons(e), e);
        }
        pause(doing, tries);
      }
    }
  }

  private static boolean passes(SdkException e) {
    return e instanceof TransactionConflictException
        || e instanceof TransactionInProgressException
        || (e instanceof TransactionCanceledException cancelled
            && cancelled.cancellationReasons().stream().allMatch(Calls::passes));
  }

  private static boolean passes(CancellationReason reason) {
    return switch (reason.code()) {
      case "None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded" ->
          true;
      case null, default -> false;
    };
  }

  /** Whether a transaction was cancelled because an item was not as expected. */
  private static boolean conditionFailed(TransactionCanceledException cancelled) {
    return cancelled.cancellationReasons().stream()
        .anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code()));
  }

  private static String reasons(SdkException e) {
    return e instanceof TransactionCanceledException cancelled
        ? ": "
            + cancelled.cancellationReasons().stream()
                .map(CancellationReason::code)
                .distinct()
                .toList()
        : "";
  }

  /** Between nothing and twice as long as the time before: full jitter, so that those who met do not meet again. */
  private static void pause(String doing, int tries) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong((long) FIRST_PAUSE_MILLIS << tries));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFailure("was interrupted and cannot " + doing, e);
    }
  }
}
