package io.daybook.statements;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

/**
 * Liberation Sans (SIL Open Font License, from OpenPDF's font jar), embedded as a subset, so that a paper looks the same
 * everywhere and has the euro sign and the letters of European names. Made anew for each document: a font keeps state.
 */
final class PdfFonts {
  static final Color INK = new Color(0x1F2937);
  static final Color MUTED = new Color(0x6B7280);
  static final Color ACCENT = new Color(0x0F4C5C);

  private final BaseFont regular = load("LiberationSans-Regular.ttf");
  private final BaseFont bold = load("LiberationSans-Bold.ttf");

  /** Makes the six letters before a subset's name the same each time; OpenPDF draws them at random otherwise. */
  private static final class NoRandom extends SecureRandom {
    @Override
    public void nextBytes(byte[] bytes) {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  Font regular(float size, Color color) {
    return new Font(regular, size, Font.NORMAL, color);
  }

  Font bold(float size, Color color) {
    return new Font(bold, size, Font.NORMAL, color);
  }

  private static BaseFont load(String name) {
    try (InputStream file = PdfFonts.class.getResourceAsStream("/liberation/" + name)) {
      if (file == null) {
        throw new IllegalStateException("font " + name + " is not on the class path");
      }
      BaseFont font =
          BaseFont.createFont(
              name,
              BaseFont.IDENTITY_H,
              BaseFont.EMBEDDED,
              BaseFont.NOT_CACHED,
              file.readAllBytes(),
              null);
      font.setSecureRandom(new NoRandom());
      return font;
    } catch (IOException e) {
      throw new IllegalStateException("font " + name + " cannot be read", e);
    }
  }
}
