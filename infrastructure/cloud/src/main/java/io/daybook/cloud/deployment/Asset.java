package io.daybook.cloud.deployment;

import java.nio.file.Path;

/**
 * A file that the template's resources are made of: a function's archive.
 *
 * @param key where it lies in the artifacts bucket: its hash and how it ends
 * @param source the file, or the folder that becomes an archive
 * @param packaging how it is put there
 */
record Asset(String key, Path source, Packaging packaging) {
  /** How it is put there. */
  enum Packaging {
    /** As it is. */
    FILE,
    /** A folder, as a ZIP archive. */
    ZIP
  }
}
