/* Comply PROFILE,PROFILE... FILE...: whether PDFs keep to PDF/UA and PDF/A profiles (ua1, 2a, 3a), as veraPDF judges.
 * A line for each file and profile, below it each broken rule with one place. Exit status 1 where a rule is broken. */
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

class Comply {
    public static void main(String[] words) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        boolean all = true;
        for (int i = 1; i < words.length; i++)
            for (String profile : words[0].split(",")) all &= report(words[i], profile, judge(words[i], profile));
        System.exit(all ? 0 : 1);
    }

    static ValidationResult judge(String file, String profile) throws Exception {
        var flavour = PDFAFlavour.fromString(profile);
        var foundry = Foundries.defaultInstance();
        try (InputStream bytes = new FileInputStream(file);
             var parser = foundry.createParser(bytes, flavour);
             var validator = foundry.createValidator(flavour, false)) {
            return validator.validate(parser);
        }
    }

    static boolean report(String file, String profile, ValidationResult result) {
        boolean good = result.isCompliant() && result.getTotalAssertions() > 0;
        System.out.println(file + ": " + profile + (good ? " complies, " : " FAILS, ") + result.getTotalAssertions() + " checks");
        Map<String, String> broken = new LinkedHashMap<>();
        for (TestAssertion found : result.getTestAssertions())
            if (found.getStatus() == TestAssertion.Status.FAILED)
                broken.putIfAbsent(found.getRuleId().getClause() + " test " + found.getRuleId().getTestNumber(),
                    found.getMessage() + " at " + found.getLocation().getContext());
        broken.forEach((rule, where) -> System.out.println("    " + rule + ": " + where));
        return good;
    }
}
