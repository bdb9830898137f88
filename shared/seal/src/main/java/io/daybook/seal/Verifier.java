package io.daybook.seal;

import io.daybook.seal.Alignment.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Proves archive files against published tree heads, and a store against archive files: any change, removal, insertion
 * or reordering is a {@link Finding} that says where. Nothing found means proven. It reads every file once and holds
 * one file's hashes and places in memory at a time.
 */
public final class Verifier {
  /** What a store holds at a place. */
  @FunctionalInterface
  public interface Store {
    /** The exact stored bytes, if there are any. */
    Optional<byte[]> read(String subject, int step) throws IOException;
  }

  private final NavigableMap<Long, TreeHead> heads = new TreeMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private Frontier proven = Frontier.empty();
  private boolean lost;

  private Verifier() {}

  /**
   * Verifies all archives of a book from its first seal on.
   *
   * @param archives in the order of their seals
   * @param published heads, in any order
   * @return what is wrong, in the order of the log; empty if every step is as it was sealed
   * @throws IOException if a file cannot be opened or read; a damaged one is a finding
   */
  public static List<Finding> verify(List<Archive> archives, List<TreeHead> published)
      throws IOException {
    Verifier verifier = new Verifier();
    verifier.collect(published);
    for (Archive archive : archives) {
      if (!verifier.lost) {
        verifier.file(archive);
      }
    }
    if (!verifier.lost) {
      verifier.end();
    }
    return List.copyOf(verifier.findings);
  }

  /**
   * Compares a store with archives that {@link #verify} found sound: what is sealed must stand in the store, byte for
   * byte. What the store holds beyond is for the next seal.
   */
  public static List<Finding> compare(List<Archive> archives, Store store) throws IOException {
    List<Finding> different = new ArrayList<>();
    for (Archive archive : archives) {
      try (ArchiveReader reader = new ArchiveReader(archive.content().open())) {
        long number = reader.first();
        for (Optional<SealedStep> next = reader.next(); next.isPresent(); next = reader.next()) {
          SealedStep step = next.get();
          Optional<byte[]> held = store.read(step.subject(), step.step());
          if (held.isEmpty()) {
            different.add(new Finding.StoreLost(number, step.place()));
          } else if (!Arrays.equals(held.get(), step.stored())) {
            different.add(new Finding.StoreDiffers(number, step.place()));
          }
          number++;
        }
      } catch (DamagedArchive damaged) {
        different.add(damagedAs(archive, damaged));
      }
    }
    return List.copyOf(different);
  }

  private void collect(List<TreeHead> published) {
    for (TreeHead head : published) {
      TreeHead other = heads.putIfAbsent(head.size(), head);
      if (other != null && !other.equals(head)) {
        findings.add(new Finding.HeadsContradict(other, head));
      }
    }
  }

  private void file(Archive archive) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (ArchiveReader reader = new ArchiveReader(archive.content().open())) {
      if (reader.first() != proven.size()) {
        findings.add(new Finding.Gap(archive.name(), proven.size(), reader.first()));
        lost = true;
        return;
      }
      for (Optional<SealedStep> next = reader.next(); next.isPresent(); next = reader.next()) {
        rows.add(new Row(next.get().place(), next.get().leaf()));
      }
      judge(archive.name(), rows, reader.leaves());
    } catch (DamagedArchive damaged) {
      findings.add(damagedAs(archive, damaged));
      lost = true;
    }
  }

  /** The steps and the hashes at the end of the file each tell a story; the published heads say which is true. */
  private void judge(String archive, List<Row> rows, List<Hash> claimed) {
    Growth steps = Growth.of(proven, rows.stream().map(Row::leaf).toList(), heads);
    Growth leaves = Growth.of(proven, claimed, heads);
    List<Finding> apart = Alignment.compare(archive, proven.size(), claimed, rows);
    if (leaves.refuted().isEmpty()) {
      findings.addAll(apart);
      proven = leaves.grown();
    } else if (steps.refuted().isEmpty()) {
      findings.add(new Finding.LeavesDiffer(archive));
      proven = steps.grown();
    } else {
      findings.addAll(apart);
      findings.add(
          new Finding.HeadDiffers(
              leaves.refuted().get(), leaves.provenTo(), leaves.refuted().get().size()));
      lost = true;
    }
  }

  private void end() {
    long held = proven.size();
    for (TreeHead beyond : heads.tailMap(held, false).values()) {
      findings.add(new Finding.StepsMissing(beyond, held));
    }
    long covered = heads.isEmpty() ? 0 : heads.lastKey();
    if (covered < held) {
      findings.add(new Finding.Unpublished(covered, held));
    }
  }

  private static Finding damagedAs(Archive archive, DamagedArchive damaged) {
    return new Finding.Damaged(
        archive.name(), damaged.offset(), String.valueOf(damaged.getMessage()));
  }
}
