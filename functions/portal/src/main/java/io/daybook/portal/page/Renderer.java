package io.daybook.portal.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Pages from the templates that were compiled into the archive. */
public final class Renderer {
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

  /** A whole page: the template's, in its frame. */
  public String page(String template, Frame frame, Object view) {
    return render(template, Map.of("frame", frame, "view", view));
  }

  /** A part of a page. */
  public String part(String template, Object view) {
    return render(template, Map.of("view", view));
  }

  private String render(String template, Map<String, Object> parameters) {
    StringOutput html = new StringOutput();
    engine.render(template + ".jte", parameters, html);
    return html.toString();
  }
}
