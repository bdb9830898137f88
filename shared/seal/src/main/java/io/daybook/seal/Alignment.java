package io.daybook.seal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a sealed sequence of leaves: each step that stands in the file is the sealed one of the same hash, or
 * foreign. The longest run of sealed steps in sealed order stays; sealed ones outside it were moved; of what lies
 * between, foreign and missing are paired as changed, and the rest was inserted or removed.
 */
final class Alignment {
  /** A step as it stands in a file. */
  record Row(String place, Hash leaf) {}

  private static final int FOREIGN = -1;

  private final String archive;
  private final long first;
  private final List<Row> rows;
  private final int sealedCount;
  private final int[] sealedAt;
  private final boolean[] present;
  private final List<Finding> findings = new ArrayList<>();

  private Alignment(String archive, long first, List<Hash> sealed, List<Row> rows) {
    this.archive = archive;
    this.first = first;
    this.rows = rows;
    this.sealedCount = sealed.size();
    this.present = new boolean[sealed.size()];
    this.sealedAt = new int[rows.size()];
    Map<Hash, Deque<Integer>> places = new HashMap<>();
    for (int i = 0; i < sealed.size(); i++) {
      places.computeIfAbsent(sealed.get(i), leaf -> new ArrayDeque<>()).add(i);
    }
    for (int i = 0; i < rows.size(); i++) {
      Deque<Integer> free = places.getOrDefault(rows.get(i).leaf(), new ArrayDeque<>());
      sealedAt[i] = free.isEmpty() ? FOREIGN : free.remove();
      if (sealedAt[i] != FOREIGN) {
        present[sealedAt[i]] = true;
      }
    }
  }

  /** The findings, in the order of the file; empty if the rows are the sealed sequence. */
  static List<Finding> compare(String archive, long first, List<Hash> sealed, List<Row> rows) {
    return new Alignment(archive, first, sealed, rows).findings();
  }

  private List<Finding> findings() {
    boolean[] stays = longestAscending();
    List<Row> foreign = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (sealedAt[i] == FOREIGN) {
        foreign.add(row);
      } else if (stays[i]) {
        gap(from, sealedAt[i], foreign);
        from = sealedAt[i] + 1;
      } else {
        findings.add(new Finding.Moved(archive, first + sealedAt[i], row.place()));
      }
    }
    gap(from, sealedCount, foreign);
    return findings;
  }

  /** Between two steps that stay: what of the sealed is missing and what foreign stands there instead. */
  private void gap(int from, int to, List<Row> foreign) {
    int next = 0;
    for (int number = from; number < to; number++) {
      if (present[number]) {
        continue;
      }
      if (next < foreign.size()) {
        findings.add(new Finding.Changed(archive, first + number, foreign.get(next++).place()));
      } else {
        findings.add(new Finding.Removed(archive, first + number));
      }
    }
    for (Row extra : foreign.subList(next, foreign.size())) {
      findings.add(new Finding.Inserted(archive, first + to, extra.place()));
    }
    foreign.clear();
  }

  /** Which rows belong to a longest sequence in sealed order (patience sorting, n log n). */
  private boolean[] longestAscending() {
    int[] tails = new int[rows.size()];
    int[] tailRows = new int[rows.size()];
    int[] before = new int[rows.size()];
    int length = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (sealedAt[i] == FOREIGN) {
        continue;
      }
      int found = Arrays.binarySearch(tails, 0, length, sealedAt[i]);
      int at = found >= 0 ? found : -found - 1;
      before[i] = at == 0 ? FOREIGN : tailRows[at - 1];
      tails[at] = sealedAt[i];
      tailRows[at] = i;
      length = Math.max(length, at + 1);
    }
    boolean[] stays = new boolean[rows.size()];
    for (int i = length == 0 ? FOREIGN : tailRows[length - 1]; i != FOREIGN; i = before[i]) {
      stays[i] = true;
    }
    return stays;
  }
}
