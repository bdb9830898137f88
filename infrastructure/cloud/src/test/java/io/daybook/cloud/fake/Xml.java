package io.daybook.cloud.fake;

/** XML, written by hand. */
final class Xml {
  private Xml() {}

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  static String tag(String name, Object content) {
    return "<" + name + ">" + escape(String.valueOf(content)) + "</" + name + ">";
  }

  static String nest(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">";
  }

  static String answer(String action, String result) {
    return nest(
        action + "Response",
        nest(action + "Result", result) + nest("ResponseMetadata", tag("RequestId", "r")));
  }
}
