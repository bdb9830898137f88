package io.daybook.cloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;

/**
 * A template that was written.
 *
 * @param template the file
 * @param assets the file that says which archive goes where in the artifacts bucket
 * @param bytes the template's size; CloudFormation takes 1 MB
 * @param resources how many there are of each type
 */
public record Synthesis(
    Path template, Path assets, long bytes, SortedMap<String, Integer> resources) {
  /** Access logs by bucket policy, not by access list. */
  private static final Map<String, Object> FLAGS =
      Map.of("@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy", true);

  /** Copies the map. */
  public Synthesis {
    resources = new TreeMap<>(resources);
  }

  /**
   * Writes a stage's template, its assets' list and the archives themselves into a folder.
   *
   * @throws CannotSynthesise if an archive is missing
   */
  public static Synthesis write(Stage stage, Archives archives, Path folder) {
    App app = app(folder);
    Stack stack = new HubStack(app, stage, archives);
    app.synth();
    return read(folder, stack.getStackName());
  }

  /** The stack before it is synthesised, watched by cdk-nag, for tests to look at. */
  static Stack checked(Stage stage, Archives archives, Path folder) {
    App app = app(folder);
    Stack stack = new HubStack(app, stage, archives);
    Aspects.of(app).add(AwsSolutionsChecks.Builder.create().verbose(true).build());
    return stack;
  }

  /** How many resources there are. */
  public int count() {
    return resources.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static App app(Path folder) {
    return new App(
        AppProps.builder()
            .outdir(folder.toString())
            .analyticsReporting(false)
            .treeMetadata(false)
            .context(FLAGS)
            .build());
  }

  private static Synthesis read(Path folder, String name) {
    Path template = folder.resolve(name + ".template.json");
    try {
      SortedMap<String, Integer> resources = new TreeMap<>();
      for (JsonNode resource : new ObjectMapper().readTree(template.toFile()).path("Resources")) {
        resources.merge(resource.path("Type").asText(), 1, Integer::sum);
      }
      return new Synthesis(
          template, folder.resolve(name + ".assets.json"), Files.size(template), resources);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the template just written, " + template, e);
    }
  }
}
