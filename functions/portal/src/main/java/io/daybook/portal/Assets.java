package io.daybook.portal;

import io.daybook.ledger.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** Style, script and icon, each under a name that holds the hash of its bytes: it can be kept for ever. */
final class Assets {
  private record Asset(String mediaType, Bytes bytes) {}

  private static final String STYLE = "portal.css";
  private static final String SCRIPT = "htmx.js";
  private static final String ICON = "icon.svg";
  private static final String WEBJAR = "META-INF/maven/org.webjars.npm/htmx.org/pom.properties";

  private final Map<String, Asset> byName = new TreeMap<>();
  private final String style;
  private final String script;
  private final String icon;

  Assets() {
    this.style = add(STYLE, "text/css; charset=utf-8", own(STYLE));
    this.script = add(SCRIPT, "text/javascript; charset=utf-8", htmx());
    this.icon = add(ICON, "image/svg+xml", own(ICON));
  }

  String style() {
    return style;
  }

  String script() {
    return script;
  }

  String icon() {
    return icon;
  }

  Optional<HttpAnswer> find(String name) {
    return Optional.ofNullable(byName.get(name))
        .map(asset ->
            new HttpAnswer(
                200,
                Map.of(
                    "content-type",
                    asset.mediaType(),
                    "cache-control",
                    "public, max-age=31536000, immutable"),
                List.of(),
                asset.bytes()));
  }

  /** Returns the path. */
  private String add(String file, String mediaType, byte[] bytes) {
    int dot = file.lastIndexOf('.');
    String name = file.substring(0, dot) + "." + hash(bytes) + file.substring(dot);
    byName.put(name, new Asset(mediaType, Bytes.of(bytes)));
    return "/assets/" + name;
  }

  private static byte[] own(String file) {
    return read("io/daybook/portal/" + file);
  }

  /** The WebJar keeps its files under its version. */
  private static byte[] htmx() {
    Properties about = new Properties();
    try (InputStream text = open(WEBJAR)) {
      about.load(text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + WEBJAR, e);
    }
    return read(
        "META-INF/resources/webjars/htmx.org/"
            + about.getProperty("version")
            + "/dist/htmx.min.js");
  }

  private static byte[] read(String resource) {
    try (InputStream bytes = open(resource)) {
      return bytes.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  private static InputStream open(String resource) {
    InputStream found = Assets.class.getClassLoader().getResourceAsStream(resource);
    if (found == null) {
      throw new IllegalStateException("the archive has no " + resource);
    }
    return found;
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
          .substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
