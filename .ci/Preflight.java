import java.io.File;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.ValidationResult.ValidationError;
import org.apache.pdfbox.preflight.exception.SyntaxValidationException;
import org.apache.pdfbox.preflight.parser.PreflightParser;

/** Checks files against PDF/A-1b with Apache PDFBox; prints what is wrong with each, and fails if anything is. */
public class Preflight {
  public static void main(String[] paths) throws Exception {
    boolean isValid = true;
    for (String path : paths) {
      ValidationResult result = validate(new File(path));
      for (ValidationError error : result.getErrorsList()) {
        System.out.println(path + ": " + error.getErrorCode() + " " + error.getDetails());
      }
      isValid &= result.isValid();
    }
    System.exit(isValid ? 0 : 1);
  }

  private static ValidationResult validate(File file) throws Exception {
    PreflightParser parser = new PreflightParser(file);
    try {
      parser.parse();
      try (PreflightDocument document = parser.getPreflightDocument()) {
        document.validate();
        return document.getResult();
      }
    } catch (SyntaxValidationException error) {
      return error.getResult();
    }
  }
}
