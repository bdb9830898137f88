package io.daybook.cloud.template;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the deployables lie: {@code functions/NAME/target/NAME.zip} below the project. */
@FunctionalInterface
public interface Archives {
  /**
   * The archive of that name.
   *
   * @throws CannotSynthesise if it is not built
   */
  Path find(String name);

  /** Those of a project's folder. */
  static Archives of(Path project) {
    return name -> {
      Path archive =
          project.resolve("functions").resolve(name).resolve("target").resolve(name + ".zip");
      if (!Files.isRegularFile(archive)) {
        throw new CannotSynthesise(
            "The archive "
                + archive
                + " is missing. Build it with './mvnw -pl functions/"
                + name
                + " -am package', or run this without DAYBOOK_NO_BUILD.");
      }
      return archive;
    };
  }
}
