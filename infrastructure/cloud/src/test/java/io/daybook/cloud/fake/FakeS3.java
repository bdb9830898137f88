package io.daybook.cloud.fake;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One bucket: its settings and its objects. */
public final class FakeS3 {
  private final Map<String, String> settings = new TreeMap<>();
  private final Map<String, byte[]> objects = new TreeMap<>();
  private final Map<String, Integer> tags = new HashMap<>();
  private String bucket = "";
  private String owner = FakeAws.ACCOUNT;
  private int nextTag = 1;

  /** An operation, by the permission that it needs. */
  record Operation(String permission, String bucket, String key, String setting) {
    String arn() {
      boolean onObject = !key.isEmpty();
      return "arn:aws:s3:::" + bucket + (onObject ? "/" + key : "");
    }
  }

  static Operation operation(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath().substring(1);
    int slash = path.indexOf('/');
    String bucket = slash < 0 ? path : path.substring(0, slash);
    String key = slash < 0 ? "" : path.substring(slash + 1);
    String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
    String method = exchange.getRequestMethod();
    if (!key.isEmpty()) {
      String permission =
          switch (method) {
            case "PUT" -> "s3:PutObject";
            case "DELETE" -> "s3:DeleteObject";
            default -> "s3:GetObject";
          };
      return new Operation(permission, bucket, key, "");
    }
    boolean write = method.equals("PUT");
    for (String setting : List.of("versioning", "encryption", "publicAccessBlock", "policy")) {
      if (query.startsWith(setting)) {
        return new Operation(settingPermission(setting, write), bucket, "", setting);
      }
    }
    return new Operation(write ? "s3:CreateBucket" : "s3:ListBucket", bucket, "", "");
  }

  private static String settingPermission(String setting, boolean write) {
    String verb = write ? "s3:Put" : "s3:Get";
    return switch (setting) {
      case "versioning" -> verb + "BucketVersioning";
      case "encryption" -> verb + "EncryptionConfiguration";
      case "publicAccessBlock" -> verb + "BucketPublicAccessBlock";
      default -> verb + "BucketPolicy";
    };
  }

  Answer answer(Operation operation, HttpExchange exchange, byte[] body) {
    String method = exchange.getRequestMethod();
    String expected = exchange.getRequestHeaders().getFirst("x-amz-expected-bucket-owner");
    if (!bucket.isEmpty() && expected != null && !expected.equals(owner)) {
      return Answer.s3Error(403, "AccessDenied", "Access Denied");
    }
    if (operation.permission().equals("s3:CreateBucket")) {
      bucket = operation.bucket();
      return Answer.empty(200);
    }
    if (!operation.bucket().equals(bucket)) {
      return Answer.s3Error(404, "NoSuchBucket", "The specified bucket does not exist");
    }
    if (!operation.setting().isEmpty()) {
      return setting(operation.setting(), method, body);
    }
    if (operation.key().isEmpty()) {
      return method.equals("HEAD") ? Answer.empty(200) : list(exchange);
    }
    return object(operation.key(), exchange, body);
  }

  private Answer setting(String setting, String method, byte[] body) {
    if (method.equals("PUT")) {
      settings.put(setting, new String(body, StandardCharsets.UTF_8));
      return Answer.empty(200);
    }
    String known = settings.get(setting);
    if (known == null) {
      return setting.equals("versioning")
          ? Answer.ok("<VersioningConfiguration/>")
          : Answer.s3Error(404, "NoSuchConfiguration", "There is none");
    }
    return Answer.ok(known);
  }

  private Answer list(HttpExchange exchange) {
    String prefix =
        FakeAws.form(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""))
            .getOrDefault("prefix", "");
    StringBuilder contents = new StringBuilder();
    for (String key : keys(prefix)) {
      contents.append(Xml.nest("Contents", Xml.tag("Key", key)));
    }
    return Answer.ok(Xml.nest("ListBucketResult", Xml.tag("IsTruncated", "false") + contents));
  }

  private Answer object(String key, HttpExchange exchange, byte[] body) {
    byte[] known = objects.get(key);
    return switch (exchange.getRequestMethod()) {
      case "PUT" -> put(key, exchange, body);
      case "DELETE" -> {
        objects.remove(key);
        yield Answer.empty(204);
      }
      default ->
          known == null
              ? Answer.s3Error(404, "NoSuchKey", "The specified key does not exist.")
              : Answer.ok(known, Map.of("ETag", tag(key)));
    };
  }

  private Answer put(String key, HttpExchange exchange, byte[] body) {
    boolean known = objects.containsKey(key);
    String mustMatch = exchange.getRequestHeaders().getFirst("If-Match");
    String mustNot = exchange.getRequestHeaders().getFirst("If-None-Match");
    if ((mustNot != null && known)
        || (mustMatch != null && !(known && mustMatch.equals(tag(key))))) {
      return Answer.s3Error(412, "PreconditionFailed", "At least one of the preconditions failed");
    }
    put(key, body);
    return Answer.ok(new byte[0], Map.of("ETag", tag(key)));
  }

  private String tag(String key) {
    return "\"tag-" + tags.getOrDefault(key, 0) + "\"";
  }

  /** Puts an object there. */
  public void put(String key, byte[] body) {
    objects.put(key, body.clone());
    tags.put(key, nextTag);
    nextTag++;
  }

  /** Takes an object away. */
  public void remove(String key) {
    objects.remove(key);
  }

  /** The keys that begin so. */
  public List<String> keys(String prefix) {
    List<String> keys = new ArrayList<>(objects.keySet());
    keys.removeIf(key -> !key.startsWith(prefix));
    return keys;
  }

  /** An object as text. */
  public String text(String key) {
    byte[] known = objects.get(key);
    if (known == null) {
      throw new IllegalArgumentException("there is no object " + key);
    }
    return new String(known, StandardCharsets.UTF_8);
  }

  /** The bucket's settings that were made. */
  public Map<String, String> settings() {
    return Map.copyOf(settings);
  }

  /** Somebody else took the bucket's name. */
  public void belongsTo(String name, String account) {
    bucket = name;
    owner = account;
  }
}
