package io.daybook.posting.requirement;

import io.daybook.events.CurrencyCode;
import io.daybook.events.PayoutManifest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The complete list of transactions that a processor says a payout consists of: all chunks of its newest reading.
 *
 * @param currency of the nets
 * @param items without the payout's own line
 */
public record Manifest(CurrencyCode currency, List<PayoutManifest.Item> items) {
  /** Copies the list. */
  public Manifest {
    items = List.copyOf(items);
  }

  /** The newest reading, if all its chunks are known. */
  public static Optional<Manifest> in(Facts facts) {
    List<PayoutManifest> all = facts.all(PayoutManifest.class);
    Optional<PayoutManifest> newest =
        all.stream().max(Comparator.comparingLong(PayoutManifest::version));
    return newest.flatMap(chunk -> complete(all, chunk));
  }

  private static Optional<Manifest> complete(List<PayoutManifest> all, PayoutManifest newest) {
    List<PayoutManifest> chunks =
        all.stream()
            .filter(chunk -> chunk.version() == newest.version())
            .sorted(Comparator.comparingInt(PayoutManifest::chunk))
            .toList();
    return chunks.size() < newest.chunks()
        ? Optional.empty()
        : Optional.of(
            new Manifest(
                newest.currency(),
                chunks.stream().flatMap(chunk -> chunk.items().stream()).toList()));
  }

  /** What the listed transactions change the balance by, without what is the payout itself. */
  public long netMinor() {
    long net = 0;
    for (PayoutManifest.Item item : items) {
      net = Math.addExact(net, counted(item));
    }
    return net;
  }

  private static long counted(PayoutManifest.Item item) {
    return switch (item.movement()) {
      case PAYOUT, PAYOUT_FAILURE -> 0;
      case CHARGE,
          REFUND,
          REFUND_FAILURE,
          DISPUTE,
          DISPUTE_REVERSAL,
          FEE,
          RESERVE_HOLD,
          RESERVE_RELEASE,
          LOAN_REPAYMENT,
          SUBSCRIPTION,
          TAX_WITHHELD,
          UNKNOWN ->
          item.netMinor();
    };
  }
}
