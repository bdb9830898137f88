package io.daybook.bench.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * An unpacked archive: classes, and {@code lib/*.jar}. AWS's runtime loads both through a class loader of its own.
 *
 * @param folder where it is
 */
public record TaskRoot(Path folder) {
  /** Unpacks an archive. */
  public static TaskRoot unpack(Path archive, Path folder) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
          throw new IOException(archive + " leads out of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
    return new TaskRoot(folder);
  }

  /** One that holds a single class of this program. */
  public static TaskRoot of(Class<?> handler, Path folder) throws IOException {
    String name = handler.getName().replace('.', '/') + ".class";
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (InputStream bytes = handler.getClassLoader().getResourceAsStream(name)) {
      if (bytes == null) {
        throw new IOException("no bytes of " + handler);
      }
      Files.copy(bytes, file);
    }
    return new TaskRoot(folder);
  }

  /** Its libraries, in the order in which the runtime puts them. */
  public List<Path> libraries() throws IOException {
    Path lib = folder.resolve("lib");
    if (!Files.isDirectory(lib)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(lib)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /**
   * The same as a class path of jars only, which an AOT cache wants.
   *
   * @param jar where the classes go that are no library
   */
  public List<Path> jars(Path jar) throws IOException {
    List<Path> path = new ArrayList<>();
    path.add(jar);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream classes = new JarOutputStream(file);
        Stream<Path> files = Files.walk(folder)) {
      for (Path source : files.filter(Files::isRegularFile).sorted().toList()) {
        if (!source.startsWith(folder.resolve("lib"))) {
          classes.putNextEntry(
              new ZipEntry(folder.relativize(source).toString().replace('\\', '/')));
          Files.copy(source, classes);
          classes.closeEntry();
        }
      }
    }
    path.addAll(libraries());
    return path;
  }
}
