package io.daybook.events;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A chunk of what the processor's own report says a payout consists of: a second word on what {@link PayoutManifest} lists,
 * made elsewhere at the processor. It posts nothing; where the two differ a person is told.
 *
 * @param origin the processor's account
 * @param payout the payout
 * @param version how many lines the report has for it; all chunks of a reading share it
 * @param chunk this one's place, from 1
 * @param chunks how many the reading has
 * @param currency of the nets
 * @param lines the report's lines, without the payout's own
 */
public record ReportedPayout(
    Origin origin,
    PayoutId payout,
    long version,
    int chunk,
    int chunks,
    CurrencyCode currency,
    List<Line> lines)
    implements State {
  /** The most lines of a chunk. */
  public static final int MAX_LINES = 500;

  /** A balance transaction and what the report says the balance changed by, in minor units. */
  public record Line(TransactionId id, long netMinor) {}

  /** Refuses a chunk outside its reading, and more than {@value #MAX_LINES} lines. */
  public ReportedPayout {
    if (chunk < 1 || chunk > chunks) {
      throw new IllegalArgumentException("chunk " + chunk + " of " + chunks);
    }
    if (lines.size() > MAX_LINES) {
      throw new IllegalArgumentException(
          lines.size() + " lines in a chunk, expected at most " + MAX_LINES);
    }
    lines = List.copyOf(lines);
  }

  @Override
  public FactKey key() {
    return new FactKey("reported-payout", origin, payout.value() + "/" + chunk);
  }

  /** The lines of the newest reading among these chunks of one payout, if every chunk of it is there. */
  public static Optional<List<Line>> lines(Collection<ReportedPayout> chunks) {
    Optional<ReportedPayout> newest =
        chunks.stream().max(Comparator.comparingLong(ReportedPayout::version));
    Map<Integer, ReportedPayout> reading = new HashMap<>();
    newest.ifPresent(one ->
        chunks.stream()
            .filter(chunk -> chunk.version() == one.version())
            .forEach(chunk -> reading.put(chunk.chunk(), chunk)));
    return newest
        .filter(one ->
            IntStream.rangeClosed(1, one.chunks()).allMatch(place -> reading.containsKey(place)))
        .map(one ->
            IntStream.rangeClosed(1, one.chunks())
                .boxed()
                .flatMap(place -> reading.getOrDefault(place, one).lines().stream())
                .toList());
  }
}
