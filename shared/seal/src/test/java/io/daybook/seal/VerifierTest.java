package io.daybook.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class VerifierTest {
  private final Sealed book = Sealed.of(5, 1, 8, 4);

  private List<List<SealedStep>> copy() {
    List<List<SealedStep>> copy = new ArrayList<>();
    book.seals().forEach(seal -> copy.add(new ArrayList<>(seal)));
    return copy;
  }

  private static SealedStep forged(SealedStep step) {
    byte[] stored = step.stored();
    stored[stored.length - 2] ^= 1;
    return SealedStep.of(step.subject(), step.step(), stored);
  }

  @Test
  void whatWasSealedIsProven() throws IOException {
    assertThat(Verifier.verify(book.archives(), book.heads())).isEmpty();
    assertThat(Verifier.verify(List.of(), List.of())).isEmpty();
    assertThat(Verifier.verify(book.archives(), List.of(book.heads().getLast()))).isEmpty();
  }

  @Test
  void aChangedStepIsNamed() throws IOException {
    List<List<SealedStep>> lies = copy();
    lies.get(2).set(3, forged(lies.get(2).get(3)));
    assertThat(Verifier.verify(book.lying(lies), book.heads()))
        .containsExactly(new Finding.Changed("seal-2", 9, "order/shop/9#1"));
  }

  @Test
  void aRemovedStepIsNumbered() throws IOException {
    List<List<SealedStep>> lies = copy();
    lies.get(2).remove(3);
    assertThat(Verifier.verify(book.lying(lies), book.heads()))
        .containsExactly(new Finding.Removed("seal-2", 9));
  }

  @Test
  void anInsertedStepIsNamed() throws IOException {
    List<List<SealedStep>> lies = copy();
    lies.get(2).add(3, Sealed.step(99));
    assertThat(Verifier.verify(book.lying(lies), book.heads()))
        .containsExactly(new Finding.Inserted("seal-2", 9, "order/shop/99#1"));
  }

  @Test
  void aStepToldTwiceIsAnInsertion() throws IOException {
    List<List<SealedStep>> lies = copy();
    lies.get(2).add(lies.get(2).get(0));
    assertThat(Verifier.verify(book.lying(lies), book.heads()))
        .containsExactly(new Finding.Inserted("seal-2", 14, "order/shop/6#1"));
  }

  @Test
  void aSwapIsAMove() throws IOException {
    List<List<SealedStep>> lies = copy();
    SealedStep first = lies.get(2).remove(1);
    lies.get(2).add(4, first);
    assertThat(Verifier.verify(book.lying(lies), book.heads()))
        .containsExactly(new Finding.Moved("seal-2", 7, "order/shop/7#2"));
  }

  @Test
  void aLiarWhoWritesTheHashesAnewIsFoundByTheHead() throws IOException {
    List<List<SealedStep>> lies = copy();
    lies.get(2).set(3, forged(lies.get(2).get(3)));
    assertThat(Verifier.verify(Sealed.archives(lies), book.heads()))
        .containsExactly(new Finding.HeadDiffers(book.heads().get(2), 6, 14));
  }

  @Test
  void hashesThatAreNotTheirStepsAreToldApartFromForgedSteps() throws IOException {
    List<Archive> archives = new ArrayList<>(book.archives());
    byte[] file = Sealed.write(6, book.seals().get(2));
    file[file.length - 1] ^= 1;
    archives.set(2, Sealed.archive("seal-2", file));
    assertThat(Verifier.verify(archives, book.heads()))
        .containsExactly(new Finding.LeavesDiffer("seal-2"));
  }

  @Test
  void aMissingFileLeavesAGapAndAMissingLastFileMissingSteps() throws IOException {
    List<Archive> archives = new ArrayList<>(book.archives());
    Archive last = archives.removeLast();
    assertThat(Verifier.verify(archives, book.heads()))
        .containsExactly(new Finding.StepsMissing(book.heads().get(3), 14));
    archives.set(2, last);
    assertThat(Verifier.verify(archives, book.heads()))
        .containsExactly(new Finding.Gap("seal-3", 6, 14));
  }

  @Test
  void stepsUnderNoPublishedHeadAreNotProven() throws IOException {
    assertThat(Verifier.verify(book.archives(), book.heads().subList(0, 3)))
        .containsExactly(new Finding.Unpublished(14, 18));
  }

  @Test
  void twoHeadsOfOneSizeContradict() throws IOException {
    TreeHead lie = new TreeHead(18, Merkle.empty());
    List<TreeHead> heads = new ArrayList<>(book.heads());
    heads.add(lie);
    assertThat(Verifier.verify(book.archives(), heads))
        .containsExactly(new Finding.HeadsContradict(book.heads().get(3), lie));
  }

  @Test
  void anyFlippedBitOfAnyFileIsFound() throws IOException {
    Sealed small = Sealed.of(2, 1);
    byte[] file = Sealed.write(0, small.seals().get(0));
    for (int bit = 0; bit < file.length * 8; bit++) {
      byte[] flipped = file.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      List<Archive> archives = List.of(Sealed.archive("seal-0", flipped), small.archives().get(1));
      assertThat(Verifier.verify(archives, small.heads())).as("bit %d", bit).isNotEmpty();
    }
  }

  @Test
  void aFileCutAnywhereIsDamagedAndSoIsOneWithMoreAfterItsEnd() throws IOException {
    Sealed small = Sealed.of(3);
    byte[] file = Sealed.write(0, small.seals().getFirst());
    for (int length = 0; length < file.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(file, length);
      assertThat(Verifier.verify(List.of(Sealed.archive("cut", cut)), small.heads()))
          .as("%d bytes", length)
          .hasSize(1)
          .first()
          .isInstanceOf(Finding.Damaged.class);
    }
    byte[] longer = java.util.Arrays.copyOf(file, file.length + 1);
    assertThat(Verifier.verify(List.of(Sealed.archive("longer", longer)), small.heads()))
        .first()
        .isInstanceOf(Finding.Damaged.class);
  }

  @Test
  void noCombinationOfLiesPasses() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      List<List<SealedStep>> lies = copy();
      int tries = 1 + random.nextInt(4);
      for (int i = 0; i < tries; i++) {
        lie(lies.get(random.nextInt(lies.size())), random);
      }
      boolean untouched = lies.equals(book.seals());
      assertThat(Verifier.verify(book.lying(lies), book.heads()).isEmpty())
          .as("seed %d round %d", seed, round)
          .isEqualTo(untouched);
      assertThat(Verifier.verify(Sealed.archives(lies), book.heads()).isEmpty())
          .as("rewritten, seed %d round %d", seed, round)
          .isEqualTo(untouched);
    }
  }

  private static void lie(List<SealedStep> seal, Random random) {
    int at = random.nextInt(seal.size() + 1);
    switch (random.nextInt(4)) {
      case 0 -> seal.add(at, Sealed.step(100 + random.nextInt(5)));
      case 1 -> java.util.Collections.shuffle(seal, random);
      case 2 -> {
        if (at < seal.size()) {
          seal.remove(at);
        }
      }
      default -> {
        if (at < seal.size()) {
          seal.set(at, forged(seal.get(at)));
        }
      }
    }
  }

  @Test
  void aStoreThatLostOrChangedASealedStepIsFound() throws IOException {
    Map<String, byte[]> table = new HashMap<>();
    book.seals().forEach(seal -> seal.forEach(step -> table.put(step.place(), step.stored())));
    Verifier.Store store = (subject, step) -> Optional.ofNullable(table.get(subject + "#" + step));
    assertThat(Verifier.compare(book.archives(), store)).isEmpty();

    table.remove("order/shop/4#2");
    table.put("order/shop/9#1", "{}".getBytes(StandardCharsets.UTF_8));
    assertThat(Verifier.compare(book.archives(), store))
        .containsExactly(
            new Finding.StoreLost(4, "order/shop/4#2"),
            new Finding.StoreDiffers(9, "order/shop/9#1"));
  }
}
