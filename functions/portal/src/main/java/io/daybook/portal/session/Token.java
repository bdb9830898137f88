package io.daybook.portal.session;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** 256 random bits that let somebody in. Never shown by {@code toString}, never stored but as its hash. */
public final class Token {
  private static final int BYTES = 32;
  private static final int LENGTH = 43;

  private final String text;

  private Token(String text) {
    this.text = text;
  }

  /**
   * A new one. The generator is made here and now, so that none is frozen in a snapshot of the function; on Linux it reads
   * the kernel's.
   */
  static Token random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What somebody claims to be one. */
  public static Optional<Token> parse(String text) {
    return text.length() == LENGTH && text.chars().allMatch(Token::base64Url)
        ? Optional.of(new Token(text))
        : Optional.empty();
  }

  private static boolean base64Url(int character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || character == '-'
        || character == '_';
  }

  /** As links and cookies carry it. */
  public String secret() {
    return text;
  }

  /** Its SHA-256, under which it is known. Finding a row by it tells a guesser nothing about the token. */
  String hash() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** What the forms of this session carry: derived from the cookie, so that who does not have that cannot know it. */
  String formKey() {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(text.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
      byte[] key = mac.doFinal("form".getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  @Override
  public String toString() {
    return "a token";
  }
}
