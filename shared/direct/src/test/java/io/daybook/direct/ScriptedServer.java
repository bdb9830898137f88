package io.daybook.direct;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that answers each request with what was written down for it, to the byte, however wrong. */
final class ScriptedServer implements AutoCloseable {
  /** Says nothing and keeps the connection. */
  static final String SILENCE = "silence";

  private static final String LASTING = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

  private final ServerSocket socket;
  private final Queue<String> script = new ConcurrentLinkedQueue<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  ScriptedServer() {
    try {
      this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
  }

  /** Every request there was, head and body. */
  List<String> asked() {
    return asked;
  }

  ScriptedServer raw(String answer) {
    script.add(answer);
    return this;
  }

  ScriptedServer answer(int status, String body) {
    return raw(
        "HTTP/1.1 "
            + status
            + " Said\r\nConnection: close\r\nContent-Length: "
            + body.getBytes(UTF_8).length
            + "\r\n\r\n"
            + body);
  }

  /** Answers and promises to keep the connection, which is then closed without a word. */
  ScriptedServer brokenPromise() {
    return raw(LASTING);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        open.add(connection);
        Thread.ofVirtual().start(() -> exchange(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void exchange(Socket connection) {
    try {
      asked.add(read(connection.getInputStream()));
      String answer = script.poll();
      if (answer == null || answer.equals(SILENCE)) {
        return;
      }
      connection.getOutputStream().write(answer.getBytes(ISO_8859_1));
      connection.close();
    } catch (IOException gone) {
      // The other side gave up, as some tests want it to.
    }
  }

  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    String text = "";
    while (!text.contains("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the request ended early");
      }
      request.write(next);
      text = request.toString(ISO_8859_1);
    }
    for (String line : text.split("\r\n", -1)) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        int length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
        request.write(in.readNBytes(length));
      }
    }
    return request.toString(UTF_8);
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket connection : open) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
