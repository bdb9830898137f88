package io.daybook.cloud.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What synthesis wrote into a folder: a template, and beside it the manifest of its assets in the CDK's format ({@code
 * *.assets.json}: source and destination of each file, by its hash).
 */
public final class Assembly {
  private static final String MANIFEST = ".assets.json";
  private static final String TEMPLATE = ".template.json";

  private final ObjectNode template;
  private final List<Asset> assets;

  private Assembly(ObjectNode template, List<Asset> assets) {
    this.template = template;
    this.assets = List.copyOf(assets);
  }

  /**
   * Reads a folder.
   *
   * @throws Complaint if there is not exactly one stack of that stage in it, if a file is missing, or if the assets are
   *     meant for another bucket or are images
   */
  static Assembly read(Path folder, Stage stage, Account account) throws Complaint {
    Path manifest = manifest(folder, stage);
    String name = manifest.getFileName().toString();
    String stack = name.substring(0, name.length() - MANIFEST.length());
    JsonNode template = json(folder.resolve(stack + TEMPLATE));
    if (!(template instanceof ObjectNode object) || !object.path("Resources").isObject()) {
      throw new Complaint(
          folder.resolve(stack + TEMPLATE) + " is no template: it has no Resources.");
    }
    List<Asset> assets = new ArrayList<>();
    JsonNode listed = json(manifest);
    if (!listed.path("dockerImages").isEmpty()) {
      throw new Complaint(manifest + " lists container images; deploy knows archives only.");
    }
    for (JsonNode file : listed.path("files")) {
      String path = file.path("source").path("path").asText("");
      if (!path.equals(stack + TEMPLATE)) {
        assets.add(asset(file, folder.resolve(path), manifest, account));
      }
    }
    return new Assembly(object, assets);
  }

  private static Path manifest(Path folder, Stage stage) throws Complaint {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found =
          files.filter(file -> file.getFileName().toString().endsWith(MANIFEST)).sorted().toList();
      Optional<Path> named =
          found.stream()
              .filter(file -> file.getFileName().toString().equals(stage.stackName() + MANIFEST))
              .findFirst();
      if (named.isPresent()) {
        return named.get();
      }
      if (found.size() == 1) {
        return found.getFirst();
      }
      throw new Complaint(
          folder
              + " holds "
              + found.size()
              + " asset manifests ("
              + MANIFEST
              + "), and none named "
              + stage.stackName()
              + MANIFEST
              + ". './daybook synth' writes one.");
    } catch (IOException unreadable) {
      throw new Complaint(
          folder + " cannot be read. './daybook synth --out DIR' writes such a folder.");
    }
  }

  private static JsonNode json(Path file) throws Complaint {
    try {
      return Records.MAPPER.readTree(Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw new Complaint(file + " cannot be read as JSON: " + unreadable.getMessage());
    }
  }

  private static Asset asset(JsonNode file, Path source, Path manifest, Account account)
      throws Complaint {
    if (!Files.exists(source)) {
      throw new Complaint(
          manifest + " names " + source + ", which is not there. Synthesise again.");
    }
    List<JsonNode> destinations = new ArrayList<>();
    file.path("destinations").forEach(destinations::add);
    if (destinations.size() != 1) {
      throw new Complaint(
          manifest + " sends " + source + " to " + destinations.size() + " places, expected one.");
    }
    String bucket = account.fill(destinations.getFirst().path("bucketName").asText(""));
    if (!bucket.equals(account.artifactsBucket())) {
      throw new Complaint(
          manifest
              + " sends "
              + source.getFileName()
              + " to bucket "
              + bucket
              + ", but this account's is "
              + account.artifactsBucket()
              + ". Synthesise with the artifacts bucket daybook-artifacts-{account}-{region}.");
    }
    String key = account.fill(destinations.getFirst().path("objectKey").asText(""));
    String packaging = file.path("source").path("packaging").asText("");
    return switch (packaging) {
      case "file" -> new Asset(key, source, Asset.Packaging.FILE);
      case "zip" -> new Asset(key, source, Asset.Packaging.ZIP);
      default ->
          throw new Complaint(
              manifest + " packs " + source + " as '" + packaging + "', expected file or zip.");
    };
  }

  /** The template, without what deployment adds. */
  ObjectNode template() {
    return template.deepCopy();
  }

  /** Its assets, but for the template itself. */
  List<Asset> assets() {
    return assets;
  }
}
