import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.semanticweb.HermiT.Reasoner;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLOntologyManager;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.profiles.OWLProfileViolation;
import org.semanticweb.owlapi.reasoner.OWLReasoner;
import org.semanticweb.owlapi.util.SimpleIRIMapper;

/**
 * Judges ontologies with the OWL API and HermiT: counts, OWL 2 DL profile, consistency, satisfiability.
 *
 * <p>Arguments: a list of files (a line each: ontology IRI, tab, RDF/XML file) and the IRIs to judge. Imports
 * resolve to the listed files and nowhere else. Prints lines of a key, a tab and a value; the key "judged"
 * begins a new ontology. HermiT throws on what is not OWL 2 DL, so such an ontology is not reasoned over.
 */
public final class Judge {
    public static void main(String[] arguments) throws Exception {
        List<String> files = Files.readAllLines(Path.of(arguments[0]));
        for (int i = 1; i < arguments.length; i++) {
            judge(arguments[i], files);
        }
    }

    private static void judge(String iri, List<String> files) throws OWLOntologyCreationException {
        OWLOntologyManager manager = OWLManager.createOWLOntologyManager();
        manager.setSilentMissingImportsHandling(false);
        for (String line : files) {
            String[] parts = line.split("\t");
            manager.addIRIMapper(new SimpleIRIMapper(IRI.create(parts[0]), IRI.create(new File(parts[1]))));
        }
        OWLOntology ontology = manager.loadOntology(IRI.create(iri));
        say("judged", iri);
        say("ontologies", ontology.getImportsClosure().size());
        say("classes", ontology.getClassesInSignature(true).size());
        say("individuals", ontology.getIndividualsInSignature(true).size());
        List<OWLProfileViolation> violations = new OWL2DLProfile().checkOntology(ontology).getViolations();
        for (OWLProfileViolation violation : violations) {
            say("violation", violation);
        }
        if (violations.isEmpty()) {
            reason(ontology);
        }
    }

    private static void reason(OWLOntology ontology) {
        OWLReasoner reasoner = new Reasoner.ReasonerFactory().createReasoner(ontology);
        boolean consistent = reasoner.isConsistent();
        say("consistent", consistent);
        if (consistent) {
            for (OWLClass empty : reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom()) {
                say("unsatisfiable", empty.getIRI());
            }
        }
        reasoner.dispose();
    }

    private static void say(String key, Object value) {
        System.out.println(key + "\t" + value.toString().replaceAll("\\s+", " "));
    }
}
