package io.daybook.simulation.hostile;

import io.daybook.ledger.ChangeFeed;
import java.util.ArrayList;
import java.util.List;

/** A feed that tells of everything at least once, and promises nothing else. */
public final class HostileFeed implements ChangeFeed {
  private final ChangeFeed feed;
  private final Hostility hostility;

  HostileFeed(ChangeFeed feed, Hostility hostility) {
    this.feed = feed;
    this.hostility = hostility;
  }

  @Override
  public String start() {
    return feed.start();
  }

  @Override
  public Batch read(String place, int max) {
    int most =
        max > 1 && hostility.strikes(Fault.FEED_SPLIT, 3) ? 1 + hostility.below(max - 1) : max;
    Batch batch = feed.read(place, most);
    List<Change> changes = new ArrayList<>(batch.changes());
    if (changes.isEmpty()) {
      return batch;
    }
    if (changes.size() < max && hostility.strikes(Fault.FEED_DOUBLED, 4)) {
      changes.add(changes.get(hostility.below(changes.size())));
    }
    if (changes.size() > 1 && hostility.strikes(Fault.FEED_REORDERED, 2)) {
      hostility.shuffle(changes);
    }
    return new Batch(changes, hostility.strikes(Fault.FEED_REPEATED, 4) ? place : batch.next());
  }

  /**
   * A batch dealt into lanes, to be delivered all at once, each by a thread of its own: changes of one subject fall into
   * different lanes, as they do when a stream's shards are handled in parallel.
   *
   * @param lanes how many; some may be empty
   */
  public Lanes readLanes(String place, int max, int lanes) {
    Batch batch = read(place, max);
    List<List<Change>> dealt = new ArrayList<>();
    for (int lane = 0; lane < lanes; lane++) {
      dealt.add(new ArrayList<>());
    }
    for (int i = 0; i < batch.changes().size(); i++) {
      dealt.get(i % lanes).add(batch.changes().get(i));
    }
    return new Lanes(dealt, batch.next());
  }

  /** What is delivered at once, and the place after it. */
  public record Lanes(List<List<Change>> lanes, String next) {
    /** Copies the lists. */
    public Lanes {
      lanes = lanes.stream().map(List::copyOf).toList();
    }
  }
}
