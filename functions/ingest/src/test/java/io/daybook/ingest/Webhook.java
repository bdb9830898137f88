package io.daybook.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Function-URL events that tests send. */
final class Webhook {
  private Webhook() {}

  /** A Shopify webhook signed with a secret. */
  static byte[] shopify(String path, String secret, String body) {
    return event(path, "POST", body, sign(secret, body));
  }

  static byte[] event(String path, String method, String body, String signature) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      json.name("version").value("2.0");
      json.name("rawPath").value(path);
      json.name("headers").beginObject();
      json.name("x-shopify-topic").value("orders/create");
      json.name("x-shopify-hmac-sha256").value(signature);
      json.endObject();
      json.name("requestContext").beginObject();
      json.name("accountId").value("anonymous");
      json.name("http").beginObject().name("method").value(method).endObject();
      json.endObject();
      json.name("body").value(Base64.getEncoder().encodeToString(body.getBytes(UTF_8)));
      json.name("isBase64Encoded").value(true);
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(UTF_8);
  }

  static String sign(String secret, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
