package io.daybook.sources.reading;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An XML file read from front to back, an element at a time, so that a long one is never in memory as a tree. Knows no
 * document types and no entities but the five of XML itself, whoever wrote the file.
 */
public final class XmlFile {
  /** ISO 20022 messages nest about 15 deep. */
  private static final int DEEPEST = 64;

  private final XMLStreamReader reader;
  private final Deque<String> path = new ArrayDeque<>();

  private XmlFile(XMLStreamReader reader) {
    this.reader = reader;
  }

  /** Before the root. */
  public static XmlFile open(byte[] bytes) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      return new XmlFile(factory.createXMLStreamReader(new ByteArrayInputStream(bytes)));
    } catch (XMLStreamException e) {
      throw broken(lineOf(e), "");
    }
  }

  /**
   * Enters the next child of the element that the file stands in.
   *
   * @return whether there is one; if not, the element was left
   */
  public boolean enter() {
    while (true) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          push();
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          path.removeLast();
          return false;
        }
        case XMLStreamConstants.END_DOCUMENT -> {
          return false;
        }
        default -> requireHarmless();
      }
    }
  }

  /** The local name of the element that the file stands in. */
  public String name() {
    return path.isEmpty() ? "" : path.getLast();
  }

  /** The namespace of the element that was just entered; empty if it has none. */
  public String namespace() {
    String namespace = reader.getNamespaceURI();
    return namespace == null ? "" : namespace;
  }

  /** The line that was read to, from 1. */
  public int line() {
    return Math.max(1, reader.getLocation().getLineNumber());
  }

  /** The names from the root. */
  public String path() {
    return String.join("/", path);
  }

  /** The element that was just entered, with all in it; leaves it. */
  public XmlElement element() {
    int line = line();
    String where = path();
    Map<String, String> attributes = attributes();
    StringBuilder text = new StringBuilder();
    List<XmlElement> children = new ArrayList<>();
    while (true) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          push();
          children.add(element());
        }
        case XMLStreamConstants.END_ELEMENT -> {
          path.removeLast();
          return new XmlElement(
              where, line, attributes, text.toString().strip(), List.copyOf(children));
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(reader.getText());
        default -> requireHarmless();
      }
    }
  }

  /** Refuses anything but white space, comments and the end of the file. */
  public void requireEnd() {
    while (enter()) {
      element();
    }
  }

  private Map<String, String> attributes() {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i).strip());
    }
    return Map.copyOf(attributes);
  }

  private void push() {
    path.addLast(reader.getLocalName());
    if (path.size() > DEEPEST) {
      throw new Misread(line(), path.getFirst(), "elements nested at most " + DEEPEST + " deep");
    }
  }

  private int next() {
    try {
      return reader.next();
    } catch (XMLStreamException e) {
      throw broken(lineOf(e), path());
    } catch (RuntimeException e) {
      // The JDK's parser stumbles over some of its own errors (a message that it lacks, an index):
      // found by fuzzing.
      throw broken(line(), path());
    }
  }

  private void requireHarmless() {
    int event = reader.getEventType();
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new Misread(
          line(), path.isEmpty() ? "DOCTYPE" : path(), "no document type and no entities");
    }
  }

  private static int lineOf(XMLStreamException e) {
    return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
  }

  /** The parser's own words may repeat the file's, so they are left out. */
  private static Misread broken(int line, String path) {
    return new Misread(
        line, path.isEmpty() ? "XML" : path, "well-formed XML to the end of the file");
  }
}
