package io.daybook.seal;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * A log grown by leaves, held against the heads that were published on the way.
 *
 * @param grown the log after them
 * @param provenTo the size of the last published head that it agrees with; where it began, if there is none
 * @param refuted the first published head that it contradicts
 */
record Growth(Frontier grown, long provenTo, Optional<TreeHead> refuted) {
  static Growth of(Frontier from, List<Hash> leaves, NavigableMap<Long, TreeHead> heads) {
    Frontier grown = from;
    long provenTo = from.size();
    Optional<TreeHead> refuted = Optional.empty();
    for (Hash leaf : leaves) {
      grown = grown.append(leaf);
      TreeHead published = heads.get(grown.size());
      if (published == null || refuted.isPresent()) {
        continue;
      }
      if (published.equals(grown.head())) {
        provenTo = grown.size();
      } else {
        refuted = Optional.of(published);
      }
    }
    return new Growth(grown, provenTo, refuted);
  }
}
