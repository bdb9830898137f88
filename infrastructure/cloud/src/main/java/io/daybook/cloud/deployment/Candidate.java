package io.daybook.cloud.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalInt;

/**
 * What is about to become a release.
 *
 * @param template without the marks of a release
 * @param uploads the archives that are to be in the bucket
 * @param assetKeys the keys of all archives that it needs
 * @param restores the release that it goes back to, if it does
 */
record Candidate(
    ObjectNode template,
    List<Asset> uploads,
    List<String> assetKeys,
    Formats formats,
    Build build,
    OptionalInt restores) {
  /** Copies. */
  Candidate {
    template = template.deepCopy();
    uploads = List.copyOf(uploads);
    assetKeys = List.copyOf(assetKeys);
  }

  /** What was synthesised. Its formats are those that it declares, else those of the code that runs here. */
  static Candidate of(Assembly assembly, Build build) {
    ObjectNode template = assembly.template();
    return new Candidate(
        template,
        assembly.assets(),
        assembly.assets().stream().map(Asset::key).toList(),
        TemplateMarks.formats(template).orElseGet(Formats::declared),
        build,
        OptionalInt.empty());
  }
}
