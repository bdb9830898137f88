package io.daybook.seal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A book sealed in the past: its steps by seal, the heads that were published, and archives made of any steps. */
record Sealed(List<List<SealedStep>> seals, List<TreeHead> heads) {
  static Sealed of(int... sizes) {
    List<List<SealedStep>> seals = new ArrayList<>();
    List<TreeHead> heads = new ArrayList<>();
    Frontier frontier = Frontier.empty();
    int number = 0;
    for (int size : sizes) {
      List<SealedStep> seal = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        SealedStep step = step(number++);
        seal.add(step);
        frontier = frontier.append(step.leaf());
      }
      seals.add(seal);
      heads.add(frontier.head());
    }
    return new Sealed(seals, heads);
  }

  static SealedStep step(int number) {
    String json = "{\"subject\":\"order/shop/" + number + "\",\"minor\":" + number * 100 + "}";
    return SealedStep.of(
        "order/shop/" + number, 1 + number % 3, json.getBytes(StandardCharsets.UTF_8));
  }

  /** The archives as they were written. */
  List<Archive> archives() {
    return archives(seals);
  }

  /** Archives that hold other steps, but end with the hashes that were sealed: a store that lies. */
  List<Archive> lying(List<List<SealedStep>> lies) {
    List<Archive> archives = new ArrayList<>();
    long first = 0;
    for (int i = 0; i < seals.size(); i++) {
      byte[] told = write(first, lies.get(i));
      byte[] sealed = write(first, seals.get(i));
      archives.add(
          archive("seal-" + i, splice(told, lies.get(i).size(), sealed, seals.get(i).size())));
      first += seals.get(i).size();
    }
    return archives;
  }

  /** Archives made anew of other steps, hashes and all: a liar who knows the format. */
  static List<Archive> archives(List<List<SealedStep>> seals) {
    List<Archive> archives = new ArrayList<>();
    long first = 0;
    for (int i = 0; i < seals.size(); i++) {
      archives.add(archive("seal-" + i, write(first, seals.get(i))));
      first += seals.get(i).size();
    }
    return archives;
  }

  static Archive archive(String name, byte[] file) {
    return new Archive(name, () -> new ByteArrayInputStream(file));
  }

  static byte[] write(long first, List<SealedStep> steps) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ArchiveWriter writer = new ArchiveWriter(file, first)) {
      for (SealedStep step : steps) {
        writer.add(step);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return file.toByteArray();
  }

  private static byte[] splice(byte[] head, int headSteps, byte[] tail, int tailSteps) {
    int headEnd = head.length - 9 - headSteps * Hash.SIZE;
    int tailStart = tail.length - 9 - tailSteps * Hash.SIZE;
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(head, 0, headEnd);
    both.write(tail, tailStart, tail.length - tailStart);
    return both.toByteArray();
  }
}
