package io.daybook.bench.aws;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate for this machine's loopback address, and a copy of the JDK's own trust store that believes it too: a
 * client reads as many authorities as it would for AWS.
 *
 * @param keys the certificate with its key
 * @param trust what clients believe, for {@code javax.net.ssl.trustStore}
 */
public record LoopbackIdentity(Path keys, Path trust) {
  /** The JDK's own, and ours: what lies in these files is worth nothing. */
  private static final String WORD = "changeit";

  private static final String VARIABLE = "STORE_WORD";
  private static final String ALIAS = "bench";

  /** Makes one with the JDK's keytool. */
  public static LoopbackIdentity make(Path folder) throws IOException, InterruptedException {
    Path keys = folder.resolve("loopback.p12");
    Path certificate = folder.resolve("loopback.pem");
    Path trust = folder.resolve("cacerts");
    Files.copy(Path.of(System.getProperty("java.home"), "lib", "security", "cacerts"), trust);
    keytool(
        "-genkeypair",
        "-alias",
        ALIAS,
        "-keyalg",
        "RSA",
        "-keysize",
        "2048",
        "-validity",
        "7",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=ip:127.0.0.1,dns:localhost",
        "-storetype",
        "PKCS12",
        "-keystore",
        keys.toString());
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        ALIAS,
        "-keystore",
        keys.toString(),
        "-file",
        certificate.toString());
    keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        ALIAS,
        "-keystore",
        trust.toString(),
        "-file",
        certificate.toString());
    return new LoopbackIdentity(keys, trust);
  }

  private static void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storepass:env", VARIABLE));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put(VARIABLE, WORD);
    int code = builder.start().waitFor();
    if (code != 0) {
      throw new IOException("keytool " + arguments[0] + " ended with " + code);
    }
  }

  /** What a server shows. */
  SSLContext context() throws IOException {
    try (InputStream file = Files.newInputStream(keys)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(file, WORD.toCharArray());
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(store, WORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot use " + keys, e);
    }
  }
}
