package io.daybook.sources.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of an XML file that knows where it stands. Names are local: the versions of a message differ in their
 * namespaces and hardly otherwise.
 *
 * @param path the names from the file's root, such as {@code Document/BkToCstmrStmt/Stmt/Ntry}
 * @param line on which it begins, from 1
 * @param attributes by local name
 * @param text its own text, trimmed
 * @param children its elements
 */
public record XmlElement(
    String path, int line, Map<String, String> attributes, String text, List<XmlElement> children) {
  /** Copies. */
  public XmlElement {
    attributes = Map.copyOf(attributes);
    children = List.copyOf(children);
  }

  /** Its local name. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A problem with this element, to be thrown. */
  public Misread expected(String what) {
    return new Misread(line, path, what);
  }

  /** The first element under the names that has them all. */
  public Optional<XmlElement> find(String... names) {
    return all(names).findFirst();
  }

  /**
   * The same, which must be there.
   *
   * @throws Misread if not
   */
  public XmlElement at(String... names) {
    return find(names)
        .orElseThrow(() ->
            new Misread(line, path + "/" + String.join("/", names), "an element of this name"));
  }

  /** Every element under the names. */
  public Stream<XmlElement> all(String... names) {
    Stream<XmlElement> found = Stream.of(this);
    for (String name : names) {
      found =
          found.flatMap(
              element -> element.children.stream().filter(child -> child.name().equals(name)));
    }
    return found;
  }

  /** The first of the texts under any of the names that is not empty. */
  public Optional<String> text(String... names) {
    return all(names).map(XmlElement::text).filter(text -> !text.isEmpty()).findFirst();
  }

  /** The texts of this element and of all in it. */
  public List<String> texts() {
    List<String> texts = new ArrayList<>();
    gather(texts);
    return texts;
  }

  private void gather(List<String> texts) {
    if (!text.isEmpty()) {
      texts.add(text);
    }
    children.forEach(child -> child.gather(texts));
  }
}
