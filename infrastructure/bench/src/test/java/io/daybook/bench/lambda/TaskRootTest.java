package io.daybook.bench.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TaskRootTest {
  @TempDir Path folder;

  private Path zip(String... names) throws IOException {
    Path zip = folder.resolve("function.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : names) {
        out.putNextEntry(new ZipEntry(name));
        out.write(name.length());
        out.closeEntry();
      }
    }
    return zip;
  }

  @Test
  void anArchiveIsClassesAndLibraries() throws IOException {
    TaskRoot root =
        TaskRoot.unpack(zip("a/B.class", "lib/two.jar", "lib/one.jar"), folder.resolve("task"));

    assertThat(root.folder().resolve("a/B.class")).exists();
    assertThat(root.libraries())
        .extracting(path -> path.getFileName().toString())
        .containsExactly("one.jar", "two.jar");
  }

  @Test
  void onAClassPathOfJarsTheClassesAreAJarOfTheirOwn() throws IOException {
    TaskRoot root = TaskRoot.unpack(zip("a/B.class", "lib/one.jar"), folder.resolve("task"));

    List<Path> jars = root.jars(folder.resolve("classes.jar"));

    assertThat(jars)
        .containsExactly(folder.resolve("classes.jar"), folder.resolve("task/lib/one.jar"));
    try (JarFile classes = new JarFile(jars.getFirst().toFile())) {
      assertThat(classes.stream().map(ZipEntry::getName)).containsExactly("a/B.class");
    }
  }

  @Test
  void anArchiveThatLeadsOutOfItsFolderIsRefused() throws IOException {
    Path zip = zip("../elsewhere.class");

    assertThatThrownBy(() -> TaskRoot.unpack(zip, folder.resolve("task")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("leads out of its folder");
  }
}
