package io.daybook.statements;

import java.awt.Color;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.PageSize;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/**
 * An A4 document with our fonts and a footer on each page: what it is, and its number of how many.
 *
 * <p>OpenPDF puts in a time of creation and an id made of it. The time is taken out again, and the id is a digest of what
 * the document says, so that equal statements are equal files. The table of objects is written as a stream (PDF 1.5):
 * OpenPDF formats the older table in the machine's locale, and where digits are Arabic the file is broken.
 */
final class PdfPaper {
  static final float MARGIN = 42;
  static final float WIDTH = PageSize.A4.getWidth() - 2 * MARGIN;

  private static final float FOOTER_Y = 26;
  private static final float FOOTER_SIZE = 7.5f;

  /** Room for the number of pages, up to three digits. */
  private static final float COUNT_WIDTH = 13;

  private static final int ID_BYTES = 16;

  private final PdfFonts fonts = new PdfFonts();
  private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN + 10);

  /** What a paper says. */
  interface Content {
    void fill(PdfPaper paper);
  }

  private PdfPaper() {}

  /**
   * Writes a document; the stream stays open.
   *
   * @param title of the document
   * @param footer on each page
   * @param said everything that the document says, of which its id is made
   */
  static void write(OutputStream out, String title, String footer, byte[] said, Content content) {
    PdfPaper paper = new PdfPaper();
    PdfWriter writer = PdfWriter.getInstance(paper.document, out);
    writer.setCloseStream(false);
    writer.setFullCompression();
    paper.document.addTitle(title);
    paper.document.addCreator("Daybook");
    paper.document.open();
    writer.getExtraCatalog().put(PdfName.LANG, new PdfString("en"));
    writer.setPageEvent(paper.new Footer(writer, footer));
    content.fill(paper);
    writer.getInfo().remove(PdfName.CREATIONDATE);
    byte[] id = id(said);
    writer.getInfo().put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
    paper.document.close();
  }

  private static byte[] id(byte[] said) {
    try {
      return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(said), ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  PdfFonts fonts() {
    return fonts;
  }

  void add(Element element) {
    document.add(element);
  }

  void nextPage() {
    document.newPage();
  }

  /** The footer; how many pages there are is filled in at the end. */
  private final class Footer extends PdfPageEventHelper {
    private final String text;
    private final PdfTemplate total;
    private int pages;

    Footer(PdfWriter writer, String text) {
      this.text = text;
      this.total = writer.getDirectContent().createTemplate(COUNT_WIDTH, FOOTER_SIZE * 2);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document page) {
      pages = writer.getPageNumber();
      PdfContentByte canvas = writer.getDirectContent();
      canvas.setColorStroke(new Color(0xD1D5DB));
      canvas.setLineWidth(0.5f);
      canvas.moveTo(MARGIN, FOOTER_Y + FOOTER_SIZE + 4);
      canvas.lineTo(MARGIN + WIDTH, FOOTER_Y + FOOTER_SIZE + 4);
      canvas.stroke();
      show(canvas, Element.ALIGN_LEFT, text, MARGIN, FOOTER_Y);
      show(
          canvas,
          Element.ALIGN_RIGHT,
          "Page " + pages + " of",
          MARGIN + WIDTH - COUNT_WIDTH,
          FOOTER_Y);
      canvas.addTemplate(total, MARGIN + WIDTH - COUNT_WIDTH + 2, FOOTER_Y);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document closed) {
      show(total, Element.ALIGN_LEFT, Integer.toString(pages), 0, 0);
    }

    private void show(PdfContentByte canvas, int alignment, String words, float x, float y) {
      Phrase phrase = new Phrase(words, fonts.regular(FOOTER_SIZE, PdfFonts.MUTED));
      ColumnText.showTextAligned(canvas, alignment, phrase, x, y, 0);
    }
  }
}
