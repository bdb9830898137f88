package io.daybook.portal;

import io.daybook.ledger.Book;
import io.daybook.portal.Asking.Answer;
import io.daybook.portal.session.Role;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Somebody who is signed in and sends forms. */
final class Visitor {
  private static final String BOUNDARY = "----daybookTest1234";

  private final TestPortal portal;
  private final String cookie;

  private Visitor(TestPortal portal, String cookie) {
    this.portal = portal;
    this.cookie = cookie;
  }

  static Visitor of(TestPortal portal, Role role, Book... books) {
    String link = portal.link("Ann", role, books);
    return new Visitor(
        portal,
        Asking.post(
                portal.function(),
                "/sign-in",
                Map.of("token", link.substring(link.indexOf('=') + 1)))
            .answer()
            .cookie()
            .split(";", 2)[0]);
  }

  Answer get(String path) {
    return Asking.get(portal.function(), path).as(cookie).answer();
  }

  /** What every form of this session carries. */
  String formKey() {
    String page = get("/books/no-such-book").text();
    int at = page.indexOf("name=\"form\" value=\"") + "name=\"form\" value=\"".length();
    return page.substring(at, page.indexOf('"', at));
  }

  Answer post(String path, Map<String, String> fields) {
    Map<String, String> form = new TreeMap<>(fields);
    form.put("form", formKey());
    return postAs(path, form);
  }

  /** Without the key of this session's forms, unless it is among the fields. */
  Answer postAs(String path, Map<String, String> form) {
    return Asking.post(portal.function(), path, form).as(cookie).answer();
  }

  Answer upload(String path, Map<String, String> fields, String file, byte[] bytes) {
    Map<String, String> form = new TreeMap<>(fields);
    form.put("form", formKey());
    return uploadAs(path, form, file, bytes);
  }

  Answer uploadAs(String path, Map<String, String> form, String file, byte[] bytes) {
    return Asking.post(portal.function(), path, Map.of())
        .header("content-type", "multipart/form-data; boundary=" + BOUNDARY)
        .body(multipart(form, file, bytes))
        .as(cookie)
        .answer();
  }

  private static byte[] multipart(Map<String, String> fields, String file, byte[] bytes) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach((name, value) ->
        body.writeBytes(
            ("--"
                    + BOUNDARY
                    + "\r\nContent-Disposition: form-data; name=\""
                    + name
                    + "\"\r\n\r\n"
                    + value
                    + "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
    body.writeBytes(
        ("--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"upload\"; filename=\""
                + file
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(bytes);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }
}
