package io.daybook.cloud.template;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** What the template's tests stand on: archives that hold nothing but their name, and Node.js. */
public final class Placeholders {
  private Placeholders() {}

  /** Archives below a folder, as a build would leave them. */
  public static Archives in(Path folder) throws IOException {
    for (String name : List.of("ingest", "books", "portal")) {
      Path target = folder.resolve("functions").resolve(name).resolve("target");
      Files.createDirectories(target);
      try (ZipOutputStream zip =
          new ZipOutputStream(Files.newOutputStream(target.resolve(name + ".zip")))) {
        ZipEntry entry = new ZipEntry("placeholder");
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(name.getBytes(StandardCharsets.UTF_8));
      }
    }
    return Archives.of(folder);
  }

  /** Skips the test that calls it if Node.js is missing; fails it where tools are required. */
  public static void requireNode() {
    boolean there = NodeJs.isThere();
    String advice = "The template was not tested. " + NodeJs.MISSING;
    if (!there && "1".equals(System.getenv("DAYBOOK_REQUIRE_TOOLS"))) {
      Assertions.fail(advice);
    }
    if (!there) {
      System.getLogger(Placeholders.class.getName()).log(System.Logger.Level.WARNING, advice);
    }
    Assumptions.assumeTrue(there, advice);
  }
}
