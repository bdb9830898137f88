package io.daybook.sources.bank.ofx;

import io.daybook.sources.reading.Misread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An element of an OFX file while and after it is read: a value, or elements. */
final class OfxElement {
  private final String name;
  private final int line;
  private final List<OfxElement> children = new ArrayList<>();
  private String text = "";

  OfxElement(String name, int line) {
    this.name = name;
    this.line = line;
  }

  String name() {
    return name;
  }

  int line() {
    return line;
  }

  List<OfxElement> children() {
    return children;
  }

  void text(String value) {
    text = value;
  }

  Misread expected(String what) {
    return new Misread(line, name, what);
  }

  /** The value of a child, if it is there and not empty. */
  Optional<String> value(String child) {
    return all(child).map(one -> one.text).filter(one -> !one.isEmpty()).findFirst();
  }

  Optional<OfxElement> child(String child) {
    return all(child).findFirst();
  }

  Stream<OfxElement> all(String child) {
    return children.stream().filter(one -> one.name.equals(child));
  }

  String text() {
    return text;
  }

  /** Every element of a name in this one, however deep. */
  List<OfxElement> everywhere(String wanted) {
    List<OfxElement> found = new ArrayList<>();
    gather(wanted, found);
    return found;
  }

  private void gather(String wanted, List<OfxElement> found) {
    for (OfxElement one : children) {
      if (one.name.equals(wanted)) {
        found.add(one);
      }
      one.gather(wanted, found);
    }
  }
}
