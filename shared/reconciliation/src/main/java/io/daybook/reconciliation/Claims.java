package io.daybook.reconciliation;

import com.fasterxml.jackson.core.type.TypeReference;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.StateStore.Write;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Both sides of each match, taken in one conditional write, so that no bank line proves two payouts. */
final class Claims {
  /**
   * One side of a match.
   *
   * @param with the other side
   * @param basis what proves it
   * @param by who found it
   * @param at when it was found
   */
  record Claim(String with, String basis, String by, Instant at) {}

  private static final TypeReference<Claim> CLAIM = new TypeReference<>() {};

  private final StateStore state;
  private final Lease lease;

  Claims(StateStore state, Lease lease) {
    this.state = state;
    this.lease = lease;
  }

  /** The match that a side is taken by, if it is. */
  static Optional<Claim> of(StateStore state, String side) {
    return state.get(Kind.CLAIM, side).map(item -> StateJson.read(item, CLAIM));
  }

  /**
   * Takes both sides, or finds them taken by this very match before.
   *
   * @return the claim as it stands, or empty if either side is another's
   * @throws LeaseLost if another run took the lease
   */
  Optional<Claim> take(String line, String payout, Claim found) {
    Claim mirrored = new Claim(line, found.basis(), found.by(), found.at());
    boolean taken =
        lease.write(
            List.of(
                new Write(Kind.CLAIM, line, 0, StateJson.write(found)),
                new Write(Kind.CLAIM, payout, 0, StateJson.write(mirrored))));
    if (taken) {
      return Optional.of(found);
    }
    if (!lease.write(List.of())) {
      throw new LeaseLost();
    }
    return of(state, line)
        .filter(held -> held.with().equals(payout))
        .filter(held -> of(state, payout).map(Claim::with).equals(Optional.of(line)));
  }
}
