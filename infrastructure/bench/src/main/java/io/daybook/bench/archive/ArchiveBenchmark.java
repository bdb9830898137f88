package io.daybook.bench.archive;

import io.daybook.bench.Benchmark;
import io.daybook.bench.Setting;
import io.daybook.bench.report.Cell;
import io.daybook.bench.report.Findings;
import io.daybook.bench.report.Table;
import io.daybook.catalogue.Catalogue;
import io.daybook.catalogue.FunctionSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The size of each archive of the catalogue, as deployed and unpacked, and what in it is largest. */
public final class ArchiveBenchmark implements Benchmark {
  private static final int LARGEST = 6;

  /** The archives. */
  public ArchiveBenchmark() {}

  @Override
  public String name() {
    return "archives";
  }

  @Override
  public String purpose() {
    return "the size of each archive, and its largest contents";
  }

  @Override
  public Findings run(Setting setting) throws IOException {
    List<List<Cell>> sizes = new ArrayList<>();
    List<List<Cell>> largest = new ArrayList<>();
    for (String name :
        Catalogue.all().stream().map(FunctionSpec::archive).distinct().sorted().toList()) {
      Path zip = path(setting.root(), name);
      if (Files.isRegularFile(zip)) {
        read(name, zip, sizes, largest);
      } else {
        sizes.add(List.of(Cell.of(name + " (not built)"), none(), none(), none(), none()));
      }
    }
    return Findings.of(
        new Table(
            "Archives",
            List.of("", "zip, KB", "unpacked, KB", "libraries", "own classes"),
            sizes,
            List.of(
                "Lambda takes at most 50 MB as an upload (more by way of S3) and 250 MB unpacked.")),
        new Table(
            "The largest in each archive",
            List.of("", "unpacked, KB", "in the zip, KB", "archive"),
            largest,
            List.of()));
  }

  /** Where the build puts an archive. */
  public static Path path(Path root, String name) {
    return root.resolve("functions").resolve(name).resolve("target").resolve(name + ".zip");
  }

  private static Cell none() {
    return new Cell.Empty();
  }

  private static void read(String name, Path zip, List<List<Cell>> sizes, List<List<Cell>> largest)
      throws IOException {
    try (ZipFile archive = new ZipFile(zip.toFile())) {
      List<ZipEntry> files =
          archive.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry.class::cast).toList();
      sizes.add(
          List.of(
              Cell.of(name),
              Cell.of(Files.size(zip) / 1024),
              Cell.of(files.stream().mapToLong(ZipEntry::getSize).sum() / 1024),
              Cell.of(files.stream().filter(file -> file.getName().startsWith("lib/")).count()),
              Cell.of(files.stream().filter(file -> file.getName().endsWith(".class")).count())));
      files.stream()
          .sorted(Comparator.comparingLong(ZipEntry::getSize).reversed())
          .limit(LARGEST)
          .forEach(file ->
              largest.add(
                  List.of(
                      Cell.of(file.getName()),
                      Cell.of(file.getSize() / 1024),
                      Cell.of(file.getCompressedSize() / 1024),
                      Cell.of(name))));
    }
  }
}
