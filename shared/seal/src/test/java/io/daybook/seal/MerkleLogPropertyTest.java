package io.daybook.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every proof of every size up to 130, and what each of them refuses. */
final class MerkleLogPropertyTest {
  private static final int SIZES = 130;

  private static MerkleLog log(int size) {
    MerkleLog log = new MerkleLog();
    for (int i = 0; i < size; i++) {
      log.append(leaf(i));
    }
    return log;
  }

  private static Hash leaf(int number) {
    return Merkle.leaf(ByteBuffer.allocate(4).putInt(number).array());
  }

  /** RFC 9162's definition of the root, word for word. */
  private static Hash definedRoot(int from, int to) {
    if (to - from == 0) {
      return Merkle.empty();
    }
    if (to - from == 1) {
      return leaf(from);
    }
    int split = 1;
    while (split * 2 < to - from) {
      split *= 2;
    }
    return Merkle.node(definedRoot(from, from + split), definedRoot(from + split, to));
  }

  @Test
  void theFrontierGivesTheDefinedRootAtEverySize() {
    MerkleLog log = log(SIZES);
    Frontier frontier = Frontier.empty();
    for (int size = 0; size <= SIZES; size++) {
      assertThat(frontier.head())
          .isEqualTo(new TreeHead(size, definedRoot(0, size)))
          .isEqualTo(log.head(size));
      assertThat(new Frontier(frontier.size(), frontier.peaks())).isEqualTo(frontier);
      frontier = frontier.append(leaf(size));
    }
  }

  @Test
  void everyInclusionProofVerifiesAndNoOtherLeafWithIt() {
    MerkleLog log = log(SIZES);
    for (int size = 1; size <= SIZES; size++) {
      TreeHead head = log.head(size);
      for (int number = 0; number < size; number++) {
        InclusionProof proof = log.inclusion(number, size);
        assertThat(proof.verifies(leaf(number), head)).as("%d of %d", number, size).isTrue();
        assertThat(proof.verifies(leaf(number + 1), head))
            .as("%d + 1 of %d", number, size)
            .isFalse();
        assertThat(proof.verifies(leaf(number), new TreeHead(size, leaf(number + 1)))).isFalse();
      }
    }
  }

  @Test
  void anInclusionProofThatWasTouchedProvesNothing() {
    MerkleLog log = log(SIZES);
    for (int size = 2; size <= SIZES; size++) {
      TreeHead head = log.head(size);
      int number = (size * 7) % size;
      InclusionProof proof = log.inclusion(number, size);
      for (List<Hash> wrong : touched(proof.path())) {
        assertThat(new InclusionProof(number, size, wrong).verifies(leaf(number), head)).isFalse();
      }
      assertThat(
              new InclusionProof((number + 1) % size, size, proof.path())
                  .verifies(leaf(number), head))
          .isFalse();
    }
  }

  @Test
  void everyConsistencyProofVerifiesAndOnlyBetweenItsOwnHeads() {
    MerkleLog log = log(SIZES);
    for (int later = 0; later <= SIZES; later++) {
      for (int earlier = 0; earlier <= later; earlier++) {
        ConsistencyProof proof = log.consistency(earlier, later);
        TreeHead before = log.head(earlier);
        TreeHead after = log.head(later);
        assertThat(proof.verifies(before, after)).as("%d to %d", earlier, later).isTrue();
        if (earlier > 0) {
          assertThat(proof.verifies(new TreeHead(earlier, leaf(1_000)), after)).isFalse();
          assertThat(proof.verifies(before, new TreeHead(later, leaf(1_000)))).isFalse();
        }
      }
    }
  }

  @Test
  void aConsistencyProofThatWasTouchedProvesNothing() {
    MerkleLog log = log(SIZES);
    for (int later = 2; later <= SIZES; later += 3) {
      for (int earlier = 1; earlier < later; earlier++) {
        ConsistencyProof proof = log.consistency(earlier, later);
        for (List<Hash> wrong : touched(proof.path())) {
          assertThat(
                  new ConsistencyProof(earlier, later, wrong)
                      .verifies(log.head(earlier), log.head(later)))
              .as("%d to %d", earlier, later)
              .isFalse();
        }
      }
    }
  }

  /** The path with a hash changed, dropped and added, at every place. */
  private static List<List<Hash>> touched(List<Hash> path) {
    List<List<Hash>> all = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      byte[] flipped = path.get(i).toArray();
      flipped[i % Hash.SIZE] ^= 1;
      List<Hash> changed = new ArrayList<>(path);
      changed.set(i, Hash.of(flipped));
      List<Hash> shorter = new ArrayList<>(path);
      shorter.remove(i);
      List<Hash> longer = new ArrayList<>(path);
      longer.add(i, leaf(2_000));
      all.addAll(List.of(changed, shorter, longer));
    }
    return all;
  }
}
